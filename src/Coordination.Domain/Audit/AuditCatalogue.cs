using Coordination.Domain.Kernel;

namespace Coordination.Domain.Audit;

/// <summary>What was asked and refused.</summary>
internal static class AuditCatalogue
{
    private static readonly CatalogueOf<AuditEvent> Stream = new(AuditDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<CommandRejected, NoteRejection>("perintah ditolak", "command rejected", null,
            """
            {
              "command": "RegisterPoliceReport",
              "code": "authority.not_allowed",
              "streamType": "prosecution"
            }
            """),
    ];
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

/// <summary>Who may read a thing, after it was created (handling codes as in Europol's SIENA).</summary>
internal static class SharingCatalogue
{
    private const string Thing =
        """{ "stream": "6f1e2c44-0d3b-5a0e-9a51-2f6d7c1b0a03", "kind": "departure_screening", "owner": "IMIGRASI" }""";

    private static readonly CatalogueOf<SharingEvent> Stream = new(SharingDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<SharingWidened, WidenSharing>("akses diperluas", "sharing widened", "IMIGRASI/KANIM-BATAM",
            $$"""
            {
              "thing": {{Thing}},
              "recipients": [{ "agency": "BP3MI", "unit": "BP3MI-KEPRI" }],
              "reason": "Calon korban akan ditampung di Batam."
            }
            """),
        Stream.Entry<SharingNarrowed, NarrowSharing>("akses dipersempit", "sharing narrowed", "IMIGRASI/KANIM-BATAM",
            $$"""
            {
              "thing": {{Thing}},
              "keep": [{ "agency": "POLRI", "unit": "POLRESTA-BARELANG" }],
              "reason": "Sumber harus dilindungi."
            }
            """, "sharing_widened"),
        Stream.Entry<RecallAcknowledged, AcknowledgeRecall>("penarikan dijawab", "recall acknowledged", "BP3MI/BP3MI-KEPRI",
            $$"""
            {
              "thing": {{Thing}},
              "recall": 1,
              "outcome": "Destroyed"
            }
            """, "sharing_widened", "sharing_narrowed"),
        Stream.Entry<ConsentRequested, AskConsent>("persetujuan diminta", "consent requested", "POLRI/POLRESTA-BARELANG",
            $$"""
            {
              "thing": {{Thing}},
              "kind": "OnwardSharing",
              "recipients": [{ "agency": "BP3MI", "unit": "BP3MI-KEPRI" }],
              "reason": "BP3MI menyiapkan penampungan."
            }
            """),
        Stream.Entry<ConsentGiven, GiveConsent>("persetujuan diberikan", "consent given", "IMIGRASI/KANIM-BATAM",
            $$"""
            {
              "thing": {{Thing}},
              "number": 1
            }
            """, "consent_requested"),
        Stream.Entry<ConsentRefused, RefuseConsent>("persetujuan ditolak", "consent refused", "IMIGRASI/KANIM-BATAM",
            $$"""
            {
              "thing": {{Thing}},
              "number": 1,
              "reason": "Sumber dapat dikenali."
            }
            """, "consent_requested"),
    ];
}

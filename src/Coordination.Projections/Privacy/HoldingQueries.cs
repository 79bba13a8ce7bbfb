using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Privacy;

/// <summary>Which persons a viewer may know of, for a search that already has candidates.</summary>
public sealed class HoldingQueries(NpgsqlDataSource database)
{
    private static readonly string Text =
        $"select distinct h.subject from person_holding h where h.subject = any($4) and {VisibilitySql.Of("h", "h.stream_id")} >= {VisibilitySql.Full}";

    public static IReadOnlyList<string> Reads { get; } = ["PersonHoldings", "CaseTimeline"];

    /// <summary>Those of the candidates that stand on something the viewer may read in full.</summary>
    public async Task<IReadOnlySet<Guid>> Known(Viewer viewer, IReadOnlyCollection<Guid> candidates, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(Text, Parameters.Uuids(candidates));
        await using var reader = await batch.Execute(ct);
        var known = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
            known.Add(reader.GetGuid(0));
        return known;
    }
}

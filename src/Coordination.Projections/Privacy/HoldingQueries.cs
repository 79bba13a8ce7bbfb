using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Privacy;

/// <summary>Who names a person to a viewer: what a search may find, and whose word about the person may reach the viewer.</summary>
public sealed class HoldingQueries(NpgsqlDataSource database)
{
    // A case takes in all that is told to case members about the persons on it. Whoever opens one with a number it knows reads that; it is not named
    // the person by it. So a case counts where another agency put the person on it, or where what is read says itself that it stands on it.
    private static readonly string Text = $"""
        select distinct h.subject, h.agency from person_holding h
        where h.subject = any($4) and {VisibilitySql.Of("h", "h.stream_id")} >= {VisibilitySql.Full}
          and (h.agency = $1 or h.audience && $2 or coordination.was_added(h.stream_id) or exists (
              select from timeline_link held
              where held.node = h.stream_id and {VisibilitySql.MemberOf("held.case_id")} and (
                  exists (
                      select from person_holding named
                      where named.subject = h.subject and named.stream_id = held.case_id and named.agency <> $1)
                  or exists (
                      select from mt_events told
                      where told.stream_id = h.stream_id and told.headers ->> 'agency' = h.agency and told.data ->> 'case' = held.case_id::text))))
        """;

    public static IReadOnlyList<string> Reads { get; } = ["PersonHoldings", "CaseTimeline"];

    /// <summary>Those of the persons that are named to the viewer in something it may read in full, each with the agencies that wrote it.</summary>
    public async Task<ILookup<Guid, string>> Namers(Viewer viewer, IReadOnlyCollection<Guid> persons, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(Text, Parameters.Uuids(persons));
        await using var reader = await batch.Execute(ct);
        var named = new List<(Guid Person, string Agency)>();
        while (await reader.ReadAsync(ct))
            named.Add((reader.GetGuid(0), reader.GetString(1)));
        return named.ToLookup(one => one.Person, one => one.Agency);
    }
}

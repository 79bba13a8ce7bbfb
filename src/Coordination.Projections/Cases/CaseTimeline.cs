using Coordination.Domain.Audit;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Projections.Cases;

/// <summary>
/// Joint case timelines, one row per case and event. An event stands on a case when the case holds its stream: because it is the case's
/// own, was linked to it, concerns one of its subjects, or rests on something that does. A link made later brings the earlier events along.
/// </summary>
public sealed class CaseTimeline : IProjection
{
    private static readonly string ExpandMentions = SqlText.Read("expand_mentions");

    public string Name => "CaseTimeline";

    public IReadOnlyList<string> Tables { get; } =
        ["case_timeline", "timeline_case", "timeline_member", "timeline_link", "timeline_person", "timeline_basis", "timeline_grant",
        "timeline_limit", "timeline_derived"];

    public IReadOnlyList<string> InsertOnlyTables { get; } = ["case_timeline"];

    public IReadOnlySet<string> Bodies => TimelineTies.Bodies;

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        var told = new List<Told>(page.Count);
        foreach (var recorded in page)
        {
            // Audit streams are per agency and day, not about a matter.
            if (recorded.Type.ClrType != typeof(CommandRejected))
                told.Add(new(recorded, EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp),
                    TimelineTies.Of(recorded)));
        }

        if (told.Count == 0)
            return;
        var fold = new TimelineFold();
        var evidence = await LookUp(told, fold, session.Connection, ct);
        foreach (var next in told)
            fold.Tell(next, next.Ties is { } ties ? ties.Evidence.Select(evidence.GetValueOrDefault).Where(stream => stream != Guid.Empty)
                : []);
        var rows = await EarlierEntries(fold, page[0].Position, session.Connection, ct);
        rows.AddRange(fold.Entries.Select(entry =>
            TimelineRows.Entry(entry.Case, entry.Told.Recorded, entry.Told.Stored.Envelope, entry.Shown, entry.Link)));
        if (session.Rebuilding)
            rows = await LowestLinks.Of(rows, session.Connection, ct);
        TimelineRows.AddTies(fold, session);
        if (rows.Count > 0)
            await session.Insert("case_timeline", TimelineRows.Columns, rows, TimelineRows.Write, ct);
        TimelineRows.Lower(fold, session);
    }

    /// <returns>Streams of the events that the page names as evidence.</returns>
    private static async Task<Dictionary<Guid, Guid>> LookUp(List<Told> told, TimelineFold fold, NpgsqlConnection connection,
        CancellationToken ct)
    {
        var evidence = new Dictionary<Guid, Guid>();
        var nodes = new HashSet<Guid>();
        var mentioned = new HashSet<Guid>();
        foreach (var next in told)
        {
            nodes.Add(next.Recorded.Stream);
            nodes.UnionWith(next.Stored.Persons.Select(person => person.Value));
            if (next.Ties is not { } ties)
                continue;
            mentioned.UnionWith(ties.Holds.Select(held => held.Node));
            nodes.UnionWith(ties.Basis);
        }

        nodes.UnionWith(mentioned);
        var events = told.SelectMany(next => next.Ties?.Evidence ?? []).Distinct().ToArray();
        if (mentioned.Count + events.Length > 0)
            await Expand([.. mentioned], events, fold, nodes, evidence, connection, ct);
        // Events of this very page are in the log already; their streams are nodes of the page. What rests on a node is a node as well.
        for (HashSet<Guid> open = nodes; open.Count > 0; nodes.UnionWith(open))
            open = await LookUp([.. open], nodes, fold, connection, ct);
        return evidence;
    }

    /// <returns>Streams that rest on the nodes and were not looked up yet.</returns>
    private static async Task<HashSet<Guid>> LookUp(
        Guid[] open, HashSet<Guid> nodes, TimelineFold fold, NpgsqlConnection connection, CancellationToken ct)
    {
        // One array per table: however little PostgreSQL knows of a table that is being filled, it takes the index and no join.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select node, case_id, level from timeline_link where node = any($1)") { Parameters = { Uuids(open) } },
                new("select basis, stream_id from timeline_basis where basis = any($1)") { Parameters = { Uuids(open) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            fold.Holds(reader.GetGuid(0), reader.GetGuid(1), (Level)reader.GetInt32(2));
        await reader.NextResultAsync(ct);
        var resting = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
        {
            fold.Leads(reader.GetGuid(0), reader.GetGuid(1));
            if (!nodes.Contains(reader.GetGuid(1)))
                resting.Add(reader.GetGuid(1));
        }

        return resting;
    }

    private static async Task Expand(
        Guid[] mentioned, Guid[] events, TimelineFold fold, HashSet<Guid> nodes, Dictionary<Guid, Guid> evidence,
        NpgsqlConnection connection,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ExpandMentions, connection) { Parameters = { Uuids(mentioned), Uuids(events) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (node, stream) = (reader.GetGuid(1), reader.GetGuid(2));
            nodes.Add(stream);
            if (reader.GetChar(0) == 'e')
                evidence[node] = stream;
            else
                fold.Leads(node, stream);
        }
    }

    private static async Task<List<TimelineRow>> EarlierEntries(TimelineFold fold, long before, NpgsqlConnection connection,
        CancellationToken ct)
    {
        var rows = new List<TimelineRow>(fold.Entries.Count);
        if (fold.Earlier.Count == 0)
            return rows;
        var shown = fold.Earlier.ToLookup(earlier => earlier.Stream);
        await using var command = new NpgsqlCommand(
            """
            select seq_id, stream_id, type, timestamp, headers, coalesce(user_name, '') from mt_events
            where stream_id = any($1) and seq_id < $2 order by seq_id
            """,
            connection) { Parameters = { Uuids([.. shown.Select(group => group.Key)]), new() { Value = before } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var recordedAt = reader.GetFieldValue<DateTimeOffset>(3);
            var envelope = EnvelopeHeaders.Read(reader.GetFieldValue<byte[]>(4), reader.GetString(5), recordedAt).Envelope;
            foreach (var (stream, caseId, known, link) in shown[reader.GetGuid(1)])
                rows.Add(new(caseId, reader.GetInt64(0), stream, reader.GetString(2), envelope, known, link));
        }

        return rows;
    }

    private static NpgsqlParameter<Guid[]> Uuids(Guid[] ids) =>
        new() { TypedValue = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
}

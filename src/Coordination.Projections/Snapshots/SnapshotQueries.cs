using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Snapshots;

/// <summary>Reads things of the kinds in <see cref="SnapshotKinds"/>.</summary>
public sealed class SnapshotQueries(NpgsqlDataSource database, EventSentences sentences)
{
    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["Snapshots", "CaseTimeline"];

    /// <summary>Things of a kind, in the order of the kind.</summary>
    public async Task<Page<SnapshotItem>> List(
        Viewer viewer, SnapshotKind kind, SnapshotFilter filter, Keyset? after, int limit, DateTimeOffset now, CancellationToken ct)
    {
        var page = await SnapshotSql.List.Read(
            database, viewer, after, limit, reader => SnapshotReader.Item(reader, ListSql.FirstColumn, viewer, now), ct,
            Parameters.Text(kind.Type), Parameters.Text(filter.Status), Parameters.Uuid(filter.Case?.Value), Parameters.Text(filter.Scope.ToString()),
            Parameters.Text(viewer.Officer.Unit), Parameters.Uuid(filter.Person?.Value), Parameters.Text(filter.Place), Parameters.Flag(filter.OpenOnly),
            Parameters.Flag(filter.LateOnly), Parameters.Time(now));
        return filter.TellsWhat ? page with { Withheld = 0 } : page;
    }

    /// <summary>Null when the viewer may not know it, exactly as when there is none of this kind.</summary>
    public async Task<SnapshotDetail?> Find(Viewer viewer, SnapshotKind kind, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer)
            .Add(SnapshotSql.Find, Parameters.Uuid(id), Parameters.Text(kind.Type))
            .Add(SnapshotSql.History, Parameters.Uuid(id), Parameters.Text(kind.Type));
        await using var reader = await batch.Execute(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        var found = new SnapshotDetail(
            SnapshotReader.Item(reader, 0, viewer, now), new RawJson(reader.GetFieldValue<byte[]>(SnapshotReader.ColumnsOfItem)), []);
        await reader.NextResultAsync(ct);
        var history = new List<SnapshotLine>();
        while (await reader.ReadAsync(ct))
            history.Add(SnapshotReader.Line(reader, sentences, viewer));
        // The log may be ahead of the view: state and history tell of the same moment.
        return found with { History = [.. history.Where(line => line.Version <= found.Item.Version)] };
    }

    /// <summary>Those of the named things that are of this kind and that the viewer may read, in one query; of the others nothing.</summary>
    public async Task<IReadOnlyList<SnapshotStanding>> Some(
        Viewer viewer, SnapshotKind kind, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(SnapshotSql.Some, Parameters.Uuids(ids), Parameters.Text(kind.Type));
        await using var reader = await batch.Execute(ct);
        var found = new List<SnapshotStanding>();
        while (await reader.ReadAsync(ct))
            found.Add(new(SnapshotReader.Item(reader, 0, viewer, now), new RawJson(reader.GetFieldValue<byte[]>(SnapshotReader.ColumnsOfItem))));
        return found;
    }

    /// <summary>Open things of every kind that may be work of the viewer's desk: those with a clock, and its unit's own. What is due first comes first.</summary>
    public async Task<IReadOnlyList<SnapshotItem>> Desk(Viewer viewer, int limit, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(
            SnapshotSql.Desk, Parameters.Text(viewer.Officer.Unit), Parameters.Number(limit));
        await using var reader = await batch.Execute(ct);
        var items = new List<SnapshotItem>();
        while (await reader.ReadAsync(ct))
            items.Add(SnapshotReader.Item(reader, 0, viewer, now));
        return items;
    }

    /// <summary>How many are open and late, by kind.</summary>
    public async Task<IReadOnlyDictionary<string, SnapshotCount>> Counts(Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(SnapshotSql.Counts, Parameters.Time(now));
        await using var reader = await batch.Execute(ct);
        var counts = new Dictionary<string, SnapshotCount>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            counts.Add(reader.GetString(0), new(reader.GetInt32(1), reader.GetInt32(2)));
        return counts;
    }

    /// <summary>Whether the viewer may read the thing.</summary>
    public async Task<bool> Sees(Viewer viewer, SnapshotKind kind, Guid id, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(SnapshotSql.Find, Parameters.Uuid(id), Parameters.Text(kind.Type));
        await using var reader = await batch.Execute(ct);
        return await reader.ReadAsync(ct);
    }
}

using Coordination.EventStore.Integrity;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Checks that the store keeps its promises, while it runs. Reads only, apart from twins that it drops again.</summary>
/// <param name="sealedLogs">Logs with a tree: their rows are hashed anew and compared with what was sealed.</param>
public sealed class Verifier(
    NpgsqlDataSource owner, EventTypes types, EventSerializer serializer, IReadOnlyList<IProjection> projections, DaemonOptions options,
    IReadOnlyList<LeafSource>? sealedLogs = null)
{
    private const int MostPerCheck = 100;
    private const int AuditPage = 5_000;

    // Each returns one line per defect. Nothing of an event's content.
    private static readonly (string Code, string Sql)[] LogChecks =
    [
        ("version_gap", """
            select 'stream ' || stream_id || ': ' || count(*) || ' events, versions ' || min(version) || ' to ' || max(version) from public.mt_events
            group by stream_id having count(*) <> max(version) or min(version) <> 1 or count(distinct version) <> count(*)
            """),
        ("stream_version", """
            select 'stream ' || coalesce(s.id, e.stream_id) || ': its row says ' || coalesce(s.version::text, 'nothing') || ', its last event ' || coalesce(e.version::text, 'nothing')
            from public.mt_streams s full join (select stream_id, max(version) as version from public.mt_events group by stream_id) e on e.stream_id = s.id
            where s.version is distinct from e.version and coalesce(s.version, 0) <> coalesce(e.version, 0)
            """),
        ("event_id_twice", "select 'event id ' || id || ' stands ' || count(*) || ' times' from public.mt_events group by id having count(*) > 1"),
        ("order_in_stream", """
            select 'stream ' || stream_id || ': version ' || version || ' stands before an earlier one' from (
                select stream_id, version, seq_id, lag(seq_id) over (partition by stream_id order by version) as earlier from public.mt_events) as pairs
            where seq_id < earlier
            """),
        ("key_twice", "select 'idempotency key ' || scope || ' ' || key || ' stands ' || count(*) || ' times' from coordination.idempotency group by scope, key having count(*) > 1"),
        ("key_without_event", """
            select 'idempotency key ' || i.scope || ' ' || i.key || ': event ' || i.position || ' is not there' from coordination.idempotency i
            where i.position > 0 and not exists (select from public.mt_events e where e.seq_id = i.position)
            """),
        ("key_without_version", """
            select 'idempotency key ' || i.scope || ' ' || i.key || ': stream ' || i.stream_id || ' has no version ' || i.version from coordination.idempotency i
            where i.version > 0 and not exists (select from public.mt_events e where e.stream_id = i.stream_id and e.version = i.version)
            """),
        ("checkpoint_ahead", """
            select p.name || ' stands at ' || p.last_seq_id || ', the log ends at ' || m.head from public.mt_event_progression p,
                (select greatest(coalesce((select max(seq_id) from public.mt_events), 0), (select last_value from public.mt_events_sequence)) as head) m
            where p.last_seq_id > m.head
            """),
        ("sequence_behind", """
            select 'the sequence stands at ' || s.last_value || ', the log ends at ' || e.head from public.mt_events_sequence s,
                (select max(seq_id) as head from public.mt_events) e where e.head > s.last_value
            """),
        ("sequence_cache", "select 'the sequence caches ' || seqcache || ' numbers per session' from pg_sequence where seqrelid = 'public.mt_events_sequence'::regclass and seqcache <> 1"),
    ];

    /// <param name="folds">Also fold each projection from scratch and compare: reads the whole log once per projection.</param>
    public async Task<IReadOnlyList<Defect>> Verify(bool folds, CancellationToken ct)
    {
        var defects = new List<Defect>();
        foreach (var (code, sql) in LogChecks)
        {
            var found = await Twin.Texts(owner, $"select * from ({sql}) as defects limit {MostPerCheck}", ct);
            defects.AddRange(found.Select(what => new Defect(code, what)));
        }

        foreach (var log in sealedLogs ?? [new EventLeaves()])
        {
            if (await Audit(log, ct) is { } found) defects.Add(found);
        }

        if (!folds) return defects;
        foreach (var projection in projections) defects.AddRange(await Fold(projection, ct));
        return defects;
    }

    private async Task<Defect?> Audit(LeafSource log, CancellationToken ct)
    {
        var audit = new TreeAudit(log, owner);
        while (true)
        {
            if (await audit.Next(AuditPage, ct) is { } end) return end.Found;
        }
    }

    private async Task<List<Defect>> Fold(IProjection projection, CancellationToken ct)
    {
        var twin = new Twin(owner, options, projection, $"check_{projection.Name.ToLowerInvariant()}_{Guid.CreateVersion7().ToString("N")[^12..]}");
        try
        {
            await twin.Create(ct);
            using var watermark = new Watermark(owner);
            var fill = new TwinFill(owner, new(owner, types, serializer, watermark, options), twin);
            await fill.Bulk(await CheckpointOf(projection, ct), ct);
            await using var snapshot = await SameMoment(projection, fill, ct);
            return await Compare(snapshot, projection, twin, ct);
        }
        finally
        {
            await twin.Drop();
        }
    }

    private async Task<long> CheckpointOf(IProjection projection, CancellationToken ct) =>
        (await Checkpoint.All(owner, ct)).FirstOrDefault(one => string.Equals(one.Shard, ShardName.Of(projection), StringComparison.Ordinal)).Position;

    // Live rows and twin at one position: the shard is held for the few events it went on meanwhile, and for no longer than a snapshot takes.
    private async Task<NpgsqlConnection> SameMoment(IProjection projection, TwinFill fill, CancellationToken ct)
    {
        var connection = await owner.OpenConnectionAsync(ct);
        await fill.To(await CheckpointOf(projection, ct), ct);
        await using var held = await HeldCheckpoint.Take(owner, ShardName.Of(projection), ct);
        await fill.To(held.Position, ct);
        await using var begin = new NpgsqlCommand("begin isolation level repeatable read; select 1", connection);
        await begin.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private async Task<List<Defect>> Compare(NpgsqlConnection snapshot, IProjection projection, Twin twin, CancellationToken ct)
    {
        var defects = new List<Defect>();
        foreach (var table in projection.Tables)
        {
            var (live, folded) = ($"{Twin.Quote(options.ReadModelSchema)}.{Twin.Quote(table)}", $"{Twin.Quote(twin.Schema)}.{Twin.Quote(table)}");
            var columns = string.Join(", ", await Columns(snapshot, live, ct));
            var extra = await Count(snapshot, $"select count(*) from (select {columns} from {live} except all select {columns} from {folded}) as d", ct);
            var missing = await Count(snapshot, $"select count(*) from (select {columns} from {folded} except all select {columns} from {live}) as d", ct);
            if (extra + missing > 0)
                defects.Add(new("projection_differs", $"{projection.Name}, table {table}: {extra} rows that a fold from scratch does not give, {missing} rows of it missing"));
        }

        return defects;
    }

    // json and xml know no equality.
    private static async Task<List<string>> Columns(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select quote_ident(attname) || case when atttypid in ('json'::regtype, 'xml'::regtype) then '::text' else '' end
            from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum
            """, connection);
        command.Parameters.Add(new() { Value = table });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = new List<string>();
        while (await reader.ReadAsync(ct)) columns.Add(reader.GetString(0));
        return columns;
    }

    private static async Task<long> Count(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
#pragma warning disable CA2100 // Quoted names of tables and columns.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}

/// <summary>A broken promise.</summary>
/// <param name="Code">Stable, such as <c>version_gap</c>.</param>
/// <param name="What">Which stream, key, shard or table, and how: no content of events.</param>
public sealed record Defect(string Code, string What);

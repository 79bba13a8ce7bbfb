using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Projections.Snapshots;
using Npgsql;

namespace Coordination.Projections.Sharing;

/// <summary>A thing as a viewer could see it.</summary>
/// <param name="Owner">Agency that created it.</param>
public sealed record Seen(string Owner, Sight Sight);

/// <summary>
/// What any viewer could see of any thing at any moment. It answers about others on purpose, so it reads as the daemon and not as a viewer:
/// whoever calls it decides first who may ask.
/// </summary>
public sealed class ThingSight(NpgsqlDataSource daemon, EventTypes types, EventSerializer serializer)
{
    // As it was created, and as secret as it was by then.
    private const string ByCreation = """
        select first.headers ->> 'agency' as agency, coordination.thing_level($4, $5) as level,
               array(select jsonb_array_elements_text(first.headers -> 'marking' -> 'audience')) as audience,
               '{}'::text[] as within
        from public.mt_events first
        where first.stream_id = $4 and first.version = 1 and first.timestamp <= $5
        """;

    // As strict as all its events together: what reads as the fold of them.
    private const string ByAllEvents = "select $6::text as agency, $7::integer as level, $8::text[] as audience, $9::text[] as within";

    private static readonly string Created = SqlText.Read("thing_sight").Replace("/*thing*/", ByCreation, StringComparison.Ordinal);
    private static readonly string Folded = SqlText.Read("thing_sight").Replace("/*thing*/", ByAllEvents, StringComparison.Ordinal);
    private const int AtOnce = 50;

    private readonly StreamHistory _history = new(types, serializer);

    /// <summary>The projections a caller must wait for to have later changes counted.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["CaseTimeline"];

    /// <param name="viewer">Whose sight; groups and clearance are taken as given.</param>
    /// <param name="at">As the log stood then; null = now.</param>
    /// <returns>Null when there was no such thing.</returns>
    public Task<Seen?> Of(Viewer viewer, Guid stream, DateTimeOffset? at, CancellationToken ct) => BestOf([viewer], stream, at, ct);

    /// <summary>The most that any one of these could see. Never as one viewer with the groups of all: nobody was that.</summary>
    /// <returns>Null when there was no such thing, or nobody to see it.</returns>
    public async Task<Seen?> BestOf(IReadOnlyList<Viewer> viewers, Guid stream, DateTimeOffset? at, CancellationToken ct)
    {
        var until = at ?? DateTimeOffset.MaxValue;
        await using var connection = await daemon.OpenConnectionAsync(ct);
        var row = await _history.Until(stream, until, connection, ct) is { Count: > 0 } events && SnapshotKinds.Owner(events[0].Recorded.Type.ClrType) is not null
            ? SnapshotRow.Of(events)
            : null;
        Seen? best = null;
        foreach (var some in viewers.Chunk(AtOnce))
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var viewer in some)
                batch.BatchCommands.Add(Question(viewer, stream, until, row));
            best = await Best(batch, best, ct);
            if (best is null or { Sight: Sight.Full })
                break;
        }

        return best;
    }

    private static NpgsqlBatchCommand Question(Viewer viewer, Guid stream, DateTimeOffset until, SnapshotRow? row)
    {
        var command = new NpgsqlBatchCommand(row is null ? Created : Folded);
        command.Parameters.AddViewer(viewer);
        command.Parameters.With(Parameters.Uuid(stream), Parameters.Time(until));
        if (row is not null)
            command.Parameters.With(
                Parameters.Text(row.Agency), Parameters.Number((int)row.Marking.Level), Parameters.Texts(row.Marking.Audience), Parameters.Texts(row.Within));
        return command;
    }

    private static async Task<Seen?> Best(NpgsqlBatch batch, Seen? best, CancellationToken ct)
    {
        await using var reader = await batch.ExecuteReaderAsync(ct);
        do
        {
            if (await reader.ReadAsync(ct) && (best is null || (int)best.Sight < reader.GetInt32(1)))
                best = new(reader.GetString(0), (Sight)reader.GetInt32(1));
        }
        while (await reader.NextResultAsync(ct));
        return best;
    }
}

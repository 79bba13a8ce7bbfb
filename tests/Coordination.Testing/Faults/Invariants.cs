using Npgsql;

namespace Coordination.Testing.Faults;

/// <param name="Key">The idempotency key under which a client asked for it, found in the event itself; null when the system wrote it.</param>
public sealed record Logged(long Position, Guid Id, Guid Stream, long Version, string? Key);

/// <summary>
/// What must hold after every fault, whatever was killed: each 2xx is there once at its acknowledged place (I1), nothing twice (I2), versions
/// 1..n (I3), subscribers get everything once in growing order (I4, I5), what was sealed is as it was (I7). I6, projections equal to a fold from
/// scratch, is the Verifier's; what was shown to whom (I8, I9) is asked where somebody reads.
/// </summary>
public static partial class Invariants
{
    /// <summary>Reads the log of a database and returns every breach in words; empty is good.</summary>
    /// <param name="key">SQL expression over <c>mt_events</c> that gives an event's idempotency key, such as <c>data->>'key'</c>.</param>
    public static async Task<IReadOnlyList<string>> Check(
        NpgsqlDataSource owner, string key, History history, IReadOnlyList<long>? delivered, CancellationToken ct)
    {
        // Of one moment: the product goes on writing, an alert for instance, while this looks.
        await using var connection = await owner.OpenConnectionAsync(ct);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var log = await Log(connection, key, ct);
        var streams = await Streams(connection, ct);
        return
        [
            .. history.Wrong, .. Acknowledged(log, history), .. Once(log, history), .. Versions(log, streams),
            .. delivered is null ? [] : Delivered(log, delivered), .. await Sealed(owner, ct),
        ];
    }

    /// <summary>I1, and that what was refused is not there.</summary>
    public static IEnumerable<string> Acknowledged(IReadOnlyList<Logged> log, History history)
    {
        var byKey = log.Where(e => e.Key is not null).ToLookup(e => e.Key!, StringComparer.Ordinal);
        foreach (var claim in history.Claims)
        {
            var found = byKey[claim.Key].FirstOrDefault();
            if (claim.Answer == Answer.Refused && found is not null)
            {
                if (!history.Claims.Any(c => c.Answer == Answer.Acknowledged && string.Equals(c.Key, claim.Key, StringComparison.Ordinal)))
                    yield return $"I1: {claim.Key} was refused and yet stands at position {found.Position}.";
            }
            else if (claim.Answer == Answer.Acknowledged && found is null)
            {
                yield return $"I1: {claim.Key} was acknowledged at position {claim.Position} and is not in the log.";
            }
            else if (claim.Answer == Answer.Acknowledged && !Matches(claim, found!))
            {
                yield return $"I1: {claim} stands at stream {found!.Stream} version {found.Version} position {found.Position}.";
            }
        }
    }

    /// <summary>I2: no event and no client's request stands in the log twice.</summary>
    public static IEnumerable<string> Once(IReadOnlyList<Logged> log, History history)
    {
        foreach (var twice in log.GroupBy(e => e.Id).Where(group => group.Count() > 1))
            yield return $"I2: event {twice.Key} stands {twice.Count()} times.";
        var asked = history.Claims.Select(claim => claim.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in log.Where(e => e.Key is not null && asked.Contains(e.Key)).GroupBy(e => e.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return $"I2: {twice.Key} stands {twice.Count()} times, at {string.Join(", ", twice.Select(e => e.Position))}.";
    }

    /// <summary>I3: per stream 1..n in log order, and the stream's row says n.</summary>
    public static IEnumerable<string> Versions(IReadOnlyList<Logged> log, IReadOnlyDictionary<Guid, long> streams)
    {
        var heads = new Dictionary<Guid, long>();
        foreach (var e in log.OrderBy(e => e.Position))
        {
            var expected = heads.GetValueOrDefault(e.Stream) + 1;
            if (e.Version != expected) yield return $"I3: stream {e.Stream} has version {e.Version} at {e.Position} where {expected} belongs.";
            heads[e.Stream] = e.Version;
        }

        foreach (var (stream, version) in streams)
        {
            if (heads.GetValueOrDefault(stream) != version)
                yield return $"I3: stream {stream} says version {version} and has {heads.GetValueOrDefault(stream)} events.";
        }
    }

    /// <summary>I4 and I5: a subscriber from the first position got the whole log, once, in growing order.</summary>
    public static IEnumerable<string> Delivered(IReadOnlyList<Logged> log, IReadOnlyList<long> delivered)
    {
        for (var i = 1; i < delivered.Count; i++)
        {
            if (delivered[i] <= delivered[i - 1]) yield return $"I4: position {delivered[i]} was delivered after {delivered[i - 1]}.";
        }

        var seen = delivered.ToHashSet();
        foreach (var missed in log.Where(e => !seen.Contains(e.Position))) yield return $"I5: position {missed.Position} was never delivered.";
        if (seen.Count > log.Count) yield return $"I5: {seen.Count - log.Count} positions were delivered that are not in the log.";
    }

    private static bool Matches(Claim claim, Logged found) =>
        (claim.Position == 0 || claim.Position == found.Position)
        && (claim.Stream == default || claim.Stream == found.Stream)
        && (claim.Version == 0 || claim.Version == found.Version);

    private static async Task<IReadOnlyList<Logged>> Log(NpgsqlConnection connection, string key, CancellationToken ct)
    {
        #pragma warning disable CA2100 // The expression is a constant of the test's.
        await using var command = new NpgsqlCommand($"select seq_id, id, stream_id, version, {key} from public.mt_events order by seq_id", connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var log = new List<Logged>();
        while (await reader.ReadAsync(ct))
        {
            log.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        return log;
    }

    private static async Task<IReadOnlyDictionary<Guid, long>> Streams(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select id, version from public.mt_streams", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var streams = new Dictionary<Guid, long>();
        while (await reader.ReadAsync(ct)) streams[reader.GetGuid(0)] = reader.GetInt64(1);
        return streams;
    }
}

using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>The last leaf of each stream, as far as it is remembered; the rest is asked for, once per page.</summary>
internal sealed class PreviousLeaves(LeafSource source)
{
    private const int Most = 100_000;

    private readonly Dictionary<Guid, (long Version, byte[] Hash)> _last = [];

    /// <summary>Makes sure that the next page finds what comes before it.</summary>
    public async Task Prepare(NpgsqlConnection connection, IReadOnlyList<LeafRow> page, CancellationToken ct)
    {
        // Bounded by forgetting everything: the price is one question more.
        if (_last.Count > Most) _last.Clear();
        var seen = new HashSet<Guid>();
        var missing = new List<(Guid, long)>();
        foreach (var row in page)
        {
            if (row.Stream is not { } stream || !seen.Add(stream) || row.Version <= 1) continue;
            if (!_last.TryGetValue(stream, out var last) || last.Version != row.Version - 1) missing.Add((stream, row.Version));
        }

        if (missing.Count == 0) return;
        var found = await source.Previous(connection, missing, ct);
        foreach (var (stream, version) in missing)
        {
            if (found.TryGetValue(stream, out var hash)) _last[stream] = (version - 1, hash);
            else _last.Remove(stream);
        }
    }

    public byte[]? Of(LeafRow row) =>
        row.Stream is { } stream && _last.TryGetValue(stream, out var last) && last.Version == row.Version - 1 ? last.Hash : null;

    public void Remember(LeafRow row, byte[] hash)
    {
        if (row.Stream is { } stream) _last[stream] = (row.Version, hash);
    }
}

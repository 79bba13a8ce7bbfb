using Npgsql;

namespace Coordination.EventStore;

/// <summary>Reads pages of the log that are complete: nothing smaller than their end will ever appear.</summary>
internal sealed class EventReader(NpgsqlDataSource dataSource, EventTypes types, EventSerializer serializer, Watermark watermark, DaemonOptions options)
{
    // Events of this log have the size that the last ones had: enough to ask for about one page of bytes.
    private int _limit = 200;

    public NpgsqlDataSource DataSource => dataSource;

    public Watermark Watermark => watermark;

    public EventTypes Types => types;

    public EventSerializer Serializer => serializer;

    /// <summary>The next complete page; empty at the end, or before a hole that may still be filled.</summary>
    public async Task<EventPage> Read(long after, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        watermark.Raise(after); // what a checkpoint has passed was complete
        var page = await Fetch(connection, after, long.MaxValue, watermark.Settled, ct);
        if (page.Dense < page.End)
        {
            // A hole. Who is asked now was asked after the page was seen; when nobody is left, a new look shows what they wrote.
            if (!await watermark.Settle(connection, page.End, ct)) return page.UpTo(page.Dense);
            page = await Fetch(connection, after, page.End, watermark.Settled, ct);
        }

        watermark.Raise(page.End);
        return page;
    }

    /// <summary>The log between two positions that were complete before the call, in pages.</summary>
    /// <param name="bodies">Aliases of the events that come with their bodies; null for all.</param>
    public async IAsyncEnumerable<EventPage> Scan(
        NpgsqlConnection connection, long after, long upTo, IReadOnlySet<string>? bodies,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var scan = await EventScan.Start(connection, types, serializer, after, upTo, 0, bodies, ct);
        while (await scan.Next(after, options.PageBytes, options.MaxPageEvents, upTo, ct) is { Count: > 0 } page)
        {
            yield return page;
            after = page.End;
        }
    }

    /// <summary>The event at a position; null when there is none, or its type is not declared.</summary>
    public async Task<Recorded?> One(long position, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await foreach (var page in Scan(connection, position - 1, position, null, ct)) return page.Events.Count > 0 ? page.Events[0] : null;
        return null;
    }

    public Task<NpgsqlConnection> Open(CancellationToken ct) => dataSource.OpenConnectionAsync(ct).AsTask();

    private async Task<EventPage> Fetch(NpgsqlConnection connection, long after, long upTo, long settled, CancellationToken ct)
    {
        await using var scan = await EventScan.Start(connection, types, serializer, after, upTo, Volatile.Read(ref _limit), null, ct);
        var page = await scan.Next(after, options.PageBytes, options.MaxPageEvents, settled, ct);
        if (page.Count > 0)
            Volatile.Write(ref _limit, Math.Clamp(options.PageBytes / Math.Max(1, page.Bytes / page.Count), 10, options.MaxPageEvents));
        return page;
    }
}

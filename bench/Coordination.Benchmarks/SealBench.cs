using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Coordination.EventStore.Integrity;

namespace Coordination.Benchmarks;

/// <summary>The sealer behind a full log, its lag behind 500 events a second, and how fast a whole log is hashed anew.</summary>
internal static class SealBench
{
    private const int PerSecond = 500;
    private static readonly EventLeaves Events = new();
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    public static async Task Run(Bench bench, Results results)
    {
        var (cases, perCase) = bench.Small ? (50, 400) : (500, 2_000);
        await Seed.Cases(bench.Database.Owner, 1, cases, perCase);
        using var sealer = new Sealer(Events, bench.Database.Daemon, new SealerOptions());
        await sealer.Hold(CancellationToken.None);
        // The first page pays for compiling everything else.
        var warm = await sealer.Seal(CancellationToken.None);
        var elapsed = await Measure.Milliseconds(async () =>
        {
            while (await sealer.Seal(CancellationToken.None) > 0)
                await sealer.Hold(CancellationToken.None);
        });
        Rate(results, $"sealer, {sealer.State!.Size:N0} events", (sealer.State.Size - warm) / elapsed * 1_000, 20_000);
        await Lag(bench, sealer, results);
        await Verify(bench, results);
    }

    private static async Task Lag(Bench bench, Sealer sealer, Results results)
    {
        var waiting = new ConcurrentQueue<(long Position, long At)>();
        var lags = new List<double>();
        using var ended = new CancellationTokenSource(TimeSpan.FromSeconds(bench.Small ? 3 : 20));
        var writing = Write(bench, waiting, ended.Token);
        while (!writing.IsCompleted || !waiting.IsEmpty)
        {
            await sealer.Hold(CancellationToken.None);
            await sealer.Seal(CancellationToken.None);
            while (waiting.TryPeek(out var first) && first.Position <= sealer.State!.Position && waiting.TryDequeue(out first))
                lags.Add(Stopwatch.GetElapsedTime(first.At).TotalMilliseconds);
            await Task.Delay(Rest); // as the service rests
        }

        await writing;
        results.Add(
            $"lag of the sealer at {PerSecond} events/s", "", string.Create(
                CultureInfo.InvariantCulture, $"p50 {Measure.Percentile(lags, 0.5):N0} ms, p99 {Measure.Percentile(lags, 0.99):N0} ms"), "", "p99 ≤ 1,000 ms",
            Measure.Percentile(lags, 0.99) <= 1_000);
    }

    private static async Task Write(Bench bench, ConcurrentQueue<(long Position, long At)> written, CancellationToken until)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!until.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            for (var i = 0; i < PerSecond / 50; i++)
            {
                var result = await bench.Log.Append(new([new(Guid.CreateVersion7(), Payload.StreamType, 0, [Payload.New()])]), CancellationToken.None);
                written.Enqueue((result.Position, Stopwatch.GetTimestamp()));
            }
        }
    }

    private static async Task Verify(Bench bench, Results results)
    {
        var audit = new TreeAudit(Events, bench.Database.Daemon);
        AuditEnd? end = null;
        var elapsed = await Measure.Milliseconds(async () =>
        {
            while (end is null)
                end = await audit.Next(5_000, CancellationToken.None);
        });
        if (end!.Found is { } found)
            throw new InvalidOperationException(found.What);
        Rate(results, $"verify, {end.Leaves:N0} events hashed anew", end.Leaves / elapsed * 1_000, 20_000);
    }

    private static void Rate(Results results, string what, double rate, double reach) => results.Add(
        what, "", string.Create(CultureInfo.InvariantCulture, $"{rate:N0} ev/s"), "", string.Create(CultureInfo.InvariantCulture, $"≥ {reach:N0} ev/s"), rate >= reach);
}

using System.Diagnostics;
using System.Globalization;
using Coordination.EventStore;
using EventLog = Coordination.EventStore.EventLog;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>From the call of append to the row being visible to another connection that polls every 2 ms, at 50 events a second; minus a raw commit.</summary>
internal static class LatencyBench
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    public static async Task Run(Bench bench, Results results)
    {
        await Seed.Cases(bench.Database.Owner, 1, 1, 2);
        await using var daemon = RebuildBench.Daemon(bench);
        await daemon.Start(CancellationToken.None);
        await bench.Raw.Open(1);
        var raw = await Paced(bench, _ => Measure.Milliseconds(() => bench.Raw.InsertRow(0)));
        await using var polling = await bench.Database.Daemon.OpenConnectionAsync();
        var ours = await Paced(bench, _ => Visible(bench.Log, daemon, polling));
        Report(results, "p50", 0.5, 5, raw, ours);
        Report(results, "p99", 0.99, 20, raw, ours);
        await daemon.Stop();
    }

    private static void Report(Results results, string name, double percentile, double reach, List<double> raw, List<double> ours)
    {
        var (r, o) = (Measure.Percentile(raw, percentile), Measure.Percentile(ours, percentile));
        results.Add(
            $"append → timeline row visible, 50 ev/s, {name}", Milliseconds(r), Milliseconds(o), $"+{Milliseconds(o - r)}", $"≤ +{reach} ms", o - r <= reach);
    }

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:N1} ms");

    private static async Task<List<double>> Paced(Bench bench, Func<int, Task<double>> one)
    {
        var count = bench.Small ? 150 : 1_500;
        var taken = new List<double>(count);
        using var timer = new PeriodicTimer(Pace);
        for (var i = 0; i < count + 50; i++)
        {
            await timer.WaitForNextTickAsync();
            var milliseconds = await one(i);
            if (i >= 50)
                taken.Add(milliseconds);
        }

        return taken;
    }

    private static async Task<double> Visible(EventLog log, ProjectionDaemon daemon, NpgsqlConnection polling)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await log.Append(new AppendRequest([new(Seed.StreamId(1), Payload.StreamType, null, [Payload.New()])]), CancellationToken.None);
        daemon.Signal(result.Position);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (true)
        {
            await using var command = new NpgsqlCommand("select 1 from readmodel.case_timeline where case_id = $1 and position = $2", polling)
            {
                Parameters = { new() { Value = Seed.CaseId(1) }, new() { Value = result.Position } },
            };
            if (await command.ExecuteScalarAsync() is not null)
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            await poll.WaitForNextTickAsync();
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Coordination.Domain.Alerts.Rules;
using Coordination.Projections.Alerts;

namespace Coordination.Benchmarks;

/// <summary>A back-test of R01 over a log of applications, against reading the same events in order.</summary>
internal static class BackTestBench
{
    public static async Task Run(Bench bench, Results results)
    {
        var size = bench.Small ? 50_000 : 1_000_000;
        await Seed.Applications(bench.Database.Owner, size);
        var raw = await RebuildBench.Scan(bench.Database.Daemon);
        var test = new BackTest(bench.Log, bench.Database.Daemon, bench.Database.Runtime);
        var question = new BackTestQuestion(
            AlertRules.Find("R01")!, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero), new Dictionary<string, int>(StringComparer.Ordinal));
        var started = Stopwatch.GetTimestamp();
        var report = await test.Run(question, null, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var rate = report.EventsRead / elapsed.TotalSeconds;
        results.Add(
            string.Create(CultureInfo.InvariantCulture, $"back-test of R01, {report.EventsRead:N0} events, {report.Alerts.Count:N0} alerts"),
            string.Create(CultureInfo.InvariantCulture, $"{raw:N0} ev/s"),
            string.Create(CultureInfo.InvariantCulture, $"{rate:N0} ev/s, {elapsed.TotalSeconds:N1} s"),
            string.Create(CultureInfo.InvariantCulture, $"{rate / raw:N2} ×"),
            string.Create(CultureInfo.InvariantCulture, $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MiB"), null);
        if (report.EventsRead != size || report.Alerts.Count < (size / 50) - 1)
            throw new InvalidOperationException($"Read {report.EventsRead} of {size} events and found {report.Alerts.Count} of {(size / 50) - 1} clusters.");
    }
}

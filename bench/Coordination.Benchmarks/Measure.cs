using System.Diagnostics;

namespace Coordination.Benchmarks;

/// <summary>Ways of measuring that survive a shared, noisy machine: both sides in the same run, in turns, medians of rounds.</summary>
internal static class Measure
{
    /// <summary>Operations per second of <paramref name="work"/> run by <paramref name="callers"/> at once for about <paramref name="seconds"/>.</summary>
    public static async Task<double> Rate(int callers, double seconds, Func<int, Task<int>> work)
    {
        var stop = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var count = 0L;
            while (Stopwatch.GetTimestamp() < stop)
                count += await work(caller);
            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Runs raw and ours in turns and returns their medians and the median of the per-round ratios.</summary>
    public static async Task<Comparison> InTurns(int rounds, Func<Task<double>> raw, Func<Task<double>> ours)
    {
        await raw();
        await ours();
        var pairs = new List<(double Raw, double Ours)>();
        for (var round = 0; round < rounds; round++)
        {
            // Whoever runs second meets the other's dirty pages: take turns at being first.
            if (round % 2 == 0)
            {
                var r = await raw();
                pairs.Add((r, await ours()));
            }
            else
            {
                var o = await ours();
                pairs.Add((await raw(), o));
            }
        }

        return new Comparison(
            Median(pairs.Select(p => p.Raw)), Median(pairs.Select(p => p.Ours)), Median(pairs.Select(p => p.Ours / p.Raw)));
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    public static double Percentile(IEnumerable<double> values, double p)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(p * sorted.Length))];
    }

    public static async Task<double> Milliseconds(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}

internal sealed record Comparison(double Raw, double Ours, double Ratio);

/// <summary>The table that is printed: what, raw PostgreSQL, ours, ratio, reach, verdict.</summary>
internal sealed class Results
{
    private readonly List<string[]> _rows = [];

    public void Add(string what, string raw, string ours, string ratio, string reach, bool? reached)
    {
        Missed |= reached is false;
        var verdict = reached switch { true => "reached", false => "MISSED", null => "" };
        _rows.Add([what, raw, ours, ratio, reach, verdict]);
        Console.Error.WriteLine($"  {what}: raw {raw}, ours {ours}, {ratio} ({reach}) {verdict}");
    }

    public void Add(string what, Comparison compared, string unit, double reach) => Add(
        what,
        FormattableString.Invariant($"{compared.Raw:N0} {unit}"),
        FormattableString.Invariant($"{compared.Ours:N0} {unit}"),
        FormattableString.Invariant($"{compared.Ratio:N2} ×"),
        FormattableString.Invariant($"≥ {reach} ×"),
        compared.Ratio >= reach);

    public bool Missed { get; private set; }

    public void Print()
    {
        Console.WriteLine("| what | raw PostgreSQL | Coordination | ratio | reach | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var row in _rows)
            Console.WriteLine($"| {string.Join(" | ", row)} |");
    }
}

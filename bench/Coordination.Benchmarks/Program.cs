namespace Coordination.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project bench/Coordination.Benchmarks -- [append] [decide] [latency] [rebuild] [page] [http] [visibility] [access] [vault] [seal] [deconflict] [load] [views] [backtest] [--rounds n] [--seconds s] [--small]</c>;
/// without names, all of them. Prints one table; exit code 1 when a reach was missed.
/// </summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<Bench, Results, Task>> Benches = new(StringComparer.Ordinal)
    {
        ["append"] = AppendBench.Run,
        ["decide"] = DecideBench.Run,
        ["latency"] = LatencyBench.Run,
        ["rebuild"] = RebuildBench.Run,
        ["page"] = PageBench.Run,
        ["http"] = HttpBench.Run,
        ["visibility"] = VisibilityBench.Run,
        ["access"] = AccessBench.Run,
        ["vault"] = VaultBench.Run,
        ["seal"] = SealBench.Run,
        ["deconflict"] = DeconflictBench.Run,
        ["load"] = LoadBench.Run,
        ["views"] = ViewsBench.Run,
        ["backtest"] = BackTestBench.Run,
    };

    public static async Task<int> Main(string[] arguments)
    {
        // A commit that waits for no disk would flatter one row per transaction: joining commits would save nothing.
        Environment.SetEnvironmentVariable("COORDINATION_TEST_DURABLE", "1");
        var rounds = (int)Option(arguments, "--rounds", 5);
        var seconds = Option(arguments, "--seconds", 2);
        var chosen = Benches.Keys.Where(arguments.Contains).ToList();
        var results = new Results();
        foreach (var name in chosen.Count > 0 ? chosen : [.. Benches.Keys])
        {
            await using var bench = await Bench.Create(rounds, seconds, arguments.Contains("--small"));
            await Benches[name](bench, results);
        }

        results.Print();
        return results.Missed ? 1 : 0;
    }

    private static double Option(string[] arguments, string name, double otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at < 0 ? otherwise : double.Parse(arguments[at + 1], System.Globalization.CultureInfo.InvariantCulture);
    }
}

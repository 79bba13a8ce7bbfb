using Coordination.EventStore;

namespace Coordination.Benchmarks;

/// <summary>A command on an existing stream: load, decide, append, against a plain insert by the same number of callers.</summary>
internal static class DecideBench
{
    private const int Callers = 8;
    private const int StreamsPerCaller = 50;

    private static readonly Fold<int> Count = new(Payload.StreamType, 0, (count, _) => count + 1);

    public static async Task Run(Bench bench, Results results)
    {
        await bench.Raw.Open(Callers);
        var streams = await Start(bench.Log);
        var decider = new Decider(bench.Log);
        var next = new int[Callers];
        var compared = await Measure.InTurns(
            bench.Rounds,
            () => Measure.Rate(Callers, bench.Seconds, bench.Raw.InsertRow),
            () => Measure.Rate(Callers, bench.Seconds, caller => Command(decider, streams[caller][next[caller]++ % StreamsPerCaller])));
        results.Add($"command on an existing stream, {Callers} callers", compared, "cmd/s", 0.7);
    }

    private static async Task<Guid[][]> Start(EventLog log)
    {
        var streams = Enumerable.Range(0, Callers).Select(_ => Enumerable.Range(0, StreamsPerCaller).Select(_ => Guid.CreateVersion7()).ToArray()).ToArray();
        foreach (var stream in streams.SelectMany(one => one))
            await log.Append(new AppendRequest([new(stream, Payload.StreamType, 0, [Payload.New()])]), CancellationToken.None);
        return streams;
    }

    private static async Task<int> Command(Decider decider, Guid stream)
    {
        var outcome = await decider.Transact<int, string>(
            Count, stream, null, (count, _) => new(count < 0 ? "negative" : null, [Payload.New()]), null, CancellationToken.None);
        return outcome.Verdict == AppendVerdict.Appended ? 1 : throw new InvalidOperationException($"Not appended: {outcome.Verdict}");
    }
}

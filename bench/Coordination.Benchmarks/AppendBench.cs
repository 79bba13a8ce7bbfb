using Coordination.EventStore;

namespace Coordination.Benchmarks;

/// <summary>Appends against plain inserts of the same payload: new streams, and many events at once.</summary>
internal static class AppendBench
{
    public static async Task Run(Bench bench, Results results)
    {
        foreach (var (callers, reach) in new[] { (32, 1.5), (8, 0.9), (1, 0.6) })
            await NewStreams(bench, results, callers, reach);
        await Batches(bench, results);
    }

    private static async Task NewStreams(Bench bench, Results results, int callers, double reach)
    {
        await bench.Raw.Open(callers);
        var compared = await Measure.InTurns(
            bench.Rounds,
            () => Measure.Rate(callers, bench.Seconds, bench.Raw.InsertRow),
            () => Measure.Rate(callers, bench.Seconds, _ => AppendOne(bench.Log)));
        results.Add($"append, 1 event to a new stream, {callers} callers", compared, "ev/s", reach);
    }

    private static async Task Batches(Bench bench, Results results)
    {
        await bench.Raw.Open(8);
        var compared = await Measure.InTurns(
            bench.Rounds,
            () => Measure.Rate(8, bench.Seconds, caller => bench.Raw.InsertRows(caller, 100)),
            () => Measure.Rate(8, bench.Seconds, _ => AppendMany(bench.Log, 100)));
        results.Add("100 events per append, 8 callers", compared, "ev/s", 0.7);
    }

    public static Task<int> AppendOne(EventLog log) => AppendMany(log, 1);

    private static async Task<int> AppendMany(EventLog log, int count)
    {
        var events = new NewEvent[count];
        for (var i = 0; i < count; i++)
            events[i] = Payload.New();
        var result = await log.Append(new AppendRequest([new(Guid.CreateVersion7(), Payload.StreamType, 0, events)]), CancellationToken.None);
        return result.Verdict == AppendVerdict.Appended ? count : throw new InvalidOperationException($"Not appended: {result.Verdict}");
    }
}

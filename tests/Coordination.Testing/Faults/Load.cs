using System.Text.Json.Nodes;

namespace Coordination.Testing.Faults;

/// <summary>
/// Clients that file reports and grade them twice, each event under its own key, and ask again under the same key until they get an answer.
/// One seed gives one sequence of requests; which of them meets a fault is up to the fault.
/// </summary>
public sealed class Load(OfficerClient officer, IReadOnlyList<HttpClient> hosts, History history, int seed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const int MostWrong = 20;
    private int _reports;

    /// <summary>Runs until <paramref name="stop"/>; then every key under way is still settled, for at most <paramref name="grace"/>.</summary>
    public async Task Run(int workers, Task stop, TimeSpan grace, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = Enumerable.Range(0, workers).Select(worker => Work(new Random(seed + worker), stop, limit.Token)).ToArray();
        await stop;
        limit.CancelAfter(grace);
        await Task.WhenAll(working);
    }

    private async Task Work(Random random, Task stop, CancellationToken ct)
    {
        while (!stop.IsCompleted && !ct.IsCancellationRequested)
        {
            var report = $"{seed}-{Interlocked.Increment(ref _reports)}";
            JsonObject[] events =
            [
                officer.Event("intelligence_report_filed", report, report, OfficerClient.Filed(report)),
                officer.Event("intelligence_graded", report + "-b", report, OfficerClient.Graded(report + "-b", 1)),
                officer.Event("intelligence_graded", report + "-c", report, OfficerClient.Graded(report + "-c", 2)),
            ];
            foreach (var cloudEvent in events)
            {
                if (!await Settle(cloudEvent, random, ct)) return;
            }
        }
    }

    /// <summary>False when the time was up first, or too much is wrong for going on to tell more.</summary>
    private async Task<bool> Settle(JsonObject cloudEvent, Random random, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var claim = await officer.Send(hosts[random.Next(hosts.Count)], cloudEvent, history, ct);
                if (claim.Answer == Answer.Acknowledged) return true;
                if (history.Wrong.Count > MostWrong) return false;
                await Task.Delay(Pause, ct);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

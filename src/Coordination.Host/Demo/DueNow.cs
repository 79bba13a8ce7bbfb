using Coordination.EventStore;

namespace Coordination.Host.Demo;

/// <summary>
/// What falls due while a clock jumps. Time that passes lets deadlines fall before anybody acts; a clock that is set would leave it to the machine which of
/// the two comes first, and a story told twice would not be the same.
/// </summary>
public sealed class DueNow(IEnumerable<IHostedService> services, ProjectionDaemon daemon, EventLog log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly List<Keeper> _keepers = [.. services.OfType<Keeper>()];

    /// <summary>Lets every view catch up and everything be written that is owed, until nothing is owed any more.</summary>
    /// <exception cref="TimeoutException">The views do not catch up within a minute.</exception>
    public async Task Settle(CancellationToken ct)
    {
        for (long before = -1, head = await log.FetchHead(ct); head > before; head = await log.FetchHead(ct))
        {
            before = head;
            var waited = await daemon.WaitFor(head, Limit, ct);
            if (!waited.Reached)
                throw new TimeoutException($"The views have not caught up: {waited}");
            foreach (var keeper in _keepers)
                await keeper.Round(ct);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Runs on this node the shards whose leases it holds.</summary>
internal sealed class ShardHost(
    IReadOnlyCollection<IProjection> projections, Leases leases, NodeLink link, EventFeed feed, NpgsqlDataSource dataSource, DaemonOptions options,
    Progress progress, ILogger log)
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, RunningShard> _running = new(StringComparer.Ordinal);

    public IReadOnlyList<string> RunningHere => [.. _running.Where(one => !one.Value.Ended).Select(one => one.Key)];

    public bool RunsAll => RunningHere.Count == projections.Count;

    /// <summary>Renews the leases, then ends what is no longer this node's and starts what is.</summary>
    public async Task Renew(CancellationToken ct)
    {
        var states = _running.Keys.Select(shard => (Shard: shard, progress[shard].State, progress[shard].Error)).ToList();
        // A shard that has stopped is not offered: a node with a newer program may know what this one does not.
        var offered = projections.Select(ShardName.Of).Where(shard => !StoppedHere(shard)).ToList();
        var held = await leases.Renew(offered, states, link.Listener, ct);
        var lost = _running.Keys.Where(shard => !held.Contains(shard) && !StoppedHere(shard)).ToList();
        if (lost.Count > 0)
        {
            await Stop(lost);
            link.TellLeases();
        }

        foreach (var projection in projections.Where(one => held.Contains(ShardName.Of(one)) && !_running.ContainsKey(ShardName.Of(one))))
        {
            var shard = new Shard(projection, feed, dataSource, options, progress, log);
            _running[shard.Name] = new(shard);
            log.LogInformation("{Shard} runs on {Node}", shard.Name, options.NodeName);
        }
    }

    /// <summary>A shard that has stopped for want of something may run again.</summary>
    public void Revive(string shard)
    {
        if (!StoppedHere(shard) || !_running.TryRemove(shard, out var stopped)) return;
        stopped.Dispose();
        progress.Became(shard, ShardState.Waiting, null);
    }

    /// <summary>Lets each page that is under way end, writes the checkpoints and gives the leases back.</summary>
    public Task StopAll() => Stop([.. _running.Keys]);

    public async Task AbandonAll()
    {
        foreach (var shard in _running.Values) await shard.Abandon();
    }

    private bool StoppedHere(string shard) => _running.TryGetValue(shard, out var running) && running.Ended;

    private async Task Stop(IReadOnlyCollection<string> shards)
    {
        await Task.WhenAll(shards.Select(async shard =>
        {
            if (!_running.TryRemove(shard, out var running)) return;
            await running.Stop(StopLimit);
            running.Dispose();
        }));
        try
        {
            await leases.Release(shards, CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            log.LogWarning("Leases were not given back, they will expire: {Error}", Failure.Describe(e));
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.RateLimiting;
using Npgsql;

namespace Coordination.Host.Security;

/// <summary>
/// This Host's share of the buckets of one kind. A request costs a subtraction in memory; twice a second what was used is settled with the other
/// Hosts, so that at most what half a second lets through is too much. Without the database each Host goes on by its own count.
/// </summary>
internal sealed class HostBuckets(string kind, int perSecond, int burst)
{
    private readonly double _perSecond = Math.Max(1, perSecond);
    private readonly double _burst = Math.Max(1, burst);
    private readonly ConcurrentDictionary<string, Bucket> _used = new(StringComparer.Ordinal);

    public RateLimiter Of(string key) => new Bucket(this, key);

    /// <summary>Nothing is asked of the database while nobody asks anything of this Host.</summary>
    public async Task Settle(SharedBuckets shared, CancellationToken ct)
    {
        if (_used.IsEmpty)
            return;
        var now = _used.Values.Select(bucket => (Bucket: bucket, bucket.Used)).ToList();
        var left = await shared.Settle(kind, [.. now.Select(one => (one.Bucket.Key, (double)one.Used))], _perSecond, _burst, ct);
        foreach (var (bucket, used) in now)
        {
            // Out before it is told: what it takes from here on puts it in again.
            _used.TryRemove(KeyValuePair.Create(bucket.Key, bucket));
            if (bucket.Settled(used, left[bucket.Key]))
                _used[bucket.Key] = bucket;
        }
    }

    private sealed class Bucket(HostBuckets all, string key) : RateLimiter
    {
        private static readonly RateLimitLease Taken = new Lease(acquired: true, default);

        private readonly Lock _gate = new();

        // What others used is not known yet: a second's worth until it is.
        private double _left = Math.Min(all._perSecond, all._burst);
        private long _at = Stopwatch.GetTimestamp();
        private int _used;

        public string Key => key;

        public int Used
        {
            get
            {
                lock (_gate)
                    return _used;
            }
        }

        public override TimeSpan? IdleDuration
        {
            get
            {
                lock (_gate)
                    return _used > 0 ? null : Stopwatch.GetElapsedTime(_at);
            }
        }

        /// <returns>True when more was taken meanwhile.</returns>
        public bool Settled(int told, double left)
        {
            lock (_gate)
            {
                _used -= told;
                (_left, _at) = (left - _used, Stopwatch.GetTimestamp());
                return _used > 0;
            }
        }

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount)
        {
            lock (_gate)
            {
                var now = Stopwatch.GetTimestamp();
                _left = Math.Min(all._burst, _left + Stopwatch.GetElapsedTime(_at, now).TotalSeconds * all._perSecond);
                _at = now;
                if (_left < permitCount)
                    return new Lease(acquired: false, TimeSpan.FromSeconds((permitCount - _left) / all._perSecond));
                _left -= permitCount;
                _used += permitCount;
            }
            all._used[key] = this;
            return Taken;
        }

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            new(AttemptAcquireCore(permitCount));
    }

    internal sealed class Lease(bool acquired, TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => acquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = acquired || metadataName != MetadataName.RetryAfter.Name ? null : wait;
            return metadata is not null;
        }
    }
}

/// <summary>Settles the buckets of this Host twice a second.</summary>
internal sealed class BucketKeeper(IEnumerable<HostBuckets> kinds, SharedBuckets shared, ILogger<BucketKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tidy = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var tidied = Stopwatch.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var kind in kinds)
                    await kind.Settle(shared, stoppingToken);
                if (Stopwatch.GetElapsedTime(tidied) < Tidy)
                    continue;
                await shared.Forget(stoppingToken);
                tidied = Stopwatch.GetTimestamp();
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogWarning("Limits are counted by this Host alone until PostgreSQL answers: {Error}", e.Message);
            }
        }
    }
}

using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Talks to the other nodes over two connections: one listens, one notifies. Notifications are hints that save time; the log, the
/// checkpoints and the leases are the truth. Never inside an append: NOTIFY takes a database-wide lock until its commit.
/// </summary>
internal sealed class NodeLink(NpgsqlDataSource dataSource, DaemonOptions options, ILogger log) : IDisposable
{
    public const string Channel = "coordination";
    public const string LeasesChangedPayload = "leases";
    private const int MaxPayload = 7900; // bytes; PostgreSQL takes 8000
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _shards = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _something = new(0, 1);
    private long _position;
    private bool _leases;
    private int _notifier;

    /// <summary>Server process of the listening connection and its start, null while there is none.</summary>
    public (int? ProcessId, DateTimeOffset? Started) Listener { get; private set; }

    /// <summary>Events up to a position were committed somewhere.</summary>
    public Action<long>? Appended { get; set; }

    /// <summary>A shard of another node has moved.</summary>
    public Action<string, long>? Moved { get; set; }

    /// <summary>Leases were given back, or a node has come: look again.</summary>
    public Action? LeasesChanged { get; set; }

    public void TellAppended(long position) => Tell(() => _position = Math.Max(_position, position));

    public void TellMoved(string shard, long position) => Tell(() => _shards[shard] = position);

    public void TellLeases() => Tell(() => _leases = true);

    public Task Run(CancellationToken ct) => Task.WhenAll(Forever(Listen, ct), Forever(Notify, ct));

    public void Dispose() => _something.Dispose();

    private void Tell(Action what)
    {
        lock (_lock)
        {
            what();
            if (_something.CurrentCount == 0) _something.Release();
        }
    }

    private async Task Forever(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(ct);
                await work(connection, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("The link to the other nodes is down and is tried again: {Error}", Failure.Describe(e));
                await Task.Delay(options.SafetyPoll, ct).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Listen(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            connection.Notification += (_, notification) => Heard(notification);
            await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
            await using var self = new NpgsqlCommand("select backend_start from pg_stat_activity where pid = pg_backend_pid()", connection);
            Listener = (connection.ProcessID, await self.ExecuteScalarAsync(ct) is DateTime started ? new DateTimeOffset(started) : null);
            LeasesChanged?.Invoke();
            while (true)
            {
                // A statement now and then finds a connection that died without a word.
                if (!await connection.WaitAsync(Quiet, ct)) await self.ExecuteScalarAsync(ct);
            }
        }
        finally
        {
            Listener = default;
            // The pool resets a connection when it is used again; until then it would go on listening, and tell its next user old news.
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await using var unlisten = new NpgsqlCommand("unlisten *", connection);
                await unlisten.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    private async Task Notify(NpgsqlConnection connection, CancellationToken ct)
    {
        _notifier = connection.ProcessID;
        await using (var relaxed = new NpgsqlCommand("set synchronous_commit = off", connection)) await relaxed.ExecuteNonQueryAsync(ct);
        await using var notify = new NpgsqlCommand("select pg_notify($1, $2)", connection);
        notify.Parameters.Add(new() { Value = Channel });
        notify.Parameters.Add(new() { Value = "" });
        while (true)
        {
            await _something.WaitAsync(ct);
            notify.Parameters[1].Value = Payload();
            await notify.ExecuteNonQueryAsync(ct);
            await Task.Delay(options.NotifyInterval, ct); // what is told meanwhile goes with the next one
        }
    }

    private string Payload()
    {
        lock (_lock)
        {
            var payload = new StringBuilder();
            if (_position > 0) payload.Append(CultureInfo.InvariantCulture, $"{_position}");
            if (_leases) payload.Append('|').Append(LeasesChangedPayload);
            foreach (var (shard, position) in _shards)
            {
                if (payload.Length + Encoding.UTF8.GetByteCount(shard) + 24 < MaxPayload) payload.Append(CultureInfo.InvariantCulture, $"|{shard}={position}");
            }

            (_position, _leases) = (0, false);
            _shards.Clear();
            return payload.ToString();
        }
    }

    private void Heard(NpgsqlNotificationEventArgs notification)
    {
        if (notification.PID == _notifier) return;
        foreach (var part in notification.Payload.Split('|'))
        {
            var equals = part.LastIndexOf('=');
            if (string.Equals(part, LeasesChangedPayload, StringComparison.Ordinal)) LeasesChanged?.Invoke();
            else if (equals < 0 && long.TryParse(part, CultureInfo.InvariantCulture, out var appended)) Appended?.Invoke(appended);
            else if (equals > 0 && long.TryParse(part.AsSpan(equals + 1), CultureInfo.InvariantCulture, out var moved)) Moved?.Invoke(part[..equals], moved);
        }
    }
}

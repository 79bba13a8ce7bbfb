using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Host.Tests.Faults;

/// <summary>Reads the log as any subscriber does, over connections of its own.</summary>
internal sealed class LogSubscriber : IAsyncDisposable
{
    private const int Page = 500;
    private readonly NpgsqlDataSource _source;
    private readonly EventLog _log;

    public LogSubscriber(string daemonConnectionString)
    {
        _source = NpgsqlDataSource.Create(daemonConnectionString);
        _log = new(_source, new(EventNames.All.Select(name => new EventType(name.Key, name.Value))), new(EventJson.Stored));
    }

    public async Task<IReadOnlyList<long>> PositionsAfter(long position, CancellationToken ct) =>
        [.. (await _log.FetchAll(position, Page, ct)).Select(recorded => recorded.Position)];

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await _source.DisposeAsync();
    }
}

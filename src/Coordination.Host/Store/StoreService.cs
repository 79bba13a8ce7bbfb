using Coordination.EventStore;
using Coordination.Host.Demo;
using Npgsql;

namespace Coordination.Host.Store;

/// <summary>Runs the views for as long as the Host runs.</summary>
internal sealed class StoreService(
    ProjectionDaemon daemon, [FromKeyedServices(StoreModule.Daemon)] NpgsqlDataSource database, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ContinueDemoClock(cancellationToken);
        await daemon.Start(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => daemon.Stop();

    // A demo goes on where its log ended; with today's date every deadline in it would be long past.
    private async Task ContinueDemoClock(CancellationToken ct)
    {
        if (clock is not DemoClock demo)
            return;
        await using var command = database.CreateCommand("select timestamp from public.mt_events order by seq_id desc limit 1");
        if (await command.ExecuteScalarAsync(ct) is DateTime last)
            demo.TrySet(new DateTimeOffset(last, TimeSpan.Zero));
    }
}

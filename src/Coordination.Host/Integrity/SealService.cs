using Coordination.EventStore;

namespace Coordination.Host.Integrity;

/// <summary>Runs both trees for as long as the Host runs.</summary>
internal sealed class SealService(
    LogTrees trees, Heads heads, Findings findings, HostSettings settings, ProjectionDaemon views, ILogger<SealService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var events = new TreeWorker(trees.Events, heads, findings, settings.Integrity, log);
        using var access = new TreeWorker(trees.Access, heads, findings, settings.Integrity, log);
        // Whoever moves on in the log has seen that there is more of it.
        void Moved(object? sender, CommittedEventArgs moved) => events.Wake();
        views.Committed += Moved;
        try
        {
            await Task.WhenAll(events.Run(stoppingToken), access.Run(stoppingToken));
        }
        finally
        {
            views.Committed -= Moved;
        }
    }
}

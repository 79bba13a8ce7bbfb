using Coordination.EventStore;
using Coordination.Host.Live;
using Coordination.Host.Security;
using Coordination.Projections.Members;
using Npgsql;

namespace Coordination.Host.Members;

/// <summary>
/// Ends what is no longer allowed: when members or tokens have changed, on this Host or another, nothing that was known about them is trusted, and
/// every open stream asks again. Told by the projection's notification; a look at the database every two seconds stands behind it.
/// </summary>
internal sealed class AccessWatch(
    NpgsqlDataSource database, ProjectionDaemon daemon, AccessTokens tokens, LiveWake streams, MemberRecords members, ILogger<AccessWatch> log)
    : BackgroundService
{
    /// <summary>How long a change may go unnoticed when no notification comes.</summary>
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private (long Position, DateTime? Revoked) _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        daemon.Committed += OnCommitted;
        await LearnUnits(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        daemon.Committed -= OnCommitted;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAround(stoppingToken);
    }

    private async Task LookAround(CancellationToken ct)
    {
        try
        {
            var now = await Fingerprint(ct);
            if (now == _seen)
                return;
            _seen = now;
            await LearnUnits(ct);
            AskAgain();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            // Without the database no validation succeeds either: what was known runs out by itself.
            log.LogWarning("The watch over access waits for PostgreSQL: {Error}", e.Message);
        }
    }

    private async Task<(long, DateTime?)> Fingerprint(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select max(revoked_at) from coordination.access_token where revoked_at is not null");
        return (await members.Position(ct), await command.ExecuteScalarAsync(ct) as DateTime?);
    }

    private async Task LearnUnits(CancellationToken ct) => Domain.Reference.Units.Register(await members.Units(ct));

    private void OnCommitted(object? sender, CommittedEventArgs e)
    {
        if (e.Projection == MemberDirectory.ProjectionName)
            AskAgain();
    }

    private void AskAgain()
    {
        tokens.Forget();
        streams.WakeAll();
    }
}

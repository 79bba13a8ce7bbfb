using System.Threading.Channels;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;
using Coordination.Host.Demo;
using Coordination.Projections.Members;
using Npgsql;

namespace Coordination.Host.Members;

/// <summary>
/// Tells the owner, the other agencies whose lines it shows and the user's heads of a broken glass, says when its time is over, and tells again when nobody has reviewed it. It remembers
/// nothing that counts: ids follow from what is told, so any number of Hosts may run it and each thing stands once.
/// </summary>
internal sealed class GlassKeeper(DueGlass due, EventLog log, ProjectionDaemon daemon, TimeProvider clock, ILogger<GlassKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // Only saves asking: what is told already would be refused.
    private readonly HashSet<Guid> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        daemon.Committed += OnCommitted;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                // Taken before looking, so that a jump while looking is not slept through.
                var moved = (clock as DemoClock)?.Moved;
                await Round(stoppingToken);
                await Sleep(moved, stoppingToken);
            }
        }
        finally
        {
            daemon.Committed -= OnCommitted;
        }
    }

    private async Task Round(CancellationToken ct)
    {
        try
        {
            var now = clock.GetUtcNow();
            foreach (var glass in await due.Waiting(ct))
            {
                await Tell(glass, AlertCodes.BreakGlass, Severity.High, ("until", glass.Until), now, ct);
                if (glass.EndedAt is null && now >= glass.Until)
                    await SayOver(glass, now, ct);
                if (now >= glass.ReviewDue)
                    await Tell(glass, AlertCodes.BreakGlassReview, Severity.Critical, ("due", glass.ReviewDue), now, ct);
            }
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreUnavailableException or AppendInDoubtException)
        {
            logger.LogWarning("The keeper of broken glass waits for PostgreSQL: {Error}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A round over broken glass failed and will be tried again.");
        }
    }

    private async Task Tell(GlassLine glass, string code, Severity severity, (string Name, DateTimeOffset At) time, DateTimeOffset now, CancellationToken ct)
    {
        var alert = DeterministicId.From($"{code}/{glass.EventId}");
        if (_told.Contains(alert))
            return;
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["officer"] = glass.Officer, ["unit"] = glass.Unit, [time.Name] = time.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        };
        var raised = new AlertRaised(code, "BREAK-GLASS", 1, severity, [glass.EventId], [], glass.Audience, facts, new CaseId(glass.Case));
        await Append(alert, AlertDecider.Kind.Type, 0, $"{alert}/raised", raised, glass.Marking, now, ct);
        _told.Add(alert);
    }

    private Task SayOver(GlassLine glass, DateTimeOffset now, CancellationToken ct) => Append(
        glass.Id, BreakGlassDecider.Kind.Type, glass.Version, $"{glass.EventId}/over", new BreakGlassEnded(ByClock: true), glass.Marking, now, ct);

    private async Task Append(
        Guid stream, string type, long version, string name, object body, Marking marking, DateTimeOffset now, CancellationToken ct)
    {
        var envelope = new Envelope(Officer.System, now, now, null, [], marking, null);
        var happened = new NewEvent(
            DeterministicId.From(name), body, now, EnvelopeHeaders.Write(envelope, []), Officer.System.Id, stream.ToString());
        var result = await log.Append(new AppendRequest([new StreamAppend(stream, type, version, [happened])]), ct);
        if (result.Verdict == AppendVerdict.Appended)
            daemon.Signal(result.Position);
    }

    private async Task Sleep(Task? moved, CancellationToken ct)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(
            _wake.Reader.WaitToReadAsync(awake.Token).AsTask(), moved ?? Task.Delay(Timeout.Infinite, awake.Token), Task.Delay(LongestSleep, awake.Token));
        await awake.CancelAsync();
        _wake.Reader.TryRead(out _);
    }

    private void OnCommitted(object? sender, CommittedEventArgs e)
    {
        if (e.Projection == BrokenGlass.ProjectionName)
            _wake.Writer.TryWrite(true);
    }
}

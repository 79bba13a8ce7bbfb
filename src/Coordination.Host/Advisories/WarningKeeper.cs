using System.Threading.Channels;
using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Projections.Advisories;
using Npgsql;

namespace Coordination.Host.Advisories;

/// <summary>
/// Says in the stream of a warning what checkpoints made of it. It remembers nothing: what is owed is a function of the log, and ids follow from what is
/// said, so any number of Hosts may run it and each thing stands once.
/// </summary>
public sealed class WarningKeeper(OwedEchoes owed, EventLog log, ProjectionDaemon daemon, TimeProvider clock, ILogger<WarningKeeper> logger)
    : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>A lost wake-up costs at most this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>One round: everything that is owed now, as far as the projection has read it. Returns how much it wrote.</summary>
    public async Task<int> Tell(CancellationToken ct)
    {
        var told = 0;
        foreach (var echo in await owed.Now(AtOnce, ct))
            told += await Tell(echo, ct) ? 1 : 0;
        return told;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        daemon.Committed += OnCommitted;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Round(stoppingToken);
                await Sleep(stoppingToken);
            }
        }
        finally
        {
            daemon.Committed -= OnCommitted;
        }
    }

    private async Task<bool> Tell(OwedEcho echo, CancellationToken ct)
    {
        if (Found(echo, await log.FetchStream(echo.Advisory, ct)) is not { } found)
            return false;
        var stream = await log.FetchStream(echo.Warning, ct);
        var (kind, first) = (NetworkWarningDecider.Kind, EnvelopeOf(stream[0]));
        var state = stream.Aggregate(
            NetworkWarning.None, (before, recorded) => NetworkWarning.Evolve(before, (NetworkWarningEvent)recorded.Body, EnvelopeOf(recorded)));
        var command = kind.CommandFor(found.Happened);
        // For the readers of the warning, who are owed it; as secret as the more secret of the two.
        var marking = Marking.Strictest([(first.Marking, first.By.Agency)]) with { Level = (Level)Math.Max((int)first.Marking.Level, (int)found.By.Marking.Level) };
        var envelope = Admission.Of(
            command.GetType().Name, new(Officer.System, found.By.OccurredAt, clock.GetUtcNow(), found.By.Place, [], marking, null)).Envelope;
        if (NetworkWarningDecider.Decide(state, command, envelope).Events is not [var happened])
            return false;
        var after = NetworkWarning.Evolve(state, happened, envelope);
        var said = new NewEvent(
            echo.Id, happened, envelope.RecordedAt, EnvelopeHeaders.Write(kind.Addressed(envelope, after), []), Officer.System.Id, echo.Advisory.ToString());
        var result = await log.Append(new([new(echo.Warning, kind.Type, stream[^1].Version, [said])]), ct);
        if (result.Verdict == AppendVerdict.Appended)
            daemon.Signal(result.Position);
        return result.Verdict == AppendVerdict.Appended;
    }

    private static (NetworkWarningEvent Happened, Envelope By)? Found(OwedEcho echo, IReadOnlyList<Recorded> advisory)
    {
        var state = TpiAdvisory.None;
        foreach (var recorded in advisory)
        {
            var (happened, envelope) = ((TpiAdvisoryEvent)recorded.Body, EnvelopeOf(recorded));
            state = TpiAdvisory.Evolve(state, happened, envelope);
            if (WarningReactions.To(echo.Advisory, state, happened) is { } found && found.Id == echo.Id)
                return (found.Happened, envelope);
        }

        return null;
    }

    private static Envelope EnvelopeOf(Recorded recorded) =>
        EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp).Envelope;

    private async Task Round(CancellationToken ct)
    {
        try
        {
            await Tell(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreUnavailableException or AppendInDoubtException)
        {
            logger.LogWarning("Word for warnings waits for PostgreSQL: {Error}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A round of word for warnings failed and will be tried again.");
        }
    }

    private async Task Sleep(CancellationToken ct)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_wake.Reader.WaitToReadAsync(awake.Token).AsTask(), Task.Delay(LongestSleep, clock, awake.Token));
        await awake.CancelAsync();
        _wake.Reader.TryRead(out _);
    }

    private void OnCommitted(object? sender, CommittedEventArgs e)
    {
        if (e.Projection == WarningEchoes.ProjectionName)
            _wake.Writer.TryWrite(true);
    }
}

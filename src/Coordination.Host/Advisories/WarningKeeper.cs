using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Projections.Advisories;

namespace Coordination.Host.Advisories;

/// <summary>Says in the stream of a warning what checkpoints made of it.</summary>
public sealed class WarningKeeper(OwedEchoes owed, EventLog log, ProjectionDaemon daemon, TimeProvider clock, ILogger<WarningKeeper> logger)
    : Keeper(log, daemon, clock, logger, WarningEchoes.ProjectionName)
{
    public override async Task<int> Round(CancellationToken ct)
    {
        var told = 0;
        foreach (var echo in await owed.Now(AtOnce, ct))
            told += await Tell(echo, ct) ? 1 : 0;
        return told;
    }

    private async Task<bool> Tell(OwedEcho echo, CancellationToken ct)
    {
        if (Found(echo, await Log.FetchStream(echo.Advisory, ct)) is not { } found)
            return false;
        var stream = await Log.FetchStream(echo.Warning, ct);
        var (kind, first) = (NetworkWarningDecider.Kind, EnvelopeOf(stream[0]));
        var state = stream.Aggregate(
            NetworkWarning.None, (before, recorded) => NetworkWarning.Evolve(before, (NetworkWarningEvent)recorded.Body, EnvelopeOf(recorded)));
        var command = kind.CommandFor(found.Happened);
        // For the readers of the warning, who are owed it; as secret as the more secret of the two.
        var marking = Marking.Strictest([(first.Marking, first.By.Agency)]) with { Level = (Level)Math.Max((int)first.Marking.Level, (int)found.By.Marking.Level) };
        var envelope = Admission.Of(
            command.GetType().Name, new(Officer.System, found.By.OccurredAt, Now, found.By.Place, [], marking, null)).Envelope;
        if (NetworkWarningDecider.Decide(state, command, envelope).Events is not [var happened])
            return false;
        var after = NetworkWarning.Evolve(state, happened, envelope);
        var said = new NewEvent(
            echo.Id, happened, envelope.RecordedAt, EnvelopeHeaders.Write(kind.Addressed(envelope, after), []), Officer.System.Id, echo.Advisory.ToString());
        return await Append(new([new(echo.Warning, kind.Type, stream[^1].Version, [said])]), ct) == AppendVerdict.Appended;
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
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.EventStore;
using Coordination.Projections.Alerts;

namespace Coordination.Host.Alerts;

/// <summary>
/// What the product itself writes about alerts. Ids follow from what was found, and each request names the version that it rests on, so
/// writing the same twice (after a crash, by another Host) is refused by the log and leaves one.
/// </summary>
internal static class AlertAppends
{
    private const string AlertStream = "alert";

    /// <summary>The alert alone, without the fact on the application.</summary>
    public static AppendRequest RaiseAlone(Signal signal, DateTimeOffset now) => new(
        [new(signal.AlertId, AlertStream, 0, [
            Event(signal.AlertId, "raised", signal.Alert, signal.Marking, signal.Alert.Subjects, signal.Alert.Place, now)])]);

    /// <summary>Raises an alert; an application after an answer elsewhere is told so in the same transaction.</summary>
    public static AppendRequest Raise(Signal signal, DateTimeOffset now)
    {
        var alone = RaiseAlone(signal, now);
        if (signal.Reapplied is not { } found)
            return alone;
        var fact = new ApplicantReappliedElsewhere(
            found.Applicant, found.EarlierApplication, found.Refused ? EarlierAnswer.Refused : EarlierAnswer.Deferred, found.EarlierUnit,
            found.EarlierAt);
        var told = Event(signal.AlertId, "reapplied", fact, signal.Marking, [found.Applicant], signal.Alert.Place, now);
        return alone with { Streams = [.. alone.Streams, new(found.Application, PassportApplicationDecider.Kind.Type, null, [told])] };
    }

    /// <param name="recipients">Groups that this step tells.</param>
    public static AppendRequest Escalate(DueEscalation due, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        var marking = due.Marking with { Audience = [.. due.Marking.Audience.Union(recipients, StringComparer.Ordinal)] };
        return new([new(
            due.AlertId, AlertStream, due.Version,
            [Event(due.AlertId, $"escalated/{due.Version}", new AlertEscalated(due.Level, recipients), marking, due.Persons, null, now)])]);
    }

    private static NewEvent Event(
        Guid alert, string step, object body, Marking marking, IReadOnlyList<PersonRef> persons, string? place, DateTimeOffset now)
    {
        var envelope = new Envelope(Officer.System, now, now, place, [], marking, null);
        return new(DeterministicId.From($"{alert}/{step}"), body, now, EnvelopeHeaders.Write(envelope, persons), Officer.System.Id,
            alert.ToString());
    }
}

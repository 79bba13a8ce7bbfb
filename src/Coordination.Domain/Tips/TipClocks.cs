using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Tips;

/// <summary>A tip finds an owner, the owner looks into it, and the reporter hears of it.</summary>
public static class TipClocks
{
    public static StreamClock Clock { get; } = new StreamClock<Tip>(TipDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Tip tip)
    {
        if (tip.Received is not { } received)
            return [];
        return tip switch
        {
            { Owner: null, HasOutcome: false } => Ownerless(tip, received),
            { HasOutcome: false, Owner: { } owner } => [Unverified(tip, owner)],
            { IsReporterInformed: false, ToTellSince: { } since } => [Untold(tip, since)],
            _ => [],
        };
    }

    private static IEnumerable<Deadline> Ownerless(Tip tip, TipReceived received)
    {
        if (received.Urgency == TipUrgency.DangerToLife)
            yield return Of(tip, AlertCodes.Orphan, "danger", Severity.Critical, tip.ReceivedAt, tip.ReceivedAt + ServiceLevels.TipInDanger, Desk(tip));
        yield return Of(tip, AlertCodes.Orphan, "owner", Severity.Medium, tip.ReceivedAt, tip.ReceivedAt + ServiceLevels.TipOwner, Desk(tip));
    }

    /// <summary>A new owner has the whole time again.</summary>
    private static Deadline Unverified(Tip tip, TipOwner owner) => Of(
        tip, AlertCodes.TipLate, $"verify/{owner.Unit}/{owner.Since.ToUnixTimeSeconds()}", Severity.Medium, owner.Since,
        owner.Since + ServiceLevels.TipVerification, [Audiences.Unit(owner.Agency, owner.Unit), .. Desk(tip)]);

    private static Deadline Untold(Tip tip, DateTimeOffset since) =>
        Of(tip, AlertCodes.TipLate, "feedback", Severity.Low, since, since + ServiceLevels.TipFeedback, Desk(tip));

    private static string[] Desk(Tip tip) => [Audiences.Unit(tip.Agency, tip.Unit), Audiences.Agency(Agencies.TaskForce)];

    private static Deadline Of(
        Tip tip, string code, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, IReadOnlyList<string> recipients) =>
        new(code, step, severity, since, due, [.. recipients.Distinct(StringComparer.Ordinal)],
            DeadlineFacts.Of(("unit", tip.Owner?.Unit ?? tip.Unit), ("due", DeadlineFacts.Say(due))))
        {
            Subjects = [.. tip.Persons()], Place = tip.Place,
        };
}

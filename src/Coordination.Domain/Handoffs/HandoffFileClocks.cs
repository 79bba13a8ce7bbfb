using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

/// <summary>A file that goes to and fro, one that nobody wants, and the word before a supplement is late.</summary>
public static class HandoffFileClocks
{
    public static StreamClock Clock { get; } = new StreamClock<Handoff>(HandoffDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Handoff handoff)
    {
        if (handoff.Stages is [.., { Until: null, Step: HandoffStep.Supplement } stage] && HandoffClock.Of(handoff, stage.Since).Deadline is { } due)
        {
            yield return Of(
                handoff, AlertCodes.HandoffLate, $"{handoff.Stages.Count}/supplement/t-3", Severity.Low, stage.Since, due - ServiceLevels.HandoffNotice,
                [Audiences.Unit(handoff.FromAgency, handoff.FromUnit)], ("step", "supplement"), ("unit", handoff.FromUnit), ("due", DeadlineFacts.Say(due)));
        }
        var returns = handoff.Stages.Where(one => one.Step == HandoffStep.Supplement).Select(one => one.Since).ToList();
        if (returns.Count > ServiceLevels.ReturnLoops)
        {
            var last = returns[ServiceLevels.ReturnLoops];
            yield return Of(
                handoff, AlertCodes.ReturnLoop, "returns", Severity.Medium, last, last, [Audiences.Agency(Agencies.TaskForce)],
                ("returns", $"{ServiceLevels.ReturnLoops + 1}"), ("unit", handoff.To.Unit));
        }
        if (handoff is { Status: HandoffStatus.Declined, FollowUp: null, DeclinedAt: { } declined })
        {
            yield return Of(
                handoff, AlertCodes.Competence, "declined", Severity.High, declined, declined + ServiceLevels.DeclinedHandoff, Both(handoff),
                ("step", "declined"), ("unit", handoff.FromUnit), ("due", DeadlineFacts.Say(declined + ServiceLevels.DeclinedHandoff)));
        }
    }

    private static IReadOnlyList<string> Both(Handoff handoff) =>
    [
        Audiences.Unit(handoff.FromAgency, handoff.FromUnit), Audiences.Unit(handoff.To.Agency, handoff.To.Unit), Audiences.Agency(Agencies.TaskForce),
    ];

    private static Deadline Of(
        Handoff handoff, string code, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, IReadOnlyList<string> recipients,
        params (string Name, string Value)[] facts) => new(code, step, severity, since, due, recipients, DeadlineFacts.Of(facts))
    {
        Subjects = handoff.Subject is { } subject ? [subject] : [], Case = handoff.Case,
    };
}

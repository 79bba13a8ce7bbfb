using System.Text.Json;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

/// <summary>
/// A step of a handoff that takes too long. Both heads hear of it, whoever holds the file; of a file that was decided on and not sent the
/// sender alone: it is nobody else's yet. The task force hears of each. Police who do not answer for a facilitator may have to let him go: that is
/// critical.
/// </summary>
public static class HandoffClocks
{
    public static StreamClock Clock { get; } = new StreamClock<Handoff>(HandoffDecider.Kind, 2, Running);

    private static IEnumerable<Deadline> Running(Handoff handoff)
    {
        if (handoff.Stages is not [.., { Until: null } stage] || HandoffClock.Of(handoff, stage.Since).Deadline is not { } due)
            yield break;
        var step = JsonNamingPolicy.CamelCase.ConvertName(stage.Step.ToString());
        var sender = Audiences.Unit(handoff.FromAgency, handoff.FromUnit);
        string[] ends = stage.Step == HandoffStep.Dispatch ? [sender] : [sender, Audiences.Unit(handoff.To.Agency, handoff.To.Unit)];
        var severity = handoff.Kind == HandoffKind.Police && stage.HeldBy == HandoffParty.Receiver ? Severity.Critical : Severity.High;
        var holder = stage.HeldBy == HandoffParty.Sender ? handoff.FromUnit : handoff.To.Unit;
        yield return new(
            AlertCodes.HandoffLate, $"{handoff.Stages.Count}/{step}", severity, stage.Since, due, [.. ends, Audiences.Agency(Agencies.TaskForce)],
            DeadlineFacts.Of(("step", step), ("unit", holder), ("due", DeadlineFacts.Say(due))))
        {
            Subjects = handoff.Subject is { } subject ? [subject] : [], Case = handoff.Case,
        };
    }
}

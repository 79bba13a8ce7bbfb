using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

/// <summary>The clock that both sides see: a pure function of the handoff and a moment.</summary>
/// <param name="Step">What is waited for; null when it is closed.</param>
/// <param name="HeldBy">Who has to act.</param>
/// <param name="Since">Since when this stretch runs.</param>
/// <param name="Deadline">When the running step is late. A step that was interrupted goes on with the time it had left.</param>
/// <param name="Used">Part of the allowed time that is used: 1 and more is late.</param>
/// <param name="PerStep">Time spent per step so far, all loops together.</param>
/// <param name="Returns">How often the receiver sent it back.</param>
public sealed record HandoffClock(
    HandoffStep? Step,
    HandoffParty? HeldBy,
    DateTimeOffset? Since,
    DateTimeOffset? Deadline,
    double Used,
    IReadOnlyDictionary<HandoffStep, TimeSpan> PerStep,
    int Returns)
{
    public bool IsLateAt(DateTimeOffset now) => Deadline < now;

    public static HandoffClock Of(Handoff handoff, DateTimeOffset now)
    {
        var perStep = handoff.Stages.GroupBy(stage => stage.Step)
            .ToDictionary(step => step.Key, step => step.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Elapsed(now)));
        if (handoff.Stages is not [.., { Until: null } running])
            return new(null, null, null, null, 0, perStep, handoff.Returns);
        var allowed = Allowed(running.Step, handoff);
        var elapsed = running.Elapsed(now);
        var before = running.Step switch
        {
            // Each return asks for something else.
            HandoffStep.Supplement => TimeSpan.Zero,
            // Receipt takes from the time of the first answer; what hours are left of it after a return would be no time to read a new file.
            HandoffStep.Decision when handoff.BringsPerson =>
                handoff.Stages is [.., { Step: HandoffStep.Receipt } receipt, _] ? receipt.Elapsed(now) : TimeSpan.Zero,
            // The decision on one file has its time once.
            _ => perStep[running.Step] - elapsed,
        };
        return new(
            running.Step, running.HeldBy, running.Since, running.Since + allowed - before, (before + elapsed) / allowed, perStep, handoff.Returns);
    }

    private static TimeSpan Allowed(HandoffStep step, Handoff handoff) => step switch
    {
        HandoffStep.Dispatch => ServiceLevels.HandoffDispatch,
        HandoffStep.Receipt => ServiceLevels.HandoffReceipt,
        HandoffStep.Decision => handoff switch
        {
            { Kind: HandoffKind.Protection } => ServiceLevels.ProtectionAnswer,
            { Kind: HandoffKind.Police } => ServiceLevels.PoliceAnswer,
            { Detained: true } => ServiceLevels.HandoffDecisionWithPerson,
            _ => ServiceLevels.HandoffDecision,
        },
        _ => ServiceLevels.HandoffSupplement,
    };
}

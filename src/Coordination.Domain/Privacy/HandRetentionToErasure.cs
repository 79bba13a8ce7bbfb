using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <param name="OnHold">What the registry of holds says of the person.</param>
public sealed record HandRetentionToErasure(RetentionHandedToErasure Fact, bool OnHold = false) : RetentionCommand;

public static partial class RetentionDecider
{
    public static Decision<RetentionEvent> Decide(Retention retention, HandRetentionToErasure command, Envelope envelope) => retention switch
    {
        { Status: RetentionStatus.HandedToErasure } when retention.Agency == envelope.By.Agency => Unchanged.Value,
        _ when Undecidable(retention, envelope) is { } refusal => refusal,
        { ApprovedBy: null } => PrivacyRefusals.SecondPersonNeeded,
        _ when retention.ApprovedBy == envelope.By.Id => PrivacyRefusals.SamePerson,
        _ when command.OnHold => PrivacyRefusals.OnHold,
        _ => command.Fact,
    };
}

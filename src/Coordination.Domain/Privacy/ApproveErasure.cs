using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <param name="Holds">What needs the identity now: <c>open_case</c>, <c>court</c>, <c>legal_hold</c>, <c>other_agency</c>.</param>
public sealed record ApproveErasure(ErasureApproved Fact, IReadOnlyList<string> Holds) : ErasureCommand;

public static partial class ErasureDecider
{
    public static Decision<ErasureEvent> Decide(Erasure erasure, ApproveErasure command, Envelope envelope) => erasure switch
    {
        _ when NotDecider(erasure, envelope.By) is { } refusal => refusal,
        { Status: ErasureStatus.Approved or ErasureStatus.CarriedOut } => Unchanged.Value,
        { Status: ErasureStatus.Refused } => ErasureRefusals.Decided,
        _ when command.Holds.Count > 0 => ErasureRefusals.OnHold with { Details = command.Holds },
        _ => command.Fact,
    };
}

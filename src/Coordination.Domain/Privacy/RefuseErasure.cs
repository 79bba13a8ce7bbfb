using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record RefuseErasure(ErasureRefused Fact) : ErasureCommand;

public static partial class ErasureDecider
{
    public static Decision<ErasureEvent> Decide(Erasure erasure, RefuseErasure command, Envelope envelope) => erasure switch
    {
        _ when NotDecider(erasure, envelope.By) is { } refusal => refusal,
        { Status: ErasureStatus.Refused } => Unchanged.Value,
        { Status: not ErasureStatus.Requested } => ErasureRefusals.Decided,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>The vault's own word, after the keys are destroyed.</summary>
public sealed record CarryOutErasure(ErasureCarriedOut Fact) : ErasureCommand;

public static partial class ErasureDecider
{
    public static Decision<ErasureEvent> Decide(Erasure erasure, CarryOutErasure command, Envelope envelope) => erasure.Status switch
    {
        ErasureStatus.Approved => command.Fact,
        ErasureStatus.CarriedOut => Unchanged.Value,
        _ => ErasureRefusals.NotApproved,
    };
}

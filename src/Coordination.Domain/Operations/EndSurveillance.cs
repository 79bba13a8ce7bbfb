using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record EndSurveillance(SurveillanceEnded Fact) : SurveillanceCommand;

public static partial class SurveillanceDecider
{
    public static Decision<SurveillanceEvent> Decide(Surveillance surveillance, EndSurveillance command, Envelope envelope) => surveillance switch
    {
        { Declared: null } => SurveillanceRefusals.Unknown,
        _ when surveillance.Agency != envelope.By.Agency => SurveillanceRefusals.NotOwner,
        { IsEnded: true } => Unchanged.Value,
        _ => command.Fact with { Target = surveillance.Declared.Target },
    };
}

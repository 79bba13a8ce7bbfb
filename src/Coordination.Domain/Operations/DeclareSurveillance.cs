using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

public sealed record DeclareSurveillance(SurveillanceDeclared Fact) : SurveillanceCommand;

public static partial class SurveillanceDecider
{
    public static Decision<SurveillanceEvent> Decide(Surveillance surveillance, DeclareSurveillance command, Envelope envelope)
    {
        var fact = command.Fact;
        return surveillance switch
        {
            { Declared: not null } when surveillance.Agency != envelope.By.Agency => SurveillanceRefusals.NotOwner,
            { Declared: { } known } =>
                OperationTargets.Same(known.Target, fact.Target) && known.Contact == fact.Contact ? Unchanged.Value : SurveillanceRefusals.Exists,
            _ when OperationTargets.Problem(fact.Target) is { } wrong => wrong,
            _ when fact.Contact.Agency != envelope.By.Agency => SurveillanceRefusals.ContactElsewhere,
            _ when Units.Missing(fact.Contact.Agency, fact.Contact.Unit) is { } unknown => unknown,
            _ => fact,
        };
    }
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record AgreeReintegrationPlan(ReintegrationPlanAgreed Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>A later plan takes the place of the one before; visits count from the first.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, AgreeReintegrationPlan command) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Reintegration) is { } refusal => refusal,
        _ when Input.Empty("parts", command.Fact.Parts) is { } empty => empty,
        _ when Input.Blank(("goals", command.Fact.Goals)) is { } blank => blank,
        { Reintegration: { } plan } when plan.Goals == command.Fact.Goals && Input.Same(plan.Parts, command.Fact.Parts) => Unchanged.Value,
        _ => command.Fact,
    };
}

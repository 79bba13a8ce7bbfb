using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record AgreeServicePlan(ServicePlanAgreed Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>A later plan takes the place of the one before.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, AgreeServicePlan command) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        { Closed: not null } => ProtectionRefusals.Closed,
        { PsychosocialAssessedAt: null, HealthAssessedAt: null } => ProtectionRefusals.NotAssessed,
        _ when Input.Empty("services", command.Fact.Services) is { } empty => empty,
        _ when Input.Blank(("goals", command.Fact.Goals)) is { } blank => blank,
        { Plan: { } plan } when Same(plan, command.Fact) => Unchanged.Value,
        _ => command.Fact,
    };

    private static bool Same(ServicePlanAgreed one, ServicePlanAgreed other) =>
        one with { Services = [] } == other with { Services = [] } && Input.Same(one.Services, other.Services);
}

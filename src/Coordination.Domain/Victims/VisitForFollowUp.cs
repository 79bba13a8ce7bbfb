using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record VisitForFollowUp(FollowUpVisited Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>Who was missed may be met later; who was met was met.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, VisitForFollowUp command) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Reintegration) is { } refusal => refusal,
        { Reintegration: null } => ProtectionRefusals.NoReintegrationPlan,
        _ when protection.FollowUps.GetValueOrDefault(command.Fact.Milestone) is { } visit && (visit.Met || !command.Fact.Met) => Unchanged.Value,
        _ => command.Fact,
    };
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record PlanRepatriation(RepatriationPlanned Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>A later plan, or a longer checklist, takes the place of the one before.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, PlanRepatriation command) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Repatriation) is { } refusal => refusal,
        _ when !Fits(command.Fact) => ProtectionRefusals.DestinationUnknown,
        { Return: { } planned } when Same(planned, command.Fact) => Unchanged.Value,
        _ => command.Fact,
    };

    private static bool Fits(RepatriationPlanned fact) => fact.Route == ReturnRoute.OutOfIndonesia
        ? fact.Destination is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] and not "ID"
        : Places.Missing(fact.Destination) is null;

    private static bool Same(RepatriationPlanned one, RepatriationPlanned other) =>
        one with { Checked = [] } == other with { Checked = [] } && Input.Same(one.Checked, other.Checked);
}

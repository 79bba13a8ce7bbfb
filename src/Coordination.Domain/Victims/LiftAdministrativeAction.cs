using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record LiftAdministrativeAction(AdministrativeActionLifted Fact) : AdministrativeActionCommand;

public static partial class AdministrativeActionDecider
{
    /// <summary>A proposal that is dropped is lifted as well: nothing comes of it any more.</summary>
    public static Decision<AdministrativeActionEvent> Decide(AdministrativeAction action, LiftAdministrativeAction command) => action switch
    {
        { Status: AdministrativeActionStatus.None } => AdministrativeActionRefusals.Unknown,
        { Status: AdministrativeActionStatus.Lifted } => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}

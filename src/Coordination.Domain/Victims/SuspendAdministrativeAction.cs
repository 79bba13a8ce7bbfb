using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>The office's command, and the product's own when the victim shield rises over somebody.</summary>
public sealed record SuspendAdministrativeAction(AdministrativeActionSuspended Fact) : AdministrativeActionCommand;

public static partial class AdministrativeActionDecider
{
    public static Decision<AdministrativeActionEvent> Decide(AdministrativeAction action, SuspendAdministrativeAction command) => action switch
    {
        { Status: AdministrativeActionStatus.None } => AdministrativeActionRefusals.Unknown,
        { Status: AdministrativeActionStatus.Suspended } => Unchanged.Value,
        { Stands: false } => AdministrativeActionRefusals.NotImposed,
        _ => command.Fact,
    };
}

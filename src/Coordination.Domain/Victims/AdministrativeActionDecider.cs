using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>A wish about an administrative action; carries the fact that it asks to record.</summary>
public abstract record AdministrativeActionCommand;

public static partial class AdministrativeActionDecider
{
    public static StreamKind<AdministrativeAction, AdministrativeActionEvent, AdministrativeActionCommand> Kind { get; } = new(
        "administrative_action", AdministrativeAction.None, AdministrativeAction.Evolve, Decide, CommandFor, action => Persona.Each(action.Person),
        floor: Level.R);

    public static Decision<AdministrativeActionEvent> Decide(AdministrativeAction action, AdministrativeActionCommand command, Envelope envelope) =>
        command switch
        {
            ProposeAdministrativeAction c => Decide(action, c),
            ImposeAdministrativeAction c => Decide(action, c),
            SuspendAdministrativeAction c => Decide(action, c),
            LiftAdministrativeAction c => Decide(action, c),
            _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
        };

    public static AdministrativeActionCommand CommandFor(AdministrativeActionEvent fact) => fact switch
    {
        AdministrativeActionProposed e => new ProposeAdministrativeAction(e),
        AdministrativeActionImposed e => new ImposeAdministrativeAction(e),
        AdministrativeActionSuspended e => new SuspendAdministrativeAction(e),
        AdministrativeActionLifted e => new LiftAdministrativeAction(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <param name="PersonStatus">What any agency holds about the person as victim, at this moment.</param>
public sealed record ImposeAdministrativeAction(AdministrativeActionImposed Fact, VictimStatus PersonStatus = VictimStatus.NotAssessed)
    : AdministrativeActionCommand;

public static partial class AdministrativeActionDecider
{
    /// <summary>The shield again: the person may have become a victim since the proposal. What was suspended may be imposed anew when it no longer holds.</summary>
    public static Decision<AdministrativeActionEvent> Decide(AdministrativeAction action, ImposeAdministrativeAction command)
    {
        var fact = command.Fact with { Person = command.Fact.Person ?? action.Person };
        return action switch
        {
            _ when fact.Person is null => AdministrativeActionRefusals.PersonMissing,
            { Person: { } known } when known != fact.Person => AdministrativeActionRefusals.OtherPerson,
            { Status: AdministrativeActionStatus.Lifted } => AdministrativeActionRefusals.Lifted,
            { Stands: true } when action.DecisionNumber == fact.DecisionNumber && Input.Same(action.Measures, fact.Measures) => Unchanged.Value,
            { Stands: true } => AdministrativeActionRefusals.Imposed,
            _ when Input.Blank(("decisionNumber", fact.DecisionNumber)) is { } blank => blank,
            _ when Input.Empty("measures", fact.Measures) is { } empty => empty,
            _ when VictimShield.Covers(command.PersonStatus) => AdministrativeActionRefusals.VictimShield,
            _ => fact,
        };
    }
}

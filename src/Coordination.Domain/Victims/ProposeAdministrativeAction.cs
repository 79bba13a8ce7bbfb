using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <param name="PersonStatus">What any agency holds about the person as victim, at this moment.</param>
public sealed record ProposeAdministrativeAction(AdministrativeActionProposed Fact, VictimStatus PersonStatus = VictimStatus.NotAssessed)
    : AdministrativeActionCommand;

public static partial class AdministrativeActionDecider
{
    public static Decision<AdministrativeActionEvent> Decide(AdministrativeAction action, ProposeAdministrativeAction command) => action switch
    {
        { Proposal: { } proposal } => proposal.Person == command.Fact.Person && Input.Same(proposal.Measures, command.Fact.Measures)
            ? Unchanged.Value
            : AdministrativeActionRefusals.Exists,
        { Status: not AdministrativeActionStatus.None } => AdministrativeActionRefusals.Exists,
        _ when Input.Blank(("grounds", command.Fact.Grounds)) is { } blank => blank,
        _ when Input.Empty("measures", command.Fact.Measures) is { } empty => empty,
        _ when VictimShield.Covers(command.PersonStatus) => AdministrativeActionRefusals.VictimShield,
        _ => command.Fact,
    };
}

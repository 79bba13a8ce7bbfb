using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A wish about a member; carries the fact that it asks to record.</summary>
public abstract record OfficerCommand;

public static partial class OfficerDecider
{
    public static StreamKind<Member, OfficerEvent, OfficerCommand> Kind { get; } =
        new("officer", Member.None, Member.Evolve, Decide, CommandFor);

    public static Decision<OfficerEvent> Decide(Member member, OfficerCommand command, Envelope envelope) => command switch
    {
        AppointOfficer c => Decide(member, c, envelope),
        RegisterClient c => Decide(member, c, envelope),
        MoveOfficer c => Decide(member, c, envelope),
        GrantRights c => Decide(member, c, envelope),
        ProposeRights c => Decide(member, c, envelope),
        ConfirmRights c => Decide(member, c, envelope),
        DeclineRights c => Decide(member, c, envelope),
        DisableOfficer c => Decide(member, c, envelope),
        EnableOfficer c => Decide(member, c, envelope),
        InviteOfficer c => Decide(member, c, envelope),
        IssueClientSecret c => Decide(member, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static OfficerCommand CommandFor(OfficerEvent fact) => fact switch
    {
        OfficerAppointed e => new AppointOfficer(e),
        ClientRegistered e => new RegisterClient(e),
        OfficerMoved e => new MoveOfficer(e),
        RightsGranted e => new GrantRights(e),
        RightsProposed e => new ProposeRights(e),
        RightsConfirmed e => new ConfirmRights(e),
        RightsDeclined e => new DeclineRights(e),
        OfficerDisabled e => new DisableOfficer(e),
        OfficerEnabled e => new EnableOfficer(e),
        OfficerInvited e => new InviteOfficer(e),
        ClientSecretIssued e => new IssueClientSecret(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record ConfirmRights(RightsConfirmed Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>The second person: another head or coordinator of the same agency, neither the proposer nor the receiver (OWASP ASVS 5.0, 2.3.5).</summary>
    public static Decision<OfficerEvent> Decide(Member member, ConfirmRights command, Envelope envelope)
    {
        if (NotSecondPerson(member, envelope.By) is { } refusal)
            return refusal;
        if (!member.Proposals.TryGetValue(command.Fact.Grant, out var proposed))
            return MemberRefusals.NoProposal;
        var by = envelope.By;
        // The product may be both: it is the person at the machine, who makes the first heads.
        if (!Authority.IsProduct(by) && (proposed.By == by.Id || member.Username == by.Id))
            return MemberRefusals.SamePerson;
        return proposed.Fact.Clearance > by.Clearance ? MemberRefusals.AboveOwn : command.Fact;
    }

    // Heads of the whole agency, not only of the line above: a small unit has one head, and needs a second person all the same.
    private static Refusal? NotSecondPerson(Member member, Officer by) => member switch
    {
        { Username: "" } => MemberRefusals.Unknown,
        _ when Authority.IsProduct(by) => null,
        _ when by.Agency != member.Agency => MemberRefusals.Unknown,
        _ => by.Role is OfficerRole.UnitHead or OfficerRole.Coordinator ? null : MemberRefusals.NotHead,
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record GrantRights(RightsGranted Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>Takes rights away at once; gives those that do not need a second person.</summary>
    public static Decision<OfficerEvent> Decide(Member member, GrantRights command, Envelope envelope)
    {
        var (fact, by) = (command.Fact, envelope.By);
        return member switch
        {
            _ when Authority.Over(member, by) is { } refusal => refusal,
            _ when Authority.Wrong(member, fact.Role, fact.Clearance, fact.From, fact.Until, by) is { } wrong => wrong,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when member.Periods[^1] is { Until: null } last && fact is { From: null, Until: null } && IsSame(last.Rights, fact) => Unchanged.Value,
            _ when !Authority.IsProduct(by) && NeedsSecondPerson(member, fact, fact.From ?? envelope.RecordedAt) => MemberRefusals.SecondPersonNeeded,
            _ => fact,
        };
    }

    /// <summary>More than the member has when it begins, or than it has for as long: what was given for a week is given for good by two persons again.</summary>
    private static bool NeedsSecondPerson(Member member, RightsGranted fact, DateTimeOffset from)
    {
        Rights[] held = [member.HeldAt(from), member.HeldThroughout(from, fact.Until)];
        return held.Any(rights => rights.NeedsSecondPerson(fact.Role, fact.Clearance, fact.Privileges));
    }

    private static bool IsSame(Rights rights, RightsGranted fact) =>
        (rights.Role, rights.Clearance) == (fact.Role, fact.Clearance) && rights.Privileges.ToHashSet().SetEquals(fact.Privileges);
}

using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

/// <summary>Who may decide over members: the head of their unit or of one above it, in the same agency; the coordinator in the task force's own.</summary>
internal static partial class Authority
{
    /// <summary>The person at the machine (the command line) acts as the product: there must be a first head before there can be others.</summary>
    public static bool IsProduct(Officer by) => by.Agency == Officer.System.Agency;

    /// <summary>For who is of another agency its members do not exist; null for a head.</summary>
    public static Refusal? OverUnit(string agency, string unit, Officer by) => by switch
    {
        _ when IsProduct(by) => null,
        _ when by.Agency != agency => MemberRefusals.Unknown,
        { Role: OfficerRole.Coordinator } => null,
        { Role: OfficerRole.UnitHead } when Units.IsWithin(agency, unit, by.Unit) => null,
        _ => MemberRefusals.NotHead,
    };

    /// <summary>A unit where the member is or was last: also who has no rights just now has a head.</summary>
    public static Refusal? Over(Member member, Officer by) => member switch
    {
        { Username: "" } => MemberRefusals.Unknown,
        _ => OverUnit(member.Agency, member.Periods[^1].Rights.Unit, by),
    };

    public static Refusal? TaskForce(Officer by) =>
        IsProduct(by) || (by.Agency == Agencies.TaskForce && by.Role == OfficerRole.Coordinator) ? null : MemberRefusals.NotTaskForce;

    /// <summary>What can be wrong with rights whoever grants them.</summary>
    public static Refusal? Wrong(Member member, OfficerRole role, Level clearance, DateTimeOffset? from, DateTimeOffset? until, Officer by) => role switch
    {
        _ when by.Id == member.Username => MemberRefusals.OwnRights,
        _ when member.IsSystem != (role == OfficerRole.SystemClient) => MemberRefusals.RoleNotOfAgency,
        OfficerRole.Coordinator or OfficerRole.Operator when member.Agency != Agencies.TaskForce => MemberRefusals.RoleNotOfAgency,
        _ when clearance > by.Clearance => MemberRefusals.AboveOwn,
        _ => Period(from, until),
    };

    public static Refusal? Period(DateTimeOffset? from, DateTimeOffset? until) =>
        until is { } end && from is { } begin && end <= begin ? MemberRefusals.BadPeriod : null;

    public static bool IsName(string username) => Name().IsMatch(username);

    [GeneratedRegex(@"^[a-z][a-z0-9.-]{2,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

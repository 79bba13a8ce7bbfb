using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Members;

public sealed record AgencyItem(string Code, string Name, string EnglishName, AgencyKind Kind, bool Suspended);

public sealed record DeskItem(string Desk, IReadOnlyList<string> Officers, IReadOnlyList<string> Deputies);

/// <param name="Id">Of its stream, for closing and staffing; a unit of the reference data is staffed and not closed.</param>
/// <param name="Closed">It does not work now: closed, over or not begun.</param>
public sealed record UnitItem(
    Guid Id, string Agency, string Code, string Name, UnitKind Kind, string? Place, string? Parent, bool Closed, IReadOnlyList<DeskItem> Desks);

/// <param name="Grant">Named by the confirmation.</param>
public sealed record ProposalItem(Guid Grant, OfficerRole Role, Level Clearance, IReadOnlyList<Privilege> Privileges, string Reason, string ProposedBy);

/// <param name="Rights">Of now; null when there are none.</param>
public sealed record OfficerItem(
    string Username, string Agency, bool System, bool Disabled, DateTimeOffset? Until, Rights? Rights, IReadOnlyList<ProposalItem> Proposals);

public sealed record TaskForceItem(
    string Code, string Name, string? Area, IReadOnlyList<string> Agencies, bool Active, DateTimeOffset From, DateTimeOffset? Until,
    IReadOnlyList<string> Officers);

public sealed record Me(
    string Username, string Agency, string Unit, OfficerRole Role, Level Clearance, IReadOnlyList<Privilege> Privileges, IReadOnlyList<string> TaskForces);

/// <summary>Who is there, within what the caller may know.</summary>
internal static class MemberReads
{
    public static void Map(RouteGroupBuilder members)
    {
        members.MapGet("me", OwnRights).Reads(MemberQueries.Reads).WithName("getOwnRights").WithSummary("Your rights of now.");
        members.MapGet("agencies", Agencies).Reads(MemberQueries.Reads).WithName("listAgencies").WithSummary("The agencies that meet here.");
        members.MapGet("units", Units).Reads(MemberQueries.Reads)
            .WithName("listUnits").WithSummary("Units of an agency; of your own also who sits at their desks.");
        members.MapGet("officers", Officers).Reads(MemberQueries.Reads)
            .WithName("listOfficers").WithSummary("Members of your agency, for its heads; of all, for the operator.");
        members.MapGet("task-forces", TaskForces).Reads(MemberQueries.Reads).WithName("listTaskForces").WithSummary("Joint teams that your agency is in.");
    }

    private static async Task<Ok<Me>> OwnRights(CurrentOfficer officer, Accounts accounts, MemberQueries members, TimeProvider clock, CancellationToken ct)
    {
        var (by, now) = (officer.Value, clock.GetUtcNow());
        var privileges = (await accounts.Find(by.Id, ct))?.Account.Privileges ?? [];
        var forces = await members.TaskForces(officer.Viewer, ct);
        return TypedResults.Ok(new Me(
            by.Id, by.Agency, by.Unit, by.Role, by.Clearance, privileges,
            [.. forces.Where(force => force.IsActive(now) && force.Officers.ContainsKey(by.Id)).Select(force => force.Formed!.Code)]));
    }

    private static async Task<Ok<AgencyItem[]>> Agencies(CurrentOfficer officer, MemberQueries members, TimeProvider clock, CancellationToken ct)
    {
        var suspended = await members.Suspended(officer.Viewer, clock.GetUtcNow(), ct);
        return TypedResults.Ok(Domain.Reference.Agencies.All.Where(agency => agency.Kind != AgencyKind.System)
            .Select(agency => new AgencyItem(agency.Code, agency.Name, agency.EnglishName, agency.Kind, suspended.Contains(agency.Code))).ToArray());
    }

    private static async Task<Ok<UnitItem[]>> Units(
        CurrentOfficer officer, MemberQueries members, TimeProvider clock, CancellationToken ct, string? agency = null)
    {
        var wanted = agency ?? officer.Value.Agency;
        var registered = (await members.Units(officer.Viewer, ct)).Where(unit => unit.Seat().Agency == wanted)
            .ToDictionary(unit => unit.Seat().Code, StringComparer.Ordinal);
        return TypedResults.Ok(Domain.Reference.Units.All.Where(unit => unit.Agency == wanted && unit.Agency != Officer.System.Agency)
            .Select(unit => Item(unit, registered.GetValueOrDefault(unit.Code), clock.GetUtcNow())).ToArray());
    }

    private static UnitItem Item(Unit unit, UnitFile? file, DateTimeOffset now) => new(
        UnitFile.StreamOf(unit.Agency, unit.Code), unit.Agency, unit.Code, unit.Name,
        file?.Registered?.Kind ?? Domain.Reference.Units.KindOf(unit), unit.Place, unit.Parent, file is not null && !file.WorksAt(now),
        [.. unit.Desks.Select(desk => new DeskItem(desk, file?.StaffAt(desk, now)?.Officers ?? [], file?.StaffAt(desk, now)?.Deputies ?? []))]);

    private static async Task<Ok<OfficerItem[]>> Officers(CurrentOfficer officer, MemberLists members, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok((await members.For(officer.Viewer, ct)).Select(member => Item(member, now)).ToArray());
    }

    internal static OfficerItem Item(Member member, DateTimeOffset now) => new(
        member.Username, member.Agency, member.IsSystem, member.IsDisabledAt(now), member.Until, member.RightsAt(now),
        [
            .. from proposed in member.Proposals.Values
               let fact = proposed.Fact
               orderby fact.Grant
               select new ProposalItem(fact.Grant, fact.Role, fact.Clearance, fact.Privileges, fact.Reason, proposed.By),
        ]);

    private static async Task<Ok<TaskForceItem[]>> TaskForces(CurrentOfficer officer, MemberQueries members, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok((await members.TaskForces(officer.Viewer, ct)).Select(force => new TaskForceItem(
            force.Formed!.Code, force.Formed.Name, force.Formed.Area, force.Formed.Agencies, force.IsActive(now), force.From, force.Formed.Until,
            [.. force.Officers.Keys])).ToArray());
    }
}

using Coordination.Domain.Members;
using Coordination.Host.Commands;

namespace Coordination.Host.Members;

/// <summary>Agencies, units, officers and systems over HTTP. Who may decide is the decider's to say: heads, in their own agency.</summary>
internal static class MembersModule
{
    public static void AddMembers(this IServiceCollection services)
    {
        services.AddSingleton<MemberAdmin>();
        services.AddScoped<MemberDoors>();
        services.AddSingleton<MemberLists>();
        services.AddHostedService<AccessWatch>();
    }

    public static void Map(RouteGroupBuilder api)
    {
        var members = api.MapGroup("members").WithTags("Members").RequireAuthorization();
        MemberReads.Map(members);
        var writes = members.MapGroup("").AddEndpointFilter(MemberDoors.Adopt);
        MapOfficers(writes);
        MapStructure(writes);
        MemberDoors.Map(writes);
    }

    private static void MapOfficers(RouteGroupBuilder members)
    {
        members.MapNamedFact<OfficerAppointed>(
            "officers", "appointOfficer", "Appoint an officer, with the least of rights.", fact => Member.StreamOf(fact.Username));
        members.MapNamedFact<ClientRegistered>(
            "clients", "registerClient", "Register a system of the agency.", fact => Member.StreamOf(fact.Username));
        members.MapFactOf<OfficerMoved>("officers/{key}/move", "moveOfficer", "Move to another unit of the agency.", Member.StreamOf);
        members.MapFactOf<RightsGranted>(
            "officers/{key}/rights", "grantRights", "Take rights away, or give what one person may give.", Member.StreamOf);
        members.MapFactOf<RightsProposed>(
            "officers/{key}/proposals", "proposeRights", "The first of two persons: role of head and above, clearance R and above, privileges.", Member.StreamOf);
        members.MapFactOf<RightsConfirmed>("officers/{key}/confirmation", "confirmRights", "The second person.", Member.StreamOf);
        members.MapFactOf<RightsDeclined>("officers/{key}/refusal", "declineRights", "Decline a proposal.", Member.StreamOf);
        members.MapFactOf<OfficerDisabled>(
                "officers/{key}/disablement", "disableOfficer", "Ends sessions, tokens and open streams within seconds, on every Host.", Member.StreamOf)
            .AddEndpointFilter(MemberDoors.EndEverything);
        members.MapFactOf<OfficerEnabled>("officers/{key}/enablement", "enableOfficer", "Enable again; sessions of before stay ended.", Member.StreamOf);
    }

    private static void MapStructure(RouteGroupBuilder members)
    {
        members.MapNamedFact<UnitRegistered>("units", "registerUnit", "Register a unit.", fact => UnitFile.StreamOf(fact.Agency, fact.Code));
        members.MapFact<UnitClosed>("POST", "units/{id:guid}/closure", "closeUnit", "Close a registered unit.");
        members.MapFact<DeskStaffed>("POST", "units/{id:guid}/staff", "staffDesk", "Say who sits at a desk, and who stands in.");
        members.MapNamedFact<AgencySuspended>(
            "suspensions", "suspendAgency", "An agency takes no part from now on.", fact => Membership.StreamOf(fact.Agency));
        members.MapNamedFact<AgencyReadmitted>(
            "readmissions", "readmitAgency", "A suspended agency takes part again.", fact => Membership.StreamOf(fact.Agency));
        members.MapNamedFact<TaskForceFormed>("task-forces", "formTaskForce", "Form a joint team.", fact => TaskForce.StreamOf(fact.Code));
        members.MapFactOf<TaskForceOfficerAdded>("task-forces/{key}/officers", "addTaskForceOfficer", "Send an officer to a joint team.", TaskForce.StreamOf);
        members.MapFactOf<TaskForceOfficerRemoved>("task-forces/{key}/removals", "removeTaskForceOfficer", "Call an officer back.", TaskForce.StreamOf);
        members.MapFactOf<TaskForceDissolved>("task-forces/{key}/dissolution", "dissolveTaskForce", "Dissolve a joint team.", TaskForce.StreamOf);
    }
}

using Coordination.Domain.Outreach;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Outreach;

/// <summary>Outreach, fostered villages, partners and questions to villages, over HTTP.</summary>
internal static class OutreachModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var sessions = Group(api, "outreach-sessions");
        sessions.MapNewFact<OutreachSessionHeld>("", "holdOutreachSession", "Log a session that was held.");

        var villages = Group(api, "fostered-villages");
        villages.MapNewFact<VillageDesignated>("", "designateVillage", "Designate a village as fostered by your office.");
        villages.MapFact<OfficerAssignedToVillage>("POST", "{id:guid}/officers", "assignOfficerToVillage", "Name who looks after it.");

        var partners = Group(api, "community-partners");
        partners.MapNewFact<CommunityPartnerRegistered>("", "registerCommunityPartner", "Register a church, group or person of standing.");

        var verifications = Group(api, "village-verifications");
        verifications.MapNewFact<VillageVerificationRequested>("", "requestVillageVerification", "Ask a village about one of its own.");
        verifications.MapFact<VillageVerificationAnswered>("PUT", "{id:guid}/answer", "answerVillageVerification", "Answer as the unit that was asked.");
    }

    private static RouteGroupBuilder Group(RouteGroupBuilder api, string name) =>
        api.MapGroup(name).WithTags("Outreach").RequireAuthorization(Permissions.Work);
}

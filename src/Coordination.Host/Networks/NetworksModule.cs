using Coordination.Domain.Networks;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Networks;

/// <summary>Brokers, links, placement companies, questions about money and illegal offers of work over HTTP.</summary>
internal static class NetworksModule
{
    public static void Map(RouteGroupBuilder api)
    {
        Brokers(Group(api, "brokers", "Brokers"));
        Links(Group(api, "network-links", "Network links"));
        Companies(Group(api, "p3mi", "Placement companies"));
        Inquiries(Group(api, "financial-inquiries", "Financial inquiries"));
        Ads(Group(api, "job-ads", "Job advertisements"));
    }

    private static RouteGroupBuilder Group(RouteGroupBuilder api, string path, string tag) =>
        api.MapGroup(path).WithTags(tag).RequireAuthorization(Permissions.Work);

    private static void Brokers(RouteGroupBuilder brokers)
    {
        brokers.MapNewFact<BrokerProfileOpened>("", "openBrokerProfile", "Open the profile of a recruiter, sponsor or tout, known by name or not.");
        brokers.MapFact<AliasLinked>("POST", "{id:guid}/aliases", "linkAlias", "Add a name, with its sources.");
        brokers.MapFact<ContactPointLinked>("POST", "{id:guid}/contacts", "linkContactPoint", "Add a telephone, account or social account, with its sources.");
        brokers.MapFact<AreaLinked>("POST", "{id:guid}/areas", "linkArea", "Add a place where the broker works, with its sources.");
        brokers.MapFact<BrokerProfileMerged>("POST", "{id:guid}/merges", "mergeBrokerProfiles", "Go on for other profiles that turned out to be the same broker.");
        brokers.MapFact<BrokerProfileClosed>("PUT", "{id:guid}/closing", "closeBrokerProfile", "Close it, naming the profile that goes on in its place if one does.");
    }

    private static void Links(RouteGroupBuilder links)
    {
        links.MapNewFact<NetworkLinkAsserted>("", "assertNetworkLink", "Claim that two ends belong together, with confidence and source.");
        links.MapFact<NetworkLinkConfirmed>("POST", "{id:guid}/confirmation", "confirmNetworkLink", "Confirm it from a second source or as a second person.");
        links.MapFact<NetworkLinkRetracted>("PUT", "{id:guid}/retraction", "retractNetworkLink", "Take the claim back, with the reason.");
    }

    private static void Companies(RouteGroupBuilder companies)
    {
        companies.MapNewFact<P3MIRegistered>("", "registerP3MI", "Register a placement company with its licence.");
        companies.MapFact<LicenceStatusChanged>("POST", "{id:guid}/licence", "changeLicenceStatus", "Say what the licence register says from a day on.");
        companies.MapFact<P3MIInspected>("POST", "{id:guid}/inspections", "inspectP3MI", "Record an inspection.");
        companies.MapFact<FindingRaised>("POST", "{id:guid}/findings", "raiseFinding", "Raise a finding of an inspection.");
        companies.MapFact<CorrectiveActionDue>("POST", "{id:guid}/corrective-actions", "demandCorrectiveAction", "Demand that a finding be put right by a day.");
        companies.MapFact<CorrectiveActionCompleted>(
            "POST", "{id:guid}/corrections", "completeCorrectiveAction", "Say, as inspector, that a finding was put right.");
        companies.MapFact<P3MISanctioned>("POST", "{id:guid}/sanctions", "sanctionP3MI", "Impose a warning, suspension or revocation by decree.");
        companies.MapFact<SanctionExtended>("POST", "{id:guid}/sanctions/extension", "extendSanction", "Let a suspension run longer.");
        companies.MapFact<SanctionLifted>("POST", "{id:guid}/sanctions/lifting", "liftSanction", "Lift a sanction.");
    }

    private static void Inquiries(RouteGroupBuilder inquiries)
    {
        inquiries.MapNewFact<FinancialInquiryRequested>("", "requestFinancialInquiry", "Ask the financial intelligence unit to follow accounts.");
        inquiries.MapFact<FinancialInquiryAnswered>("PUT", "{id:guid}/answer", "answerFinancialInquiry", "Answer an inquiry.");
    }

    private static void Ads(RouteGroupBuilder ads)
    {
        ads.MapNewFact<IllegalJobAdReported>("", "reportIllegalJobAd", "Report an illegal offer of work by the hash of its address.");
        ads.MapFact<IllegalJobAdTakenDown>("PUT", "{id:guid}/takedown", "takeDownJobAd", "Say that it was taken down.");
    }
}

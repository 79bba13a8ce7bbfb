using Coordination.Host.Access;
using Coordination.Host.Advisories;
using Coordination.Host.Alerts;
using Coordination.Host.Cases;
using Coordination.Host.Demo;
using Coordination.Host.Handoffs;
using Coordination.Host.Health;
using Coordination.Host.Http;
using Coordination.Host.Intake;
using Coordination.Host.Integrity;
using Coordination.Host.Intelligence;
using Coordination.Host.JointOperations;
using Coordination.Host.Live;
using Coordination.Host.Members;
using Coordination.Host.Networks;
using Coordination.Host.OpenApi;
using Coordination.Host.Operations;
using Coordination.Host.Outreach;
using Coordination.Host.Privacy;
using Coordination.Host.Screening;
using Coordination.Host.Prosecution;
using Coordination.Host.Reference;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Coordination.Host.Sharing;
using Coordination.Host.Snapshots;
using Coordination.Host.Tips;
using Coordination.Host.Vault;
using Coordination.Host.Victims;

namespace Coordination.Host;

/// <summary>Every route of the API, module by module.</summary>
internal static class ApiRoutes
{
    public static void Map(WebApplication app, HostSettings settings)
    {
        var api = app.MapGroup("/api/v1");
        TokensEndpoint.Map(api);
        SecondFactorEndpoints.Map(api);
        MembersModule.Map(api);
        BreakGlassModule.Map(api);
        CatalogueEndpoint.Map(api);
        EventsEndpoint.Map(api);
        CasesModule.Map(api);
        ScreeningModule.Map(api);
        TipsModule.Map(api);
        OutreachModule.Map(api);
        AlertsModule.Map(api);
        RulesModule.Map(api);
        EvidenceModule.Map(api);
        ReferenceModule.Map(api);
        HandoffsModule.Map(api);
        CustodyModule.Map(api);
        ProsecutionModule.Map(api);
        IntelligenceModule.Map(api);
        JointOperationsModule.Map(api);
        WatchEntriesModule.Map(api);
        NetworksModule.Map(api);
        TravelBansModule.Map(api);
        AdvisoriesModule.Map(api);
        VictimsModule.Map(api);
        SharingModule.Map(api);
        SnapshotsModule.Map(api);
        StreamEndpoint.Map(api);
        AccessModule.Map(api);
        RevealEndpoint.Map(api);
        PrivacyModule.Map(api);
        LogModule.Map(api);
        ErasureEndpoints.Map(api);
        AdminModule.Map(api);
        if (settings.Demo)
            DemoEndpoints.Map(api);
        HealthEndpoints.Map(app);
        app.MapApiDescription();
        PolicyReports.Map(app);
        Unmatched.Map(app);
    }
}

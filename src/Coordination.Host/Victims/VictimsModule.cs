using Coordination.Domain.Victims;
using Coordination.Host.Commands;
using Coordination.Host.Security;
using Coordination.Host.Store;
using Coordination.Projections.Victims;
using Npgsql;

namespace Coordination.Host.Victims;

/// <summary>Victims, their services and the actions that their shield stops, over HTTP.</summary>
internal static class VictimsModule
{
    public static void AddVictims(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ShieldRecords(provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon)));
        services.AddSingleton<ShieldGate>();
        services.AddSingleton<ShieldKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ShieldKeeper>());
    }

    public static void Map(RouteGroupBuilder api)
    {
        MapVictims(api.MapGroup("victims").WithTags("Victims").RequireAuthorization(Permissions.Work));
        ProtectionRoutes.Map(api.MapGroup("protections").WithTags("Victims").RequireAuthorization(Permissions.Work));
        MapActions(api.MapGroup("administrative-actions").WithTags("Victims").RequireAuthorization(Permissions.Work));
    }

    // The first word names the person, and with that its stream: whoever speaks first, all meet there.
    private static void MapVictims(RouteGroupBuilder victims)
    {
        victims.MapNamedFact<VictimReferred>("", "referVictim", "Refer a person who may be a victim, whether or not the person said so.", StreamOf);
        victims.MapNamedFact<VictimScreened>("screenings", "screenPerson", "Record a screening of a person.", StreamOf);
        victims.MapNamedFact<VictimStatusDetermined>("determinations", "determinePerson", "Determine a person's status.", StreamOf);
        var known = victims.MapKnown(VictimDecider.Kind.Type);
        known.MapFact<VictimScreened>("POST", "screenings", "screenVictim", "Record a screening.");
        known.MapFact<VictimStatusDetermined>("PUT", "determination", "determineVictimStatus", "Determine the status: one word per agency, and the strongest holds.");
        known.MapFact<VictimStatusRevised>("PUT", "revision", "reviseVictimStatus", "Change your agency's own determination, with the reason.");
        known.MapFact<ReflectionPeriodGranted>("PUT", "reflection-period", "grantReflectionPeriod", "Grant time to recover and decide: 30 days at least.");
    }

    private static void MapActions(RouteGroupBuilder actions)
    {
        actions.MapNewFact<AdministrativeActionProposed>("", "proposeAdministrativeAction", "Propose an administrative action against a person.");
        actions.MapNewFact<AdministrativeActionImposed>("impositions", "imposeAdministrativeActionAtOnce", "Impose an action that was not proposed before.");
        var known = actions.MapKnown(AdministrativeActionDecider.Kind.Type);
        known.MapFact<AdministrativeActionImposed>("PUT", "imposition", "imposeAdministrativeAction", "Impose it; refused on a suspected victim.");
        known.MapFact<AdministrativeActionSuspended>("PUT", "suspension", "suspendAdministrativeAction", "Suspend it.");
        known.MapFact<AdministrativeActionLifted>("PUT", "lifting", "liftAdministrativeAction", "Lift it, with the reason.");
    }

    // Without a person there is nothing to find; the decision says so.
    private static Guid StreamOf(VictimEvent fact) => fact.Person is { } person ? Victim.StreamOf(person) : Guid.Empty;
}

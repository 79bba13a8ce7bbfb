using Coordination.EventStore.Integrity;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Store;
using Npgsql;

namespace Coordination.Host.Integrity;

/// <summary>The log that proves itself, wired.</summary>
internal static class LogModule
{
    public static void AddIntegrity(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(provider => LogTrees.Open(Database(provider), settings.DataDirectory, settings.Integrity.Origin));
        services.AddSingleton(provider => new Heads(Database(provider)));
        services.AddSingleton(provider => new Findings(Database(provider)));
        services.AddSingleton(provider => new Receipts(provider.GetRequiredService<LogTrees>().Events.Signer, Database(provider)));
        services.AddSingleton<LogStatusReader>();
        services.AddSingleton<Countersigning>();
        services.AddSingleton(provider => new CaseBundle(
            provider.GetRequiredService<LogTrees>().Events, provider.GetRequiredService<Heads>(),
            provider.GetRequiredService<Projections.Cases.CaseTimelineQueries>()));
        services.AddHostedService<SealService>();
    }

    /// <summary>Logs that <c>verify</c> hashes anew.</summary>
    public static IReadOnlyList<LeafSource> Sealed => [new EventLeaves(), new AccessLeaves()];

    public static void Map(RouteGroupBuilder api)
    {
        var log = api.MapGroup("log").WithTags("Log").RequireAuthorization();
        LogEndpoints.Map(log, "", trees => trees.Events);
        CaseBundleEndpoint.Map(api);
        // Who looked at whom: its heads and proofs are for those who protect.
        var access = log.MapGroup("access").AddEndpointFilter(async (context, next) =>
            AccessReport.Protects(context.HttpContext.RequestServices.GetRequiredService<CurrentOfficer>().Viewer)
                ? await next(context)
                : Problem.Of(HttpRefusals.RoleForbidden));
        LogEndpoints.Map(access, "Access", trees => trees.Access);
    }

    // The sealer reads every row of both logs, whoever may see them.
    private static NpgsqlDataSource Database(IServiceProvider provider) => provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon);
}

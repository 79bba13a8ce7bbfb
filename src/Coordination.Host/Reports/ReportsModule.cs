using Coordination.EventStore;
using Coordination.Host.Store;
using Coordination.Host.Vault;
using Coordination.Projections.Sharing;
using Npgsql;

namespace Coordination.Host.Reports;

internal static class ReportsModule
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReportPositions(Daemon(provider), provider.GetRequiredService<ProjectionDaemon>()));
        services.AddSingleton(provider => new ReportInputs(
            Daemon(provider), provider.GetRequiredService<EventLog>(), provider.GetRequiredService<ThingSight>()));
        services.AddSingleton(provider => new ReportTexts(provider.GetRequiredService<Narratives>()));
    }

    // A report decides for itself what its reader may see, as of a time; the view of the moment would not do.
    private static NpgsqlDataSource Daemon(IServiceProvider provider) => provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon);
}

using System.Reflection;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Projections;
using Coordination.Projections.Advisories;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Lapses;
using Coordination.Projections.Members;
using Coordination.Projections.Privacy;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;
using Coordination.Projections.Tips;
using Coordination.Projections.Victims;
using Npgsql;

namespace Coordination.Host.Store;

/// <summary>The store and its views, wired: what the server and every verb of the command line share.</summary>
internal static class StoreModule
{
    /// <summary>Key of the data source that owns the tables.</summary>
    public const string Owner = "owner";

    /// <summary>
    /// Key of the data source that appends, decides and projects. The one without a key answers viewers: row security shows it nothing but what
    /// a viewer may see, so whatever reads for nobody takes this one, and says by that that it does.
    /// </summary>
    public const string Daemon = "daemon";

    /// <summary>Where migrations come from.</summary>
    public static Assembly[] Migrated { get; } = [typeof(EventLog).Assembly, typeof(CaseTimelineQueries).Assembly, typeof(StoreModule).Assembly];

    public static void AddStore(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(_ => DataSource(Impatient(settings.Database, Viewers), "coordination", reset: false));
        services.AddSingleton(provider => new DatabaseClock(TimeProvider.System, provider.GetRequiredService<ILogger<DatabaseClock>>()));
        services.AddKeyedSingleton(
            Daemon, (provider, _) => DataSource(
                Impatient(settings.DaemonDatabase ?? DatabaseRoles.AsDaemon(settings.Database), Daemons), "coordination-daemon",
                clock: provider.GetRequiredService<DatabaseClock>()));
        services.AddKeyedSingleton(Owner, (_, _) => DataSource(settings.Owner, "coordination-owner"));
        services.AddSingleton(new EventTypes(EventNames.All.Select(name => new EventType(name.Key, name.Value))));
        services.AddSingleton(new EventSerializer(EventJson.Stored));
        services.AddSingleton(provider => new EventLog(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon), provider.GetRequiredService<EventTypes>(),
            provider.GetRequiredService<EventSerializer>(), settings.Store));
        services.AddSingleton(provider => new Decider(provider.GetRequiredService<EventLog>(), settings.Store));
        AddViews(services, settings);
        services.AddSingleton(provider => new ProjectionDaemon(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon), provider.GetRequiredService<EventTypes>(),
            provider.GetRequiredService<EventSerializer>(),
            [.. provider.GetServices<IProjection>()], settings.Daemon, provider.GetRequiredService<ILogger<ProjectionDaemon>>(),
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Owner)));
        services.AddSingleton(provider => new Verifier(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Owner), provider.GetRequiredService<EventTypes>(),
            provider.GetRequiredService<EventSerializer>(), [.. provider.GetServices<IProjection>()], settings.Daemon,
            Integrity.LogModule.Sealed));
    }

    /// <summary>Brings the schema up to this program's; says what it did. A service without the owner's connection needs nothing when nothing is missing.</summary>
    /// <exception cref="MigrationException">It cannot; the message says why.</exception>
    public static async Task<IReadOnlyList<string>> Migrate(IServiceProvider services, CancellationToken ct)
    {
        var owner = services.GetRequiredKeyedService<NpgsqlDataSource>(Owner);
        var missing = await Migrator.Missing(owner, ct, Migrated);
        if (missing.Count == 0)
            return [];
        try
        {
            return await Migrator.Migrate(owner, ct, Migrated);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationException(
                $"The database lacks {missing.Count} migrations, beginning with {missing[0]}. Run 'migrate' with ConnectionStrings__CoordinationOwner first.", e);
        }
    }

    private static void AddViews(IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<IProjection, CaseTimeline>();
        services.AddSingleton<IProjection, CaseSummary>();
        services.AddSingleton<IProjection, HandoffInbox>();
        services.AddSingleton<IProjection, IntelligenceBoard>();
        services.AddSingleton<IProjection, AlertSignals>();
        services.AddSingleton<IProjection, AlertBoard>();
        services.AddSingleton<IProjection, PersonHoldings>();
        services.AddSingleton<IProjection, PrivacyBoard>();
        services.AddSingleton<IProjection, SharingBoard>();
        services.AddSingleton<IProjection, MemberDirectory>();
        services.AddSingleton<IProjection, BrokenGlass>();
        services.AddSingleton<IProjection, SnapshotBoard>();
        services.AddSingleton<IProjection, LapseBoard>();
        services.AddSingleton<IProjection, WarningEchoes>();
        services.AddSingleton<IProjection, VictimShieldView>();
        services.AddSingleton<IProjection, TipTracking>();
        services.AddSingleton<IProjection, OverturnedEvidence>();
        services.AddSingleton<EventSentences>();
        services.AddSingleton<CaseTimelineQueries>();
        services.AddSingleton<CaseSummaryQueries>();
        services.AddSingleton<HandoffInboxQueries>();
        services.AddSingleton<AlertBoardQueries>();
        services.AddSingleton<RuleQueries>();
        services.AddSingleton<RiskQueries>();
        services.AddSingleton<EventQueries>();
        services.AddSingleton(provider => new BackTest(
            provider.GetRequiredService<EventLog>(), provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon), provider.GetRequiredService<NpgsqlDataSource>())
        {
            Most = settings.BackTestMost ?? BackTest.UsualMost,
        });
        services.AddSingleton<IntelligenceBoardQueries>();
        services.AddSingleton<MyDeskQueries>();
        services.AddSingleton(provider => new ThingSight(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon), provider.GetRequiredService<EventTypes>(),
            provider.GetRequiredService<EventSerializer>()));
        services.AddSingleton(provider => new ConsentQueries(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new DueSignals(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new OwedEchoes(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new DueLapses(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new TrackedTips(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton<HoldingQueries>();
        services.AddSingleton<PrivacyQueries>();
        services.AddSingleton(provider => new Holders(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new MemberRecords(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new MemberQueries(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton<BrokenGlassQueries>();
        services.AddSingleton(provider => new NumberedCases(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
        services.AddSingleton(provider => new DueGlass(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon)));
    }

    // A PostgreSQL that cannot keep up is not helped by more callers at once. A new session plans its statements anew, which costs a processor a hundred
    // times what running them does: a hundred sessions begun together outlast the limit of a command, Npgsql throws the whole pool away for each that
    // does, and those that come after begin anew as well (ADR 31). Whoever finds no connection waits for one, and is told to come again.
    internal const int Viewers = 24;

    // Two listen and tell, two write, each view takes one while it projects, and each who passes the shield's gate one while others write what it waits for.
    private const int Daemons = 48;

    // A PostgreSQL that says nothing must cost a caller seconds, not the minute of Npgsql's defaults; what the operator writes stands. The
    // owner's connections keep the defaults: migrations and rebuilds may take long.
    internal static string Impatient(string connectionString, int most)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var limits = new NpgsqlConnectionStringBuilder { MaxPoolSize = most, Timeout = 3, CommandTimeout = 10, CancellationTimeout = 1000, KeepAlive = 5 };
        foreach (var name in limits.Keys.Except(given.Keys, StringComparer.OrdinalIgnoreCase).ToList())
            given[name] = limits[name];
        return given.ConnectionString;
    }

    // Named, because an unnamed data source would carry its connection string into every span.
    private static NpgsqlDataSource DataSource(string connectionString, string name, bool reset = true, DatabaseClock? clock = null)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = name };
        // What a viewer's session is told lives in its transaction (ViewerBatch), so there is nothing to reset, and a reset costs a twentieth of a page.
        builder.ConnectionStringBuilder.NoResetOnClose = !reset;
        // Queries name their tables without a schema; an operator's connection string need not know that.
        if (string.IsNullOrEmpty(builder.ConnectionStringBuilder.SearchPath))
            builder.ConnectionStringBuilder.SearchPath = "readmodel, coordination, public";
        // A page's statement takes longer to plan than to run; behind a pooler that cannot keep statements, write Max Auto Prepare=0.
        if (!builder.ConnectionStringBuilder.Keys.Contains("Max Auto Prepare", StringComparer.OrdinalIgnoreCase)) // ContainsKey knows every name, set or not
            builder.ConnectionStringBuilder.MaxAutoPrepare = 100;
        // Queries are written for their indexes (ListSql, timeline_page.sql): planning them anew for each value costs more than running them. And
        // row security multiplies their expressions: compiling those takes seconds where running them takes less than one millisecond.
        foreach (var (setting, value) in new[] { ("plan_cache_mode", "force_generic_plan"), ("jit", "off") })
        {
            var options = builder.ConnectionStringBuilder.Options ?? "";
            if (!options.Contains(setting, StringComparison.Ordinal))
                builder.ConnectionStringBuilder.Options = $"{options} -c {setting}={value}".Trim();
        }

        clock?.AskedBy(builder);
        return builder.Build();
    }
}

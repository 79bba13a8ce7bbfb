using System.Net;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Demo;
using Coordination.Host.Http;
using Coordination.Host.Integrity;
using Coordination.Host.JointOperations;
using Coordination.Host.Live;
using Coordination.Host.Members;
using Coordination.Host.OpenApi;
using Coordination.Host.Pages;
using Coordination.Host.Privacy;
using Coordination.Host.Reports;
using Coordination.Host.Security;
using Coordination.Host.Sharing;
using Coordination.Host.Snapshots;
using Coordination.Host.Security.SecondFactor;
using Coordination.Host.Store;
using Coordination.Host.Telemetry;
using Coordination.Host.Tips;
using Coordination.Host.Vault;
using Coordination.Host.Victims;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Npgsql;

namespace Coordination.Host;

/// <summary>The composition root: one running server on one database. Everything that is wired is wired here or in a module it calls.</summary>
public sealed class CoordinationHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CoordinationHost(WebApplication app, string? demoPassword)
    {
        _app = app;
        DemoPassword = demoPassword;
    }

    /// <summary>Where it listens, with the port it got.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IServiceProvider Services => _app.Services;

    /// <summary>The demo users' common password; null outside demo mode.</summary>
    public string? DemoPassword { get; }

    /// <summary>Migrates if asked to, wires everything and returns when the server answers.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict each other; the message says what to do.</exception>
    public static async Task<CoordinationHost> Start(HostSettings settings, CancellationToken ct)
    {
        RefusePublicDemo(settings);
        var password = settings.Demo ? settings.DemoPassword ?? DemoAccounts.GeneratePassword() : null;
        var app = Build(settings, password);
        try
        {
            _ = app.Services.GetRequiredService<TelemetryModule>();
            await DatabaseWait.UntilItAnswers(
                app.Services.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Owner), app.Services.GetRequiredService<ILogger<CoordinationHost>>(), ct);
            if (settings.Migrate)
                await StoreModule.Migrate(app.Services, ct);
            await app.Services.GetRequiredService<IndexKey>().Prove(app.Services.GetRequiredKeyedService<NpgsqlDataSource>(VaultModule.Keys), ct);
            await app.StartAsync(ct);
            return new CoordinationHost(app, password);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdown(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void RefusePublicDemo(HostSettings settings)
    {
        var loopback = string.Equals(settings.Listen, "localhost", StringComparison.Ordinal)
            || (IPAddress.TryParse(settings.Listen, out var address) && IPAddress.IsLoopback(address));
        if (settings.Demo && !loopback)
            throw new InvalidOperationException("Demo mode has known users and one password: it listens on 127.0.0.1 only.");
    }

    private static WebApplication Build(HostSettings settings, string? demoPassword)
    {
        // The pages' files lie beside the program, from wherever it is started.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Coordination.Host", ContentRootPath = AppContext.BaseDirectory,
                // Whatever the environment says: another one shows errors to callers.
                EnvironmentName = Environments.Production,
            });
        // Nobody is told who calls by a header that anybody can write.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
        builder.WebHost.UseUrls($"http://{settings.Listen}:{settings.Port}");
        builder.WebHost.ConfigureKestrel(Kestrel.Configure);
        // A line per request says nothing that the metrics do not, and a path may be followed.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A start that fails is told in one sentence by the command line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // So is a port that is taken; only a server that cannot start speaks at this level.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is >= LogLevel.Warning and < LogLevel.Critical);
        TelemetryModule.AddLogs(builder.Logging);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(_ => TelemetryModule.Start());
        services.AddStore(settings);
        services.AddSingleton<FreeSpace>();
        AddClock(services, settings);
        services.AddSecurity(settings, demoPassword is null ? null : new DemoAccounts(demoPassword));
        services.AddVault(settings);
        services.AddAccessLog();
        services.AddPrivacy();
        services.AddIntegrity(settings);
        services.AddSharing();
        services.AddSnapshots();
        services.AddVictims();
        services.AddWriting();
        services.AddReports();
        services.AddTips();
        services.AddJointOperations();
        services.AddSingleton<LiveWake>();
        services.AddApiDescription();
        services.AddHostedService<StoreService>();
        services.AddHostedService<Alerts.AlertRaiser>();
        services.AddSingleton<Alerts.BackTests>();
        services.AddSingleton<Reference.Areas>();
        services.AddHostedService<Reference.CalendarWatch>();
        services.AddHostedService<Lapses.LapseKeeper>();
        services.AddHostedService<Advisories.WarningKeeper>();
        services.AddMembers();
        services.AddBreakGlass();
        builder.AddPages();
        services.ConfigureHttpJsonOptions(json => StrictJson.Apply(json.SerializerOptions));
        // A parameter that cannot be read throws, so that it is answered with a code like everything else.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        var app = builder.Build();
        UsePipeline(app);
        ApiRoutes.Map(app, settings);
        app.MapPages();
        return app;
    }

    private static void AddClock(IServiceCollection services, HostSettings settings)
    {
        if (settings.Demo && settings.Clock is null)
            services.AddSingleton(provider => new DemoClock(provider.GetRequiredService<DatabaseClock>()));
        services.AddSingleton(provider => settings.Clock ?? provider.GetService<DemoClock>() ?? (TimeProvider)provider.GetRequiredService<DatabaseClock>());
        services.AddHostedService<ClockKeeper>();
        services.AddSingleton<DueNow>();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSilentSpans();
        app.UseSecurityHeaders();
        app.UseMiddleware<Faults>();
        app.UseOneLength();
        app.UseReadableQuery();
        app.UseStatusCodeProblems();
        app.UseOpenedBodies();
        app.UseRouting();
        app.UseSameSiteOnly();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseScopes();
        app.UseStepUp();
        app.UseFreeSpace();
    }
}

using System.Diagnostics;
using System.Globalization;
using Coordination.EventStore;
using Coordination.Host;
using Coordination.Host.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Benchmarks;

/// <summary>Rebuild of every view and of what the rules remember, one after the other, against reading the same events in order; at two sizes, so that growth shows.</summary>
internal static class ViewsBench
{
    // As long as the streams of agencies are: an application, an encounter, a handoff.
    private const int PerCase = 20;

    public static async Task Run(Bench bench, Results results)
    {
        var cases = 0;
        foreach (var size in bench.Small ? new[] { 10_000, 40_000 } : [100_000, 1_000_000])
        {
            await Seed.Cases(bench.Database.Owner, cases + 1, (size / PerCase) - cases, PerCase);
            cases = size / PerCase;
            await using var services = Services(bench);
            var daemon = services.GetRequiredService<ProjectionDaemon>();
            var raw = await RebuildBench.Scan(bench.Database.Daemon);
            var (total, slowest) = (TimeSpan.Zero, (Name: "", Elapsed: TimeSpan.Zero));
            foreach (var view in services.GetServices<IProjection>())
            {
                var elapsed = (await daemon.Rebuild(view.Name, CancellationToken.None)).Elapsed;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {view.Name}: {elapsed.TotalSeconds:N1} s"));
                total += elapsed;
                if (elapsed > slowest.Elapsed)
                    slowest = (view.Name, elapsed);
            }

            var rate = size / total.TotalSeconds;
            results.Add(
                string.Create(CultureInfo.InvariantCulture, $"rebuild of all views and rules, {size:N0} events, one after the other"),
                string.Create(CultureInfo.InvariantCulture, $"{raw:N0} ev/s"),
                string.Create(CultureInfo.InvariantCulture, $"{rate:N0} ev/s, {total.TotalSeconds:N1} s in all, {slowest.Name} {slowest.Elapsed.TotalSeconds:N1} s"),
                string.Create(CultureInfo.InvariantCulture, $"{rate / raw:N2} ×"),
                string.Create(CultureInfo.InvariantCulture, $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MiB"), null);
        }
    }

    private static ServiceProvider Services(Bench bench)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        StoreModule.AddStore(services, new HostSettings(bench.Database.RuntimeConnectionString, bench.Database.OwnerConnectionString));
        return services.BuildServiceProvider();
    }
}

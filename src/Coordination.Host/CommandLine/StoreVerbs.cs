using System.CommandLine;
using Coordination.EventStore;
using Coordination.Host.Store;

namespace Coordination.Host.CommandLine;

/// <summary>Verbs for whoever runs the store. They work beside a running Host.</summary>
internal static class StoreVerbs
{
    public static IEnumerable<Command> All() => [Migrate(), Status(), Rebuild(), ReplayDeadLetter()];

    private static Command Migrate() => Verb(new Command("migrate", "Bring the database to this version's schema."), async (_, services, ct) =>
    {
        var applied = await StoreModule.Migrate(services, ct);
        Console.WriteLine(applied.Count == 0 ? "Nothing to do." : string.Join('\n', applied.Select(name => $"Applied {name}")));
        return Verbs.Well;
    });

    private static Command Status() => Verb(new Command("status", "Positions, lags, leases, dead letters, rebuilds."), async (_, services, ct) =>
    {
        var status = await services.GetRequiredService<ProjectionDaemon>().Status(ct);
        StatusTable.Write(status, Console.Out);
        return status.Shards.Any(shard => shard.State is ShardState.Stopped) || status.DeadLetters.Count > 0 ? Verbs.Found : Verbs.Well;
    });

    private static Command Rebuild()
    {
        var name = new Argument<string>("name") { Description = "Name of the view, such as CaseTimeline." };
        return Verb(new Command("rebuild", "Build a view anew beside the live one and swap.") { name }, async (parsed, services, ct) =>
        {
            var view = parsed.GetValue(name)!;
            if (services.GetServices<IProjection>().All(projection => projection.Name != view))
                throw new InvalidOperationException($"There is no view {view}; status lists them.");
            var result = await services.GetRequiredService<ProjectionDaemon>().Rebuild(view, ct);
            Console.WriteLine($"{view}: {result.Events} events in {result.Elapsed.TotalSeconds:0.0} s, live at position {result.Position}, dead letters {result.DeadLetters}");
            return result.DeadLetters > 0 ? Verbs.Found : Verbs.Well;
        });
    }

    private static Command ReplayDeadLetter()
    {
        var id = new Argument<Guid>("id") { Description = "Id of the dead letter; status lists them." };
        return Verb(new Command("replay-dead-letter", "Project the event of a dead letter again.") { id }, async (parsed, services, ct) =>
        {
            var error = await services.GetRequiredService<ProjectionDaemon>().ReplayDeadLetter(parsed.GetValue(id), ct);
            Console.WriteLine(error is null ? "Replayed." : $"Failed again: {error}");
            return error is null ? Verbs.Well : Verbs.Found;
        });
    }

    /// <summary>Runs a verb on the store of this place, beside a Host if there is one.</summary>
    internal static Task<int> WithStore(Func<IServiceProvider, Task<int>> run, CancellationToken ct) => Verbs.Guarded(async () =>
    {
        await using var place = await Place.Find(beside: true, ct);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        services.AddStore(new HostSettings(place.Database, place.Owner) { DaemonDatabase = place.Daemon });
        await using var provider = services.BuildServiceProvider();
        return await run(provider);
    });

    private static Command Verb(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run)
    {
        command.SetAction((parsed, ct) => WithStore(services => run(parsed, services, ct), ct));
        return command;
    }
}

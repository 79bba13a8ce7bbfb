using Coordination.Host.Replay;
using Coordination.Host.Store;
using Npgsql;

namespace Coordination.Host.Demo;

/// <summary>Tells the scenarios to an empty demo, through the public API, as the agencies' own clients.</summary>
internal static class DemoStory
{
    // Slow enough to watch a timeline fill, quick enough that nobody waits.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    /// <summary>The file as named, or beside the program.</summary>
    /// <returns>Null when there is none.</returns>
    public static string? Find(string scenario) =>
        new[] { scenario, Path.Combine(AppContext.BaseDirectory, scenario) }.FirstOrDefault(File.Exists);

    public static async Task Tell(CoordinationHost host, IReadOnlyList<string> scenarios, CancellationToken ct)
    {
        List<string> files = [.. scenarios.Select(Find).OfType<string>()];
        if (files.Count == 0 || await IsTold(host.Services.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon), ct))
            return;
        List<Scenario> told = [.. files.Select(Scenario.Read)];
        foreach (var one in told)
            Console.WriteLine($"Telling {one.Name}: {one.Note}");
        var player = new ScenarioPlayer(host.Address, host.DemoPassword!, Console.Out, Pace);
        Console.WriteLine(await player.Play(told, ct) ? "Told. Sign in and look." : "The stories ended early.");
    }

    private static async Task<bool> IsTold(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select exists (select from public.mt_events)");
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

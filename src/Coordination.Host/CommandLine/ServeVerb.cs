using System.CommandLine;
using System.Globalization;
using Coordination.Host.Demo;

namespace Coordination.Host.CommandLine;

/// <summary><c>serve</c>: runs until it is told to stop.</summary>
internal static class ServeVerb
{
    private static readonly string[] DemoScenarios = ["scenarios/s1-malaka-batam-kamboja.json", "scenarios/s3-umrah-fiktif.json"];

    public static Option<bool> Demo => new("--demo") { Description = "Demo users, a clock that can be set, two stories fed in. Listens on 127.0.0.1 only." };

    public static Command Command()
    {
        var demo = Demo;
        var command = new Command("serve", "Serve API and pages (the default).") { demo };
        command.SetAction((parsed, ct) => Verbs.Guarded(() => Run(parsed.GetValue(demo), ct)));
        return command;
    }

    public static async Task<int> Run(bool demo, CancellationToken ct)
    {
        await using var place = await Place.Find(beside: false, ct);
        var settings = Settings(place, demo);
        await using var host = await CoordinationHost.Start(settings, ct);
        Announce(host);
        var story = settings.Scenarios.Count > 0 ? TellStories(host, settings.Scenarios, ct) : Task.CompletedTask;
        await host.WaitForShutdown(ct);
        await story;
        return Verbs.Well;
    }

    // A story that cannot be told is no reason not to serve.
    private static async Task TellStories(CoordinationHost host, IReadOnlyList<string> scenarios, CancellationToken ct)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            ct, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            await DemoStory.Tell(host, scenarios, stopping.Token);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or OperationCanceledException)
        {
            if (!stopping.IsCancellationRequested)
                await Console.Error.WriteLineAsync($"The demo's stories were not told: {e.Message}");
        }
    }

    private static HostSettings Settings(Place place, bool demo) => new(place.Database, place.Owner)
    {
        DaemonDatabase = place.Daemon,
        Port = Variable("COORDINATION_PORT") is { } port ? ReadPort(port) : HostSettings.DefaultPort,
        Listen = Variable("COORDINATION_LISTEN") ?? "127.0.0.1",
        Demo = demo || Variable("COORDINATION_DEMO") is "1" or "true",
        DemoPassword = Variable("COORDINATION_DEMO_PASSWORD"),
        DataDirectory = Place.DataDirectory,
        Keys = place.Keys,
        Disk = place.Disk,
        LeastFree = Variable("COORDINATION_LEAST_FREE") is { } mebibytes ? ReadMebibytes(mebibytes) : null,
        // Only the switch tells the stories: who sets the variable wants users and a clock, and an empty log.
        Scenarios = Variable("COORDINATION_DEMO_SCENARIO") switch
        {
            _ when !demo => [],
            "none" => [],
            { } path => [path],
            null => DemoScenarios,
        },
    };

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new InvalidOperationException("COORDINATION_PORT is not a port number.");

    private static long ReadMebibytes(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) && mebibytes < 1L << 40
            ? mebibytes << 20
            : throw new InvalidOperationException("COORDINATION_LEAST_FREE is not a number of MiB.");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static void Announce(CoordinationHost host)
    {
        Console.WriteLine($"Coordination listens on {host.Address}");
        if (host.DemoPassword is not { } password)
            return;
        Console.WriteLine("DEMO: fictitious data, users that everybody knows. Not for real cases.");
        Console.WriteLine($"  Users     {string.Join(", ", Security.DemoAccounts.All.Select(account => account.Username))}");
        Console.WriteLine($"  Password  {password}");
    }
}

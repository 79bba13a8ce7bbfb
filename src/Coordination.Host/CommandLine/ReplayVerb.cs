using System.CommandLine;
using Coordination.Host.Replay;

namespace Coordination.Host.CommandLine;

/// <summary><c>replay FILE --server URL</c>: tells a scenario to any server through its public API.</summary>
internal static class ReplayVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("file") { Description = "A scenario, such as scenarios/s1-malaka-batam-kamboja.json." };
        var server = new Option<Uri>("--server")
        {
            Description = "Address of the server.", CustomParser = Verbs.Address, DefaultValueFactory = _ => new Uri($"http://127.0.0.1:{HostSettings.DefaultPort}"),
        };
        var password = new Option<string?>("--password") { Description = "Password of the scenario's users; else COORDINATION_DEMO_PASSWORD." };
        var pace = new Option<double>("--pace") { Description = "Seconds to wait after each step." };
        var command = new Command("replay", "Tell a scenario to a server through its public API.") { file, server, password, pace };
        command.SetAction((parsed, ct) => Verbs.Guarded(async () =>
        {
            var secret = parsed.GetValue(password) ?? Environment.GetEnvironmentVariable("COORDINATION_DEMO_PASSWORD")
                ?? throw new InvalidOperationException("Give the users' password with --password or COORDINATION_DEMO_PASSWORD.");
            var player = new ScenarioPlayer(parsed.GetValue(server)!, secret, Console.Out, TimeSpan.FromSeconds(parsed.GetValue(pace)));
            return await player.Play(Scenario.Read(parsed.GetValue(file)!.FullName), ct) ? Verbs.Well : Verbs.Found;
        }));
        return command;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Coordination.EventStore;
using Coordination.Host.Postgres;
using Npgsql;

namespace Coordination.Host.CommandLine;

/// <summary>The command line: <c>serve</c> unless another verb is named. 0 = well, 1 = something was found or refused, 2 = could not run.</summary>
internal static class Verbs
{
    public const int Well = 0;
    public const int Found = 1;
    public const int CouldNot = 2;

    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Coordination: one event store for agencies against trafficking in persons.");
        var demo = ServeVerb.Demo;
        root.Options.Add(demo);
        root.SetAction((parsed, ct) => Guarded(() => ServeVerb.Run(parsed.GetValue(demo), ct)));
        root.Subcommands.Add(ServeVerb.Command());
        foreach (var command in StoreVerbs.All())
            root.Subcommands.Add(command);
        root.Subcommands.Add(ReplayVerb.Command());
        root.Subcommands.Add(AccountVerb.Command());
        root.Subcommands.Add(VerifyVerb.Command());
        root.Subcommands.Add(WitnessVerb.Command());
        root.Subcommands.Add(RecoverVerb.Command());
        root.Subcommands.Add(KeysVerb.Command());
        root.Subcommands.Add(BackTestVerb.Command());
        root.Subcommands.Add(TamperVerb.Command());
        return root.Parse(args).InvokeAsync();
    }

    /// <summary>An address as it is typed; the command line knows no such type by itself.</summary>
    public static Uri? Address(ArgumentResult typed)
    {
        if (Uri.TryCreate(typed.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            return address;
        typed.AddError($"'{typed.Tokens[0].Value}' is no address such as https://server.example.");
        return null;
    }

    /// <summary>What an operator can act on is one sentence, not a stack trace.</summary>
    public static async Task<int> Guarded(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            return Well;
        }
        catch (Exception e) when (e is EmbeddedPostgresException or MigrationException or NpgsqlException or InvalidOperationException or IOException
            or StoreUnavailableException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CouldNot;
        }
    }
}

using System.CommandLine;
using Coordination.Host.Integrity;

namespace Coordination.Host.CommandLine;

/// <summary><c>witness</c>: an agency's own memory of the log. 1 = the log contradicts what was seen; 2 = it could not be asked.</summary>
internal static class WitnessVerb
{
    private const string Password = "COORDINATION_WITNESS_PASSWORD";

    public static Command Command()
    {
        var server = new Option<Uri>("--server") { Description = "Address of the server.", Required = true, CustomParser = Verbs.Address };
        var state = new Option<FileInfo>("--state") { Description = "File that remembers the last head. Keep it; it is what the witness is for.", Required = true };
        var key = new Option<FileInfo>("--key") { Description = "File with the witness's own key; made when it is not there.", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the witness, such as polri.go.id/witness; for a new key.", DefaultValueFactory = _ => "witness.local" };
        var user = new Option<string>("--user") { Description = $"Account of the agency; its password is in {Password}.", Required = true };
        var logKey = new Option<string?>("--log-key") { Description = "The log's verifier key from another source; else the one that it shows first is trusted." };
        var access = new Option<bool>("--access") { Description = "Watch the log of who looked at what; for agencies that protect." };
        var every = new Option<int>("--every") { Description = "Look again after so many seconds; 0 = once." };
        var command = new Command("witness", "Watch the log for an agency: check that it only grows, remember its head, counter-sign it.")
        {
            server, state, key, name, user, logKey, access, every,
        };
        command.SetAction((parsed, ct) => Verbs.Guarded(async () =>
        {
            var trusted = parsed.GetValue(logKey) is { } text ? VerifierKey.Parse(text) ?? throw new InvalidOperationException("--log-key is not a verifier key.") : null;
            var password = Environment.GetEnvironmentVariable(Password) ?? throw new InvalidOperationException($"Give the account's password in {Password}.");
            var signer = NoteSigner.LoadOrCreate(parsed.GetValue(key)!.FullName, NoteKind.Cosignature, () => NameOf(parsed.GetValue(name)!));
            using var client = new WitnessClient(
                new HttpClient { BaseAddress = parsed.GetValue(server) }, parsed.GetValue(user)!, password, parsed.GetValue(access) ? "access/" : "");
            var witness = new Witness(client, parsed.GetValue(state)!.FullName, signer, TimeProvider.System);
            return await Watch(witness, trusted, TimeSpan.FromSeconds(parsed.GetValue(every)), ct);
        }));
        return command;
    }

    internal static async Task<int> Watch(Witness witness, VerifierKey? trusted, TimeSpan every, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var head = await witness.Look(trusted, ct);
                Console.WriteLine($"Counter-signed {head.Size} entries, {Convert.ToBase64String(head.Root)}");
            }
            catch (WitnessRefusalException e)
            {
                await Console.Error.WriteLineAsync($"REFUSED. {e.Message} Keep the state file, and tell your agency.");
                return Verbs.Found;
            }
            catch (HttpRequestException e) when (every > TimeSpan.Zero)
            {
                await Console.Error.WriteLineAsync($"Not this time: {e.Message}");
            }
            if (every == TimeSpan.Zero)
                return Verbs.Well;
            await Task.Delay(every, ct);
        }
    }

    private static string NameOf(string name) =>
        VerifierKey.IsName(name) ? name : throw new InvalidOperationException("--name may have neither spaces nor '+'.");
}

using System.CommandLine;
using Coordination.Host.Vault;

namespace Coordination.Host.CommandLine;

/// <summary><c>keys</c>: gives the vault new keys while Hosts run.</summary>
internal static class KeysVerb
{
    public static Command Command()
    {
        var keys = new Command("keys", "New keys for the vault; works beside a running Host.");
        keys.Subcommands.Add(Rotate());
        keys.Subcommands.Add(Rekey());
        return keys;
    }

    private static Command Rotate()
    {
        var resume = new Option<bool>("--resume") { Description = "Finish a rotation that was stopped: make no further master key." };
        return Verb(new Command("rotate", "Make a new master key and wrap every data key with it.") { resume }, async (parsed, services, ct) =>
        {
            var master = services.GetRequiredService<FileMasterKey>();
            if (!parsed.GetValue(resume))
                master.Renew();
            var done = await services.GetRequiredService<KeyRotation>().Rewrap(ct);
            Console.WriteLine($"{done} data keys are wrapped with {master.Current} now. Keep older files in keys/ for as long as backups from before are kept.");
            return Verbs.Well;
        });
    }

    private static Command Rekey()
    {
        var subject = new Argument<Guid>("subject") { Description = "Reference of a person or contact." };
        return Verb(new Command("rekey", "Give one person or contact a new data key.") { subject }, async (parsed, services, ct) =>
        {
            var done = await services.GetRequiredService<KeyRotation>().Rekey(parsed.GetValue(subject), ct);
            Console.WriteLine(done ? "Rekeyed." : "The vault holds nothing of this reference.");
            return done ? Verbs.Well : Verbs.Found;
        });
    }

    private static Command Verb(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run)
    {
        command.SetAction((parsed, ct) => Verbs.Guarded(async () =>
        {
            await using var place = await Place.Find(beside: true, ct);
            var services = new ServiceCollection();
            services.AddVault(new HostSettings(place.Database, place.Owner) { DataDirectory = Place.DataDirectory, Keys = place.Keys });
            await using var provider = services.BuildServiceProvider();
            return await run(parsed, provider, ct);
        }));
        return command;
    }
}

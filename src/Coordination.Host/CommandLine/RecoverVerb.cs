using System.CommandLine;
using Coordination.Host.Integrity;
using Coordination.Host.Store;

namespace Coordination.Host.CommandLine;

/// <summary><c>recover</c>: makes a log that was restored to an earlier time sign again, and says so to everybody.</summary>
internal static class RecoverVerb
{
    public static Command Command()
    {
        var reason = new Option<string>("--reason") { Description = "What happened, in one line; it is signed and published.", Required = true };
        var access = new Option<bool>("--access") { Description = "The log of who looked at what, instead of the events." };
        var command = new Command("recover", "After a restore to a shorter log: make known what was lost, and sign on under a new name. Stop the Hosts first.")
        {
            reason, access,
        };
        command.SetAction((parsed, ct) => StoreVerbs.WithStore(services => Run(services, parsed.GetValue(reason)!, parsed.GetValue(access), ct), ct));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, string reason, bool access, CancellationToken ct)
    {
        var database = services.GetRequiredKeyedService<Npgsql.NpgsqlDataSource>(StoreModule.Owner);
        var recovery = LogTrees.RecoveryOf(database, Place.DataDirectory, access);
        if (await recovery.Finish(ct))
        {
            Console.WriteLine("An earlier run is completed. Start the Hosts; every Host needs the new key file.");
            return Verbs.Well;
        }
        Console.Write((await recovery.Rewind(reason, TimeProvider.System.GetUtcNow(), ct)).ToString());
        Console.WriteLine("Start the Hosts; every Host needs the new key file. Give this note and the new key to the agencies.");
        return Verbs.Well;
    }
}

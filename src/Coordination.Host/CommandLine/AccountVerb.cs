using System.CommandLine;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Members;
using Coordination.Host.Security;
using Coordination.Projections.Members;
using Npgsql;

namespace Coordination.Host.CommandLine;

/// <summary><c>account</c>: adds an account, or gives one new rights. The password comes on standard input, so that it stands in no history.</summary>
internal static class AccountVerb
{
    private const int ShortestPassword = 12;

    public static Command Command()
    {
        var username = new Argument<string>("username");
        var agency = new Option<string>("--agency") { Required = true };
        var unit = new Option<string>("--unit") { Required = true };
        var role = new Option<OfficerRole>("--role") { DefaultValueFactory = _ => OfficerRole.Officer };
        var clearance = new Option<Level>("--clearance") { DefaultValueFactory = _ => Level.T };
        var command = new Command("account", "Add an account or change its rights; reads the password from standard input.")
        {
            username, agency, unit, role, clearance,
        };
        command.SetAction((parsed, ct) => Verbs.Guarded(() => Save(
            new Account(parsed.GetValue(username)!, parsed.GetValue(agency)!, parsed.GetValue(unit)!, parsed.GetValue(role), parsed.GetValue(clearance)), ct)));
        return command;
    }

    private static async Task<int> Save(Account account, CancellationToken ct)
    {
        if (Units.Missing(account.Agency, account.Unit) is { } unknown)
            throw new InvalidOperationException(unknown.Message);
        if (await Console.In.ReadLineAsync(ct) is not { Length: >= ShortestPassword } password)
            throw new InvalidOperationException($"The password needs at least {ShortestPassword} characters.");
        await using var place = await Place.Find(beside: true, ct);
        await using var database = NpgsqlDataSource.Create(place.Database);
        var types = new EventTypes(EventNames.All.Select(name => new EventType(name.Key, name.Value)));
        await using var daemon = NpgsqlDataSource.Create(place.Daemon);
        await using var log = new EventLog(daemon, types, new EventSerializer(EventJson.Stored), new EventStoreOptions());
        await new MemberAdmin(new Decider(log), TimeProvider.System).Establish(account, ct);
        await new Accounts(database, new MemberRecords(daemon), demo: null, TimeProvider.System).SetPassword(
            account.Username, PasswordHash.Create(password).ToString(), ct);
        Console.WriteLine($"{account.Username} can sign in.");
        return Verbs.Well;
    }
}

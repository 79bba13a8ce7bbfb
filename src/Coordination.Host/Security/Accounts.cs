using Coordination.Domain.Members;
using Coordination.Projections.Members;
using Npgsql;

namespace Coordination.Host.Security;

/// <summary>
/// Where accounts are found: rights of now from the members' events, the means to sign in from the table. The demo's users stand there without
/// an event until one is written about them.
/// </summary>
/// <param name="clock">The clock of events: rights begin and end by it.</param>
public sealed class Accounts(NpgsqlDataSource database, MemberRecords members, DemoAccounts? demo, TimeProvider clock)
{
    /// <returns>Null when there is no such account, or it has no rights now.</returns>
    internal async Task<Credential?> Find(string username, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var record = await members.Find(username, now, ct);
        var account = record.Member is { } member ? Account.Of(member, now) : demo?.Find(username)?.Account;
        // Asked of every name: what takes how long must not tell who has an account.
        var hash = demo?.Find(username)?.Hash ?? await PasswordOf(username, ct);
        return account is null || record.Suspended.Contains(account.Agency) ? null : new Credential(account.In(record.Forces, record.Units, now), hash);
    }

    /// <returns>The agency of an account, whether or not it has rights now; null when there is none.</returns>
    internal async Task<string?> AgencyOf(string username, CancellationToken ct) =>
        (await members.Find(username, clock.GetUtcNow(), ct)).Member?.Agency ?? demo?.Find(username)?.Account.Agency;

    /// <summary>Everybody who could read something: asked when a person wants to know who will see what is about to be sent.</summary>
    public async Task<IReadOnlyList<Account>> All(CancellationToken ct)
    {
        var (known, forces, units, now) = (await members.All(ct), await members.Forces(ct), await members.UnitFiles(ct), clock.GetUtcNow());
        var names = known.Select(member => member.Username).ToHashSet(StringComparer.Ordinal);
        IEnumerable<Account> all =
        [
            .. demo is null ? [] : DemoAccounts.All.Where(account => !names.Contains(account.Username)),
            .. known.Select(member => Account.Of(member, now)).OfType<Account>(),
        ];
        return [.. all.Select(account => account.In(forces, units, now))];
    }

    /// <summary>The demo's user of this name; null elsewhere, and for everybody else.</summary>
    internal Account? Seed(Guid stream) =>
        demo is null ? null : DemoAccounts.All.FirstOrDefault(account => Member.StreamOf(account.Username) == stream);

    /// <summary>The demo's users; none elsewhere.</summary>
    internal IEnumerable<Account> Seeds => demo is null ? [] : DemoAccounts.All;

    /// <summary>Secret of the demo's own authenticator for a demo user; null for everybody else.</summary>
    internal string? DemoAuthenticator(string username) => demo?.AuthenticatorOf(username);

    internal async Task SetPassword(string username, string hash, CancellationToken ct)
    {
        if (demo?.Find(username) is not null)
            return; // the demo's users share one password for the life of the process
        await using var command = database.CreateCommand(
            """
            insert into coordination.account (username, password_hash) values ($1, $2)
            on conflict (username) do update set password_hash = excluded.password_hash
            """);
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(hash);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<PasswordHash?> PasswordOf(string username, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select password_hash from coordination.account where username = $1");
        command.Parameters.AddWithValue(username);
        return await command.ExecuteScalarAsync(ct) is string hash ? PasswordHash.Parse(hash) : null;
    }
}

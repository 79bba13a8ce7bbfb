using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Coordination.Host.Security;

/// <summary>
/// Identity's store on PostgreSQL, by hand: passwords in <c>coordination.account</c>, authenticators in <c>second_factor</c>, recovery codes as
/// hashes. The demo's users have their password from the demo and everything else from the tables.
/// </summary>
internal sealed class UserStore(NpgsqlDataSource database, Accounts accounts, IDataProtectionProvider protection, SessionClock clock)
    : IUserPasswordStore<SignInUser>, IUserAuthenticatorKeyStore<SignInUser>, IUserTwoFactorStore<SignInUser>, IUserTwoFactorRecoveryCodeStore<SignInUser>
{
    private readonly IDataProtector _protector = protection.CreateProtector("second-factor");

    public async Task<SignInUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        if (await accounts.Find(normalizedUserName, cancellationToken) is not { } credential)
            return null;
        var enrolled = await Enrolment(normalizedUserName, cancellationToken);
        return new SignInUser
        {
            Username = normalizedUserName,
            PasswordHash = credential.Hash?.ToString(),
            AuthenticatorKey = enrolled is { Secret: var secret } ? _protector.Unprotect(secret) : accounts.DemoAuthenticator(normalizedUserName),
            TwoFactorEnabled = enrolled?.Confirmed ?? accounts.DemoAuthenticator(normalizedUserName) is not null,
        };
    }

    // The connection is given back before the secret is opened: whoever opens the first one reads the keys for that from the same pool.
    private async Task<(string Secret, bool Confirmed)?> Enrolment(string username, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select secret, confirmed_at is not null from coordination.second_factor where username = $1");
        command.Parameters.AddWithValue(username);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetBoolean(1)) : null;
    }

    public Task<SignInUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => FindByNameAsync(userId, cancellationToken);

    /// <summary>An account is made by an appointment (an event); this gives it the means to sign in.</summary>
    public Task<IdentityResult> CreateAsync(SignInUser user, CancellationToken cancellationToken) => UpdateAsync(user, cancellationToken);

    public async Task<IdentityResult> UpdateAsync(SignInUser user, CancellationToken cancellationToken)
    {
        if (user.PasswordHash is { } hash)
            await accounts.SetPassword(user.Username, hash, cancellationToken);
        if (user.AuthenticatorKey is { } key)
            await SaveAuthenticator(user, _protector.Protect(key), cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>Accounts are disabled, never deleted: their names stand in events.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<IdentityResult> DeleteAsync(SignInUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account is disabled by an event, never deleted.");

    public Task<string> GetUserIdAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.Username);

    public Task<string?> GetUserNameAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Username);

    public Task SetUserNameAsync(SignInUser user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Username);

    public Task SetNormalizedUserNameAsync(SignInUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetPasswordHashAsync(SignInUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetAuthenticatorKeyAsync(SignInUser user, string key, CancellationToken cancellationToken)
    {
        (user.AuthenticatorKey, user.TwoFactorEnabled) = (key, false);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey);

    public Task SetTwoFactorEnabledAsync(SignInUser user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public async Task ReplaceCodesAsync(SignInUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement("delete from coordination.recovery_code where username = $1", user.Username));
        var insert = Statement("insert into coordination.recovery_code (username, code_hash) select $1, unnest($2) on conflict do nothing", user.Username);
        insert.Parameters.AddWithValue(recoveryCodes.Select(HashOf).ToArray());
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>True once for each code, whoever asks at the same time.</summary>
    public async Task<bool> RedeemCodeAsync(SignInUser user, string code, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from coordination.recovery_code where username = $1 and code_hash = $2");
        command.Parameters.AddWithValue(user.Username);
        command.Parameters.AddWithValue(HashOf(code));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public async Task<int> CountCodesAsync(SignInUser user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*)::int from coordination.recovery_code where username = $1");
        command.Parameters.AddWithValue(user.Username);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Takes a time step of the user's authenticator: true for one caller, and never again for it or an older one.</summary>
    public async Task<bool> TakeStep(SignInUser user, long step, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into coordination.second_factor (username, secret, confirmed_at, last_step) values ($1, $2, $3, $4)
            on conflict (username) do update set last_step = excluded.last_step where second_factor.last_step < excluded.last_step
            """);
        command.Parameters.AddWithValue(user.Username);
        command.Parameters.AddWithValue(_protector.Protect(user.AuthenticatorKey!));
        command.Parameters.AddWithValue(user.TwoFactorEnabled ? clock.Now : DBNull.Value);
        command.Parameters.AddWithValue(step);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    public async Task<long> LastStep(string username, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select last_step from coordination.second_factor where username = $1");
        command.Parameters.AddWithValue(username);
        return await command.ExecuteScalarAsync(ct) is long step ? step : 0;
    }

    public void Dispose()
    {
        // The data source is the Host's.
    }

    private async Task SaveAuthenticator(SignInUser user, string secret, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into coordination.second_factor (username, secret, confirmed_at) values ($1, $2, $3)
            on conflict (username) do update set secret = excluded.secret, confirmed_at = excluded.confirmed_at
            """);
        command.Parameters.AddWithValue(user.Username);
        command.Parameters.AddWithValue(secret);
        command.Parameters.AddWithValue(user.TwoFactorEnabled ? clock.Now : DBNull.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Statement(string sql, string username)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddWithValue(username);
        return statement;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()));
}

using System.Security.Cryptography;
using System.Text;
using Coordination.Host.Http;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Coordination.Host.Security;

/// <summary>Codes by which an appointed officer sets a password, once.</summary>
public sealed class Invitations
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly NpgsqlDataSource _database;
    private readonly UserManager<SignInUser> _users;
    private readonly AccessTokens _tokens;
    private readonly SignInLimit _limit;
    private readonly SessionClock _clock;

    internal Invitations(NpgsqlDataSource database, UserManager<SignInUser> users, AccessTokens tokens, SignInLimit limit, SessionClock clock)
    {
        _database = database;
        _users = users;
        _tokens = tokens;
        _limit = limit;
        _clock = clock;
    }

    /// <returns>The only copy of the code.</returns>
    public async Task<string> Issue(string username, CancellationToken ct)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ23456789", 20);
        await using var command = _database.CreateCommand(
            """
            insert into coordination.invitation (username, code_hash, expires_at) values ($1, $2, $3)
            on conflict (username) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at
            """);
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(Hash(code));
        command.Parameters.AddWithValue(_clock.Now + Lifetime);
        await command.ExecuteNonQueryAsync(ct);
        return code;
    }

    /// <summary>Sets the password and ends whatever the account had open. Null when it is done.</summary>
    internal async Task<HttpRefusal?> Accept(string username, string code, string password, CancellationToken ct)
    {
        if (!await _limit.Allows(username, ct))
            return HttpRefusals.TooManyTries;
        // The code first: without one, a name that is known takes as long as one that is not.
        if (!await IsValid(username, code, ct) || await _users.FindByNameAsync(username) is not { } user)
            return HttpRefusals.WrongCode;
        foreach (var validator in _users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(_users, user, password)).Succeeded)
                return HttpRefusals.WeakPassword;
        }
        if (!await Take(username, code, ct))
            return HttpRefusals.WrongCode;
        await _users.RemovePasswordAsync(user);
        await _users.AddPasswordAsync(user, password);
        await _tokens.RevokeAll(username, ct);
        return null;
    }

    private async Task<bool> IsValid(string username, string code, CancellationToken ct) => await Ask(
        "select count(*) from coordination.invitation where username = $1 and code_hash = $2 and expires_at > $3", username, code, ct) is 1L;

    private async Task<bool> Take(string username, string code, CancellationToken ct) => await Ask(
        "delete from coordination.invitation where username = $1 and code_hash = $2 and expires_at > $3 returning 1", username, code, ct) is 1;

    private async Task<object?> Ask(string sql, string username, string code, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(sql);
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(Hash(code));
        command.Parameters.AddWithValue(_clock.Now);
        return await command.ExecuteScalarAsync(ct);
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Coordination.Host.Security;

/// <summary>Secrets of agency systems. A new one works beside the one before it until that runs out; older ones end at once.</summary>
public sealed class ClientSecrets(NpgsqlDataSource database, SessionClock clock)
{
    /// <summary>Keeps a new secret and ends the ones before it.</summary>
    /// <param name="formerUntil">Until when the newest one before it still works; null = it ends now.</param>
    /// <returns>The only copy.</returns>
    public async Task<string> Issue(string username, Guid key, DateTimeOffset? formerUntil, CancellationToken ct)
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            with former as (select key from coordination.client_secret where username = $2 order by created_at desc limit 1),
                 ended as (
                update coordination.client_secret s
                set expires_at = least(s.expires_at, case when s.key = (select key from former) then $5 else $4 end)
                where s.username = $2)
            insert into coordination.client_secret (key, username, secret_hash, created_at) values ($1, $2, $3, $4)
            """,
            connection, transaction);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(Hash(secret));
        command.Parameters.AddWithValue(clock.Now);
        command.Parameters.AddWithValue(formerUntil?.ToUniversalTime() ?? clock.Now);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return secret;
    }

    public async Task<bool> Matches(string username, string secret, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select exists (select from coordination.client_secret
                           where username = $1 and secret_hash = $2 and (expires_at is null or expires_at > $3))
            """);
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(Hash(secret));
        command.Parameters.AddWithValue(clock.Now);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

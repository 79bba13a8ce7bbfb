using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Coordination.Host.Security;

/// <param name="Value">Opaque; the only copy is the caller's.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>
/// Opaque random tokens, kept as hashes. The same rows carry API tokens and page sessions, so that one revocation ends either.
/// A validation is trusted for two seconds, and not even that long once <see cref="Forget"/> was called: that is how long a revoked token may live on.
/// </summary>
public sealed class AccessTokens(NpgsqlDataSource database, Accounts accounts, TimeProvider clock, SecondFactorPolicy? secondFactor = null) : IDisposable
{
    private const int MaxTokenLength = 128;

    /// <summary>A page session ends when nobody used it for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>A token and a page session end after this, used or not.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    /// <summary>How long a validation is believed without asking again.</summary>
    internal static readonly TimeSpan Trusted = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SeenGrain = TimeSpan.FromSeconds(30);

    // A token from further ahead means that this clock fell back; by it expired tokens would live again, so none of them is believed.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private long _generation;

    /// <param name="kind"><see cref="SignIn.Api"/> or <see cref="SignIn.Session"/>.</param>
    /// <param name="scopes">Null for a person.</param>
    /// <param name="secondFactor">It was proved at this sign-in.</param>
    public async Task<AccessToken> Issue(
        Account account, string kind, CancellationToken ct, IReadOnlyList<string>? scopes = null, bool secondFactor = false)
    {
        var now = clock.GetUtcNow();
        var token = new AccessToken(
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_'), now + Lifetime);
        await using var batch = database.CreateBatch();
        var insert = new NpgsqlBatchCommand(
            """
            insert into coordination.access_token (token_hash, username, kind, issued_at, expires_at, seen_at, second_factor_at, scopes)
            values ($1, $2, $3, $4, $5, $4, $6, $7)
            """);
        insert.Parameters.AddWithValue(Hash(token.Value));
        insert.Parameters.AddWithValue(account.Username);
        insert.Parameters.AddWithValue(kind);
        insert.Parameters.AddWithValue(now);
        insert.Parameters.AddWithValue(token.ExpiresAt);
        insert.Parameters.AddWithValue(secondFactor ? now : DBNull.Value);
        insert.Parameters.AddWithValue(scopes is null ? DBNull.Value : scopes.ToArray());
        // By the database's clock: a Host whose own is days ahead would sweep away what others signed in with.
        // Long after its time: a Host whose clock is behind may hold one for valid that the database's clock does not.
        var sweep = new NpgsqlBatchCommand("delete from coordination.access_token where expires_at < clock_timestamp() - interval '100 days'");
        batch.BatchCommands.Add(insert);
        batch.BatchCommands.Add(sweep);
        await batch.ExecuteNonQueryAsync(ct);
        return token;
    }

    /// <param name="used">False where a stream only asks whether it may go on: that is no use of the session.</param>
    /// <returns>The account with its rights of now; null when the token is unknown, expired, idle, revoked, or the account is gone.</returns>
    public async ValueTask<SignedIn?> Validate(string token, CancellationToken ct, bool used = true)
    {
        if (token.Length is 0 or > MaxTokenLength)
            return null;
        var hash = Hash(token);
        var key = Convert.ToBase64String(hash);
        if (_cache.TryGetValue(key, out SignedIn? known))
            return known;
        var generation = Generation;
        var signedIn = await Load(hash, used, ct);
        // What was read before a change must not outlive it.
        if (generation == Generation)
            _cache.Set(key, signedIn, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Trusted, Size = 1 });
        return signedIn;
    }

    /// <summary>Changes whenever what was validated before must be asked again.</summary>
    public long Generation => Interlocked.Read(ref _generation);

    /// <summary>Something about accounts or tokens has changed: nothing that was known is trusted any more.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _cache.Clear();
    }

    public Task Revoke(string token, CancellationToken ct) =>
        Change(token, "update coordination.access_token set revoked_at = $2 where token_hash = $1 and revoked_at is null", ct);

    /// <summary>Ends everything that an account holds open.</summary>
    public async Task RevokeAll(string username, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "update coordination.access_token set revoked_at = $2 where username = $1 and revoked_at is null");
        command.Parameters.AddWithValue(username);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
        Forget();
    }

    /// <summary>The second factor was proved for this token just now.</summary>
    public Task StepUp(string token, CancellationToken ct) =>
        Change(token, "update coordination.access_token set second_factor_at = $2 where token_hash = $1 and revoked_at is null", ct);

    public void Dispose() => _cache.Dispose();

    private async Task Change(string token, string sql, CancellationToken ct)
    {
        var hash = Hash(token);
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
        _cache.Remove(Convert.ToBase64String(hash));
    }

    private async Task<SignedIn?> Load(byte[] hash, bool used, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(
            """
            select username, second_factor_at, scopes, kind = 'session' and seen_at < $5 from coordination.access_token
            where token_hash = $1 and revoked_at is null and expires_at > $2 and issued_at <= $3 and (kind <> 'session' or seen_at > $4)
            """);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now + MostSkew);
        command.Parameters.AddWithValue(now - Idle);
        command.Parameters.AddWithValue(now - SeenGrain);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        var (username, provedAt) = (reader.GetString(0), reader.IsDBNull(1) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(1));
        var scopes = reader.IsDBNull(2) ? null : reader.GetFieldValue<string[]>(2);
        var stale = used && reader.GetBoolean(3);
        await reader.CloseAsync();
        if (stale)
            await Touch(hash, now, ct);
        return (await accounts.Find(username, ct))?.Account is { } account
            ? new SignedIn(account, provedAt, scopes, secondFactor is { Demanded: true })
            : null;
    }

    private async Task Touch(byte[] hash, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update coordination.access_token set seen_at = greatest(seen_at, $2) where token_hash = $1");
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(now);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Store;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Host.Victims;

/// <summary>
/// Lets those who speak of a person as victim pass together, and who acts against the person alone: over all Hosts, so that a punitive act never stands
/// in the log behind a word that it was decided without. Locks of PostgreSQL that end with their transaction: a Host that dies holds none.
/// </summary>
public sealed class ShieldGate([FromKeyedServices(StoreModule.Daemon)] NpgsqlDataSource database) : IDisposable
{
    /// <summary>Tells these locks from all others of the product.</summary>
    private const int LockClass = 0x54414B;

    private const int MostAtOnce = 12;

    /// <summary>Listening, writing, and one to spare.</summary>
    private const int NeverFree = 6;

    private readonly SemaphoreSlim _places = new(AtOnce(new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize));

    /// <summary>Whoever passes keeps a connection; those that it waits for meanwhile need some as well.</summary>
    internal static int AtOnce(int pool) => Math.Clamp((pool - NeverFree) / 2, 1, MostAtOnce);

    /// <exception cref="StoreUnavailableException">Somebody else takes too long; nothing was written.</exception>
    internal async Task<ShieldTurn> Enter(IReadOnlyCollection<PersonRef> persons, bool alone, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        NpgsqlConnection? connection = null;
        try
        {
            connection = await database.OpenConnectionAsync(ct);
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var command = new NpgsqlCommand(
                alone
                    ? "select pg_advisory_xact_lock($1, key) from unnest($2) as key"
                    : "select pg_advisory_xact_lock_shared($1, key) from unnest($2) as key",
                connection, transaction);
            command.Parameters.Add(new() { Value = LockClass });
            // In one order for everybody, so that no two wait for each other.
            command.Parameters.Add(new()
            {
                Value = persons.Select(KeyOf).Distinct().Order().ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer,
            });
            await command.ExecuteNonQueryAsync(ct);
            return new ShieldTurn(this, connection, transaction);
        }
        catch (Exception e)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            _places.Release();
            if (e is NpgsqlException or TimeoutException)
                throw new StoreUnavailableException("The victim shield cannot be checked now; nothing was written.", e);
            throw;
        }
    }

    public void Dispose() => _places.Dispose();

    internal async ValueTask Leave(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        try
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            _places.Release();
        }
    }

    // Equal keys of two persons only make one wait for the other.
    private static int KeyOf(PersonRef person) => BitConverter.ToInt32(person.Value.ToByteArray(), 12);
}

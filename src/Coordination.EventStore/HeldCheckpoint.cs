using Npgsql;

namespace Coordination.EventStore;

/// <summary>Holds a shard where it stands: its next page waits until this transaction ends, and starts from where it then is.</summary>
internal sealed class HeldCheckpoint : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    private HeldCheckpoint(NpgsqlConnection connection, NpgsqlTransaction transaction, long position) =>
        (Connection, _transaction, Position) = (connection, transaction, position);

    public NpgsqlConnection Connection { get; }

    public long Position { get; }

    public static async Task<HeldCheckpoint> Take(NpgsqlDataSource dataSource, string shard, CancellationToken ct)
    {
        var connection = await dataSource.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var hold = new NpgsqlBatch(connection);
            hold.BatchCommands.Add(PageTransaction.Command(
                "insert into public.mt_event_progression (name, last_seq_id) values ($1, 0) on conflict do nothing", shard));
            hold.BatchCommands.Add(PageTransaction.Command("select last_seq_id from public.mt_event_progression where name = $1 for update", shard));
            return new(connection, transaction, (long)(await hold.ExecuteScalarAsync(ct))!);
        }
        catch
        {
            await connection.DisposeAsync(); // nobody else will, and the pool would be one smaller until the Host starts anew
            throw;
        }
    }

    public Task Commit(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}

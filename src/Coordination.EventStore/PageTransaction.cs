using System.Globalization;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// The transaction of one page. The checkpoint moves first, and only from where this shard believes it to be: a shard that was paused while
/// another node went on finds it moved, and has written nothing.
/// </summary>
internal sealed class PageTransaction : IAsyncDisposable
{
    // Rows and checkpoint are lost together or not at all in a crash, and what is lost is projected again: no need to wait for the disk.
    private const string Prepare = """
        select set_config('search_path', $1, true), set_config('synchronous_commit', 'off', true), set_config('idle_in_transaction_session_timeout', $2, true)
        """;

    private const string Move =
        "update public.mt_event_progression set last_seq_id = $3, last_updated = transaction_timestamp() where name = $1 and last_seq_id = $2";

    private readonly NpgsqlTransaction _transaction;

    private PageTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, _transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    /// <summary>Null when the checkpoint stands elsewhere.</summary>
    public static async Task<PageTransaction?> Begin(
        NpgsqlDataSource dataSource, DaemonOptions options, string shard, long from, long to, CancellationToken ct)
    {
        var connection = await dataSource.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(Command(Prepare, SearchPath(options.ReadModelSchema), Milliseconds(options.PageIdleLimit)));
            batch.BatchCommands.Add(Command(Move, shard, from, to));
            await batch.ExecuteNonQueryAsync(ct);
            if (batch.BatchCommands[1].RecordsAffected == 1) return new(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public Task Commit(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    internal static string SearchPath(string schema) => $"\"{schema}\", coordination, public";

    internal static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    internal static NpgsqlBatchCommand Command(string sql, params object[] arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return command;
    }
}

using Npgsql;

namespace Coordination.EventStore;

/// <summary>One page of one projection: collects statements into a batch, so that a page usually costs three round trips.</summary>
internal class PageSession(NpgsqlConnection connection, bool rebuilding) : ProjectionSession, IAsyncDisposable
{
    private NpgsqlBatch? _batch;

    public override NpgsqlConnection Connection { get; } = connection;

    public override bool Rebuilding { get; } = rebuilding;

    public override void Add(string sql, params NpgsqlParameter[] parameters)
    {
        _batch ??= new NpgsqlBatch(Connection);
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        _batch.BatchCommands.Add(command);
    }

    public override async ValueTask Flush(CancellationToken ct)
    {
        if (_batch is null) return;
        await using var batch = _batch;
        _batch = null;
        await batch.ExecuteNonQueryAsync(ct);
    }

    public override ValueTask Insert<TRow>(
        string table, IReadOnlyList<string> columns, IReadOnlyList<TRow> rows, Action<RowWriter, TRow> write, CancellationToken ct)
    {
        if (rows.Count == 0) return ValueTask.CompletedTask;
        var writer = new ColumnRows(columns);
        foreach (var row in rows) writer.Row(row, write);
        var (sql, parameters) = writer.Insert(table);
        Add(sql, parameters);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_batch is not null) await _batch.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

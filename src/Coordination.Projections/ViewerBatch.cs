using System.Data;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections;

/// <summary>
/// What one viewer asks in one round trip: first who it is, for row security, then the queries. The context lives and dies with the
/// transaction of the batch, so that a pooled connection never carries it to the next viewer; a query that is sent without it sees no row.
/// </summary>
internal sealed class ViewerBatch : IAsyncDisposable
{
    private const string Context =
        "select set_config('coord.agency', $1, true), set_config('coord.groups', $2::text, true), set_config('coord.clearance', $3::text, true)";

    // Row security asks for the door of this case once, not once per row. From left to right: the door is that of the viewer said before it.
    private const string ContextAndCase =
        $"""
        {Context}, set_config('coord.case', $4::text, true), set_config('coord.door', coordination.door($4)::text, true)
        """;

    // Row security then lets rows through of which the viewer may know no more than that they exist; such a query returns nothing but them.
    private const string ExistenceToo = "select set_config('coord.least', '1', true)";

    private readonly NpgsqlBatch _batch;
    private readonly Viewer _viewer;
    private int _before;

    /// <param name="inHand">The case whose rows are asked for, where they are of one case.</param>
    public ViewerBatch(NpgsqlConnection connection, Viewer viewer, CaseId? inHand = null)
    {
        (_batch, _viewer) = (new(connection), viewer);
        Add(inHand is null ? Context : ContextAndCase, inHand is { } id ? [Parameters.Uuid(id.Value)] : []);
    }

    /// <summary>A query, with the viewer as $1 to $3 and the rest from $4 on.</summary>
    public ViewerBatch Add(string sql, params NpgsqlParameter[] more)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddViewer(_viewer);
        command.Parameters.With(more);
        _batch.BatchCommands.Add(command);
        return this;
    }

    /// <summary>The same for several cases, before the first query: row security then asks for each of their doors once.</summary>
    /// <param name="doors">Rows of <c>case_id</c> and <c>door</c>, with the viewer as $1 to $3 and the rest from $4 on.</param>
    public ViewerBatch TakeInHand(string doors, params NpgsqlParameter[] more)
    {
        _before++;
        return Add(
            $"select set_config('coord.hand', jsonb_object_agg(opened.case_id, opened.door)::text, true) from {doors} as opened",
            more);
    }

    /// <summary>
    /// A query, the last of the batch, that tells of things withheld no more than how many there are, or their ids. Read after
    /// <see cref="ToExistence"/>.
    /// </summary>
    public ViewerBatch AddExistence(string sql, params NpgsqlParameter[] more)
    {
        _batch.BatchCommands.Add(new(ExistenceToo));
        return Add(sql, more);
    }

    /// <summary>
    /// Prepared, because planning a query with all its policies costs as much as running it: a round trip more the first time on a connection, none
    /// after that.
    /// </summary>
    /// <returns>A reader at the result of the first query; one <c>NextResult</c> for each further one.</returns>
    public async Task<NpgsqlDataReader> Execute(CancellationToken ct)
    {
        await _batch.PrepareAsync(ct);
        var reader = await _batch.ExecuteReaderAsync(CommandBehavior.Default, ct);
        try
        {
            for (var passed = 0; passed <= _before; passed++)
                await reader.NextResultAsync(ct);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <summary>From the last query before to the one of <see cref="AddExistence"/>.</summary>
    public static async Task ToExistence(NpgsqlDataReader reader, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        await reader.NextResultAsync(ct);
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();
}

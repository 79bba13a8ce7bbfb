using Coordination.EventStore.Integrity;
using Npgsql;

namespace Coordination.Host.Integrity;

/// <summary>How far the self-audit of a tree is, and what stands against signing its heads.</summary>
/// <param name="Leaf">Leaves that this pass has checked.</param>
/// <param name="Cycle">Number of this pass.</param>
/// <param name="Completed">When a pass over everything last ended without a finding.</param>
/// <param name="Finding">The first row that is not as it was sealed, and what differs; null when there is none.</param>
/// <param name="Refusal">Why no head is signed; null when they are.</param>
public sealed record AuditStatus(long Leaf, long Cycle, DateTimeOffset? Completed, string? Finding, DateTimeOffset? FoundAt, string? Refusal)
{
    public bool Sound => Finding is null && Refusal is null;
}

/// <summary>What the self-audit has found, for all Hosts: one row per tree.</summary>
internal sealed class Findings(NpgsqlDataSource database)
{
    public async Task<AuditStatus> Of(short tree, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select leaf, cycle, completed, finding, found_at, refusal from coordination.tree_audit where tree = $1");
        command.Parameters.AddWithValue(tree);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new AuditStatus(
                reader.GetInt64(0), reader.GetInt64(1), Moment(reader, 2), reader.IsDBNull(3) ? null : reader.GetString(3), Moment(reader, 4),
                reader.IsDBNull(5) ? null : reader.GetString(5))
            : throw new InvalidOperationException($"Tree {tree} has no row in coordination.tree_audit.");
    }

    public Task Checked(short tree, long leaves, CancellationToken ct) =>
        Run("update coordination.tree_audit set leaf = $2, updated = clock_timestamp() where tree = $1", ct, tree, leaves);

    /// <summary>A pass has ended. Without a finding, an earlier one is settled: everything is as it was sealed.</summary>
    public Task Ended(short tree, AuditEnd end, CancellationToken ct) => end.Found is { } found
        ? Found(tree, $"{found.Code}: {found.What}", ct)
        : Run(
            """
            update coordination.tree_audit set leaf = 0, cycle = cycle + 1, completed = clock_timestamp(), finding = null, found_at = null,
                updated = clock_timestamp() where tree = $1
            """, ct, tree);

    public Task Found(short tree, string what, CancellationToken ct) => Run(
        """
        update coordination.tree_audit set leaf = 0, cycle = cycle + 1, finding = $2,
            found_at = case when finding is distinct from $2 then clock_timestamp() else found_at end, updated = clock_timestamp() where tree = $1
        """, ct, tree, what);

    /// <param name="why">Null when heads are signed.</param>
    public Task Refused(short tree, string? why, CancellationToken ct) => Run(
        "update coordination.tree_audit set refusal = nullif($2, '') where tree = $1 and refusal is distinct from nullif($2, '')", ct, tree, why ?? "");

    private async Task Run(string sql, CancellationToken ct, params object[] arguments)
    {
#pragma warning disable CA2100 // Constants of this file.
        await using var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var argument in arguments)
            command.Parameters.AddWithValue(argument);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}

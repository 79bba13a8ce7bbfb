using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>
/// Which case bears a number, whoever asks: for emergency access, whose user knows the number from a telephone and may not see the case. Nothing but
/// the id is told, and only to what is then recorded and told to the owner.
/// </summary>
public sealed class NumberedCases(NpgsqlDataSource daemon)
{
    /// <returns>Null when no case bears it, or more than one.</returns>
    public async Task<CaseId?> Find(string number, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand("select case_id from readmodel.case_file where number = $1 limit 2");
        command.Parameters.AddWithValue(number.Trim());
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        var found = new CaseId(reader.GetGuid(0));
        return await reader.ReadAsync(ct) ? null : found;
    }
}

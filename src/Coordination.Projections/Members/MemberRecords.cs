using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Npgsql;

namespace Coordination.Projections.Members;

/// <param name="Member">Null when the log has no such member.</param>
/// <param name="Suspended">Agencies that do not take part just now.</param>
/// <param name="Forces">Joint teams that ever had the officer and have it now, active or not.</param>
public sealed record MemberRecord(Member? Member, IReadOnlySet<string> Suspended, IReadOnlyList<TaskForce> Forces);

/// <summary>
/// What the product itself asks to know who calls. It has no viewer: nobody reads this but the doors. What people may see of members is
/// <see cref="MemberQueries"/>'s to say.
/// </summary>
public sealed class MemberRecords(NpgsqlDataSource database)
{
    /// <summary>One read for each validation of a token, so it is one statement.</summary>
    public async Task<MemberRecord> Find(string username, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select (select state from readmodel.member where username = $1),
                   array(select agency from readmodel.agency_membership where suspended),
                   array(select state from readmodel.task_force where state -> 'officers' ? $1 order by code)
            """);
        command.Parameters.Add(Parameters.Text(username));
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(
            reader.IsDBNull(0) ? null : Read<Member>(reader, 0), reader.GetFieldValue<string[]>(1).ToHashSet(StringComparer.Ordinal),
            [.. reader.GetFieldValue<string[]>(2).Select(state => JsonSerializer.Deserialize<TaskForce>(state, EventJson.Stored)!)]);
    }

    /// <summary>Grows whenever a right may have changed.</summary>
    public async Task<long> Position(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select greatest((select max(position) from readmodel.member), (select max(position) from readmodel.agency_membership),
                            (select max(position) from readmodel.member_unit), (select max(position) from readmodel.task_force), 0)
            """);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IReadOnlyList<Member>> All(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select state from readmodel.member order by username");
        return await Read<Member>(command, ct);
    }

    public async Task<IReadOnlyList<TaskForce>> Forces(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select state from readmodel.task_force order by code");
        return await Read<TaskForce>(command, ct);
    }

    /// <summary>Units that the log has registered, as the reference data has its own.</summary>
    public async Task<IReadOnlyList<Unit>> Units(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select state from readmodel.member_unit order by position");
        return
        [
            .. from unit in await Read<UnitFile>(command, ct)
               let e = unit.Registered!
               select new Unit(e.Agency, e.Code, e.Name, e.Place, e.Parent, e.Desks),
        ];
    }

    internal static async Task<IReadOnlyList<T>> Read<T>(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(Read<T>(reader, 0));
        return rows;
    }

    private static T Read<T>(NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(column), EventJson.Stored)!;
}

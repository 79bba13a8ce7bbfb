using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Npgsql;

namespace Coordination.Projections.Members;

/// <param name="Member">Null when the log has no such member.</param>
/// <param name="Suspended">Agencies that do not take part just now.</param>
/// <param name="Forces">Joint teams that ever had the officer and have it now, active or not.</param>
/// <param name="Units">Units at whose desks it was ever named, as officer or deputy.</param>
public sealed record MemberRecord(Member? Member, IReadOnlySet<string> Suspended, IReadOnlyList<TaskForce> Forces, IReadOnlyList<UnitFile> Units);

/// <summary>
/// What the product itself asks to know who calls. It has no viewer: nobody reads this but the doors. What people may see of members is
/// <see cref="MemberQueries"/>'s to say.
/// </summary>
public sealed class MemberRecords(NpgsqlDataSource database)
{
    // Every suspension that was ever said: a moment decides which of them hold.
    internal const string SuspensionsText =
        "array(select agency || ' ' || coalesce(state::text, case when suspended then '' end) from readmodel.agency_membership)";

    /// <summary>One read for each validation of a token, so it is one statement.</summary>
    /// <param name="at">Who is suspended by then; rights, teams and desks come with all of their times.</param>
    public async Task<MemberRecord> Find(string username, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"""
            select (select state from readmodel.member where username = $1),
                   {SuspensionsText},
                   array(select state from readmodel.task_force where state -> 'officers' ? $1 order by code),
                   array(select state from readmodel.member_unit
                         where jsonb_path_exists(state, '$.staff[*] ? (@.officers[*] == $name || @.deputies[*] == $name)', jsonb_build_object('name', $1))
                         order by code)
            """);
        command.Parameters.Add(Parameters.Text(username));
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(
            reader.IsDBNull(0) ? null : Read<Member>(reader, 0), SuspendedAt(reader.GetFieldValue<string?[]>(1), at),
            [.. reader.GetFieldValue<string[]>(2).Select(state => JsonSerializer.Deserialize<TaskForce>(state, EventJson.Stored)!)],
            [.. reader.GetFieldValue<string[]>(3).Select(state => JsonSerializer.Deserialize<UnitFile>(state, EventJson.Stored)!)]);
    }

    /// <param name="rows">Agency and its membership, apart by a blank; only the agency where a row of before says that it is suspended.</param>
    internal static IReadOnlySet<string> SuspendedAt(IEnumerable<string?> rows, DateTimeOffset at) => rows.OfType<string>()
        .Select(row => row.Split(' ', 2))
        .Where(row => row[1].Length == 0 || JsonSerializer.Deserialize<Membership>(row[1], EventJson.Stored)!.IsSuspendedAt(at))
        .Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

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

    /// <summary>Units that the log has registered or whose desks it has staffed.</summary>
    public async Task<IReadOnlyList<UnitFile>> UnitFiles(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select state from readmodel.member_unit order by code");
        return await Read<UnitFile>(command, ct);
    }

    /// <summary>Units that the log has registered, as the reference data has its own.</summary>
    public async Task<IReadOnlyList<Unit>> Units(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select state from readmodel.member_unit order by position");
        return
        [
            .. from unit in await Read<UnitFile>(command, ct)
               where unit.Registered is not null
               let e = unit.Registered
               select new Unit(e.Agency, e.Code, e.Name, e.Place, e.Parent, e.Desks) { From = e.From, Until = unit.WorksUntil },
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

using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Npgsql;

namespace Coordination.Projections.Members;

/// <summary>
/// Members, units and joint teams, within what the viewer may know of them: by agency and role, not by marking, so these tables have no row
/// security for viewers and are read as the product itself.
/// </summary>
public sealed class MemberQueries(NpgsqlDataSource database)
{
    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = [MemberDirectory.ProjectionName];

    /// <summary>
    /// Members of the viewer's own agency, for its heads and coordinators; of all agencies for the operator, who may have to stop one. For others
    /// there are none.
    /// </summary>
    public async Task<IReadOnlyList<Member>> Members(Viewer viewer, CancellationToken ct)
    {
        if (viewer.Officer.Role is not (OfficerRole.UnitHead or OfficerRole.Coordinator or OfficerRole.Operator))
            return [];
        await using var command = database.CreateCommand(
            "select state from readmodel.member where $1::text is null or agency = $1 order by agency, username");
        command.Parameters.Add(Parameters.Text(viewer.Officer.Role == OfficerRole.Operator ? null : viewer.Officer.Agency));
        return await MemberRecords.Read<Member>(command, ct);
    }

    /// <summary>Who sits at the desks of the viewer's own agency; the task force sees those of all.</summary>
    public async Task<IReadOnlyList<UnitFile>> Units(Viewer viewer, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select state from readmodel.member_unit where $1::text is null or agency = $1 order by agency, code");
        command.Parameters.Add(Parameters.Text(viewer.Officer.Agency == Agencies.TaskForce ? null : viewer.Officer.Agency));
        return await MemberRecords.Read<UnitFile>(command, ct);
    }

    /// <summary>Joint teams that the viewer's agency is in; the task force sees all.</summary>
    public async Task<IReadOnlyList<TaskForce>> TaskForces(Viewer viewer, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select state from readmodel.task_force order by code");
        var agency = viewer.Officer.Agency;
        return
        [
            .. (await MemberRecords.Read<TaskForce>(command, ct))
                .Where(force => agency == Agencies.TaskForce || force.Formed!.Agencies.Contains(agency, StringComparer.Ordinal)),
        ];
    }

    /// <summary>Agencies that do not take part at a moment. Every member may know who is there.</summary>
    public async Task<IReadOnlySet<string>> Suspended(Viewer viewer, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using var command = database.CreateCommand($"select {MemberRecords.SuspensionsText}");
        return MemberRecords.SuspendedAt((string?[])(await command.ExecuteScalarAsync(ct))!, at);
    }
}

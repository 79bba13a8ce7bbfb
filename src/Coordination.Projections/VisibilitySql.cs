using Coordination.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Projections;

/// <summary>
/// Visibility in queries. The decision itself is the SQL function <c>coordination.sight_of</c>, and what it means to be a member of the case
/// a thing stands on are <c>coordination.door</c> and <c>coordination.member_through</c>; the policies of row security are made of the
/// same three. Every query of a viewer has the agency as $1, the groups as $2 and the clearance as $3.
/// </summary>
internal static class VisibilitySql
{
    /// <summary>
    /// Value of <c>coordination.sight_of</c> for <see cref="Sight.Full"/>. Always compared with <c>&gt;=</c>: the planner takes an equality
    /// for rare, and would then rather sort a whole case than walk an index until a page is full.
    /// </summary>
    public const int Full = (int)Sight.Full;

    /// <summary>
    /// Sight of a thing that is reached on its own: the group of case members counts when it stands on a case that the viewer may open as a
    /// member, and readers added or shut out after it was written are counted in and out.
    /// </summary>
    /// <param name="row">Alias of the row with <c>level</c>, <c>audience</c> and <c>agency</c>.</param>
    /// <param name="stream">Expression of the thing's stream id.</param>
    public static string Of(string row, string stream) => Of(row, stream, $"coordination.member_through({stream})");

    /// <summary>Sight of a case: it is read as a member by its own door.</summary>
    /// <param name="row">Alias of the row with <c>case_id</c>, <c>level</c>, <c>audience</c> and <c>agency</c>.</param>
    /// <param name="asMember">Whether the viewer's agency is a member of the case.</param>
    public static string OfCase(string row, string asMember) => Of(row, $"{row}.case_id", asMember);

    /// <summary>The viewer was not shut out of the stream after it was written: asked only of the few that were ever narrowed.</summary>
    public static string NotTakenBack(string stream) =>
        $"not (exists (select from coordination.narrowed({stream})) and coordination.was_shut_out({stream}))";

    /// <summary>Sight of a row inside a case that the viewer may open.</summary>
    /// <param name="asMember">Whether the viewer's agency is a member of the case.</param>
    public static string InCase(string row, string asMember) => $"""
        coordination.sight_of(
            {row}.agency = $1 or {row}.audience && $2
                or 'members' = any({row}.audience) and {asMember},
            {row}.level, $3)
        """;

    /// <summary>The case is open to the viewer as a member. Asked for once where the case is in hand.</summary>
    public static string MemberOf(string caseId) => $"""
        coalesce(
            case when {caseId} = (select coordination.case_in_hand()) then (select coordination.door_in_hand())
                else ((select coordination.hand()) ->> {caseId}::text)::integer end,
            coordination.door({caseId})) = 2
        """;

    /// <summary>For what was made of other things: it is known by now whose narrowings it is under.</summary>
    /// <param name="stream">Expression of the thing's stream id.</param>
    public static string Settled(string stream) => $"exists (select from timeline_derived known where known.stream_id = {stream})";

    private static string Of(string row, string stream, string asMember) => $"""
        coordination.sight_of(
            {row}.agency = $1 or (
                {row}.audience && $2
                or 'members' = any({row}.audience) and {asMember}
                or coordination.was_added({stream})
            ) and {NotTakenBack(stream)},
            {row}.level, $3)
        """;

    /// <summary>$1, $2 and $3 of every query of a viewer.</summary>
    public static void AddViewer(this NpgsqlParameterCollection parameters, Viewer viewer)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = viewer.Officer.Agency, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. viewer.Groups],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)viewer.Clearance, NpgsqlDbType = NpgsqlDbType.Integer });
    }
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;

namespace Coordination.Projections.Members;

/// <summary>Members with their rights, units registered beyond the reference data, suspended agencies, joint teams.</summary>
public sealed class MemberDirectory(EventTypes types, EventSerializer serializer) : IProjection
{
    /// <summary>What is asked on every request rests on this projection.</summary>
    public const string ProjectionName = "MemberDirectory";

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables { get; } = ["member", "member_unit", "agency_membership", "task_force"];

    public IReadOnlySet<string> Wants { get; } =
        StreamHistory.Aliases(typeof(OfficerEvent), typeof(UnitEvent), typeof(AgencyEvent), typeof(TaskForceEvent));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Add(stream, session);
    }

    private static void Add(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        switch (stream[0].Recorded.Body)
        {
            case OfficerEvent:
                AddMember(stream, Fold<Member, OfficerEvent>(stream, Member.None, Member.Evolve), session);
                break;
            case UnitEvent:
                AddUnit(stream, Fold<UnitFile, UnitEvent>(stream, UnitFile.None, UnitFile.Evolve), session);
                break;
            case AgencyEvent:
                AddAgency(stream, Fold<Membership, AgencyEvent>(stream, Membership.None, Membership.Evolve), session);
                break;
            case TaskForceEvent:
                AddForce(stream, Fold<TaskForce, TaskForceEvent>(stream, TaskForce.None, TaskForce.Evolve), session);
                break;
        }
    }

    private static TState Fold<TState, TEvent>(IReadOnlyList<Happened> stream, TState none, Func<TState, TEvent, Envelope, TState> evolve)
        where TEvent : class => stream.Aggregate(none, (state, next) => evolve(state, (TEvent)next.Recorded.Body, next.Envelope));

    private static void AddMember(IReadOnlyList<Happened> stream, Member member, ProjectionSession session) => session.Add(
        """
        insert into member (username, agency, unit, version, position, state) values ($1, $2, $3, $4, $5, $6)
        on conflict (username) do update set
            unit = excluded.unit, version = excluded.version, position = excluded.position, state = excluded.state
        """,
        Parameters.Text(member.Username),
        Parameters.Text(member.Agency),
        Parameters.Text(member.Periods[^1].Rights.Unit),
        Parameters.Bigint(stream[^1].Recorded.Version),
        Parameters.Bigint(stream[^1].Recorded.Position),
        Parameters.Json(member, EventJson.Stored));

    private static void AddUnit(IReadOnlyList<Happened> stream, UnitFile unit, ProjectionSession session) => session.Add(
        """
        insert into member_unit (stream_id, agency, code, position, state) values ($1, $2, $3, $4, $5)
        on conflict (stream_id) do update set position = excluded.position, state = excluded.state
        """,
        Parameters.Uuid(stream[0].Recorded.Stream),
        Parameters.Text(unit.Agency),
        Parameters.Text(unit.Code),
        Parameters.Bigint(stream[^1].Recorded.Position),
        Parameters.Json(unit, EventJson.Stored));

    private static void AddAgency(IReadOnlyList<Happened> stream, Membership membership, ProjectionSession session) => session.Add(
        """
        insert into agency_membership (agency, suspended, position, state) values ($1, $2, $3, $4)
        on conflict (agency) do update set suspended = excluded.suspended, position = excluded.position, state = excluded.state
        """,
        Parameters.Text(((AgencySuspended)stream[0].Recorded.Body).Agency),
        Parameters.Flag(membership.Suspensions[^1].Holds),
        Parameters.Bigint(stream[^1].Recorded.Position),
        Parameters.Json(membership, EventJson.Stored));

    private static void AddForce(IReadOnlyList<Happened> stream, TaskForce force, ProjectionSession session) => session.Add(
        """
        insert into task_force (stream_id, code, position, state) values ($1, $2, $3, $4)
        on conflict (stream_id) do update set position = excluded.position, state = excluded.state
        """,
        Parameters.Uuid(stream[0].Recorded.Stream),
        Parameters.Text(force.Formed!.Code),
        Parameters.Bigint(stream[^1].Recorded.Position),
        Parameters.Json(force, EventJson.Stored));
}

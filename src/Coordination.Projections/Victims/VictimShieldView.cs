using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Victims;
using Coordination.EventStore;

namespace Coordination.Projections.Victims;

/// <summary>
/// Who is shielded, and what stands against whom. A function of the log: the worker that suspends what the shield forbids reads it and may be stopped
/// at any moment.
/// </summary>
public sealed class VictimShieldView(EventTypes types, EventSerializer serializer) : IProjection
{
    public const string ProjectionName = "VictimShield";

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => ProjectionName;

    // Outcomes of operations are among the acts, and more events are among the words: rows of before know neither.
    public int Version => 2;

    public IReadOnlyList<string> Tables { get; } = ["victim_word", "punitive_act"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(
    [
        typeof(VictimEvent), typeof(WatchEntryEvent), typeof(AdministrativeActionEvent), typeof(TravelBanEvent), typeof(OperationEvent),
        .. VictimWordReactions.Speak,
    ]);

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await Streams<VictimEvent>(page, session, ct))
            AddWords(stream, session);
        foreach (var recorded in page)
            AddWords(recorded, session);
        foreach (var stream in await Streams<WatchEntryEvent>(page, session, ct))
            AddEntry(stream, session);
        foreach (var stream in await Streams<AdministrativeActionEvent>(page, session, ct))
            AddAction(stream, session);
        foreach (var stream in await Streams<TravelBanEvent>(page, session, ct))
            AddBan(stream, session);
        foreach (var stream in await Streams<OperationEvent>(page, session, ct))
            AddOutcomes(stream, session);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Happened>>> Streams<TEvent>(
        IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        List<Recorded> own = [.. page.Where(recorded => recorded.Type.ClrType.IsAssignableTo(typeof(TEvent)))];
        return own.Count == 0 ? [] : await _history.Load(own, session.Connection, ct);
    }

    // The person's own stream: its words are those of the fold, since a decision ends the suspicions of others.
    private static void AddWords(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var victim = stream.Aggregate(Victim.None, (state, next) => Victim.Evolve(state, (VictimEvent)next.Recorded.Body, next.Envelope));
        session.Add("delete from victim_word where stream_id = $1", Parameters.Uuid(stream[0].Recorded.Stream));
        if (victim.Person is not { } person)
            return;
        foreach (var (agency, word) in victim.Words)
        {
            var last = stream.Last(next => string.Equals(next.Envelope.By.Agency, agency, StringComparison.Ordinal)).Recorded;
            AddWord(person, last, agency, word, session);
        }
    }

    private static void AddWords(Recorded recorded, ProjectionSession session)
    {
        if (!VictimWordReactions.Speak.Contains(recorded.Type.ClrType))
            return;
        var happened = Happened.Of(recorded);
        foreach (var (person, status) in VictimWordReactions.Of(recorded.Body, happened.Persons))
            AddWord(person, recorded, happened.Envelope.By.Agency, new(status, IsDetermined: false), session);
    }

    private static void AddWord(PersonRef person, Recorded recorded, string agency, VictimWord word, ProjectionSession session) => session.Add(
        """
        insert into victim_word (person, stream_id, agency, status, determined, position) values ($1, $2, $3, $4, $5, $6)
        on conflict (person, stream_id, agency) do update set
            status = excluded.status, determined = excluded.determined, position = excluded.position
        """,
        Parameters.Uuid(person.Value),
        Parameters.Uuid(recorded.Stream),
        Parameters.Text(agency),
        Parameters.Number((int)word.Status),
        Parameters.Flag(word.IsDetermined),
        Parameters.Bigint(recorded.Position));

    private static void AddEntry(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var entry = stream.Aggregate(WatchEntry.None, (state, next) => WatchEntry.Evolve(state, (WatchEntryEvent)next.Recorded.Body, next.Envelope));
        AddActs(stream, entry is { End: null, Proposal: { Kind: WatchKind.Punitive, Person: { } person } } ? [person] : [], WatchEntryDecider.Kind, session);
    }

    private static void AddAction(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var action = stream.Aggregate(
            AdministrativeAction.None, (state, next) => AdministrativeAction.Evolve(state, (AdministrativeActionEvent)next.Recorded.Body, next.Envelope));
        AddActs(stream, action is { Stands: true, Person: { } person } ? [person] : [], AdministrativeActionDecider.Kind, session);
    }

    private static void AddBan(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var ban = stream.Aggregate(TravelBan.None, (state, next) => TravelBan.Evolve(state, (TravelBanEvent)next.Recorded.Body, next.Envelope));
        AddActs(stream, ban is { IsOver: false, Person: { } person } ? [person] : [], TravelBanDecider.Kind, session);
    }

    private static void AddOutcomes(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var operation = stream.Aggregate(
            JointOperation.None, (state, next) => JointOperation.Evolve(state, (OperationEvent)next.Recorded.Body, next.Envelope));
        AddActs(stream, operation.Punished.Select(met => met.Person), OperationDecider.Kind, session);
    }

    private static void AddActs(IReadOnlyList<Happened> stream, IEnumerable<PersonRef> against, StreamKind kind, ProjectionSession session)
    {
        var last = stream[^1].Recorded;
        session.Add("delete from punitive_act where stream_id = $1", Parameters.Uuid(last.Stream));
        foreach (var person in against)
        {
            session.Add(
                "insert into punitive_act (stream_id, kind, person, version) values ($1, $2, $3, $4)",
                Parameters.Uuid(last.Stream), Parameters.Text(kind.Type), Parameters.Uuid(person.Value), Parameters.Bigint(last.Version));
        }
    }
}

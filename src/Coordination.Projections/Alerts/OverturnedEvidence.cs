using Coordination.Domain.Screening;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>
/// What a deferral rested on that was overturned: the events of the encounter before it. The figures of the rules that fired on them count them as wrong,
/// where no officer has said what the alert came to.
/// </summary>
public sealed class OverturnedEvidence(EventTypes types, EventSerializer serializer) : IProjection
{
    /// <summary>Whether the events named by an array are among it, for the viewer as $1 to $3.</summary>
    internal static string Among(string events) =>
        $"exists (select from overturned_evidence o where o.event_id = any({events}) and {VisibilitySql.Of("o", "o.stream_id")} >= {VisibilitySql.Full})";

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => "OverturnedEvidence";

    public IReadOnlyList<string> Tables { get; } = ["overturned_evidence"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(DepartureDeferralOverturned));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Add(stream, session);
    }

    private static void Add(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var overturned = stream[^1];
        // The deferral itself is not what it rested on: who tries again elsewhere after it is another story.
        var led = stream.TakeWhile(one => one.Recorded.Body is not DepartureDeferred).Select(one => one.Recorded.Id).ToList();
        session.Add(
            """
            insert into overturned_evidence (event_id, stream_id, agency, level, audience)
            select led, $2, $3, $4, $5 from unnest($1) as led on conflict (event_id) do nothing
            """,
            Parameters.Uuids(led),
            Parameters.Uuid(overturned.Recorded.Stream),
            Parameters.Text(overturned.Envelope.By.Agency),
            Parameters.Number((int)overturned.Envelope.Marking.Level),
            Parameters.Texts(overturned.Envelope.Marking.Audience));
    }
}

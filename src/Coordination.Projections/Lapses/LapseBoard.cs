using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Projections.Lapses;

/// <summary>When the next end comes by itself in each stream. A function of the log: an event that prolongs or ends a thing moves its row or takes it away.</summary>
public sealed class LapseBoard(EventTypes types, EventSerializer serializer) : IProjection
{
    /// <summary>The worker that writes the ends wakes when this projection has moved.</summary>
    public const string ProjectionName = "LapseBoard";

    private static readonly StreamKind[] Kinds = [.. Catalogue.Kinds.Where(kind => kind.CanLapse)];

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables { get; } = ["lapse"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases([.. Kinds.Select(kind => kind.EventFamily)]);

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Write(stream, session);
    }

    private static void Write(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var kind = Kinds.Single(one => one.EventFamily.IsAssignableFrom(stream[0].Recorded.Type.ClrType));
        var state = stream.Aggregate(kind.Initial, (before, next) => kind.Evolve(before, next.Recorded.Body, next.Envelope));
        DateTimeOffset? due = kind.Lapses(state).Select(lapse => (DateTimeOffset?)lapse.Due).Min();
        if (due is { } moment)
            session.Add(
                "insert into lapse (stream_id, due_at) values ($1, $2) on conflict (stream_id) do update set due_at = excluded.due_at",
                Parameters.Uuid(stream[0].Recorded.Stream), Parameters.Time(moment));
        else
            session.Add("delete from lapse where stream_id = $1", Parameters.Uuid(stream[0].Recorded.Stream));
    }
}

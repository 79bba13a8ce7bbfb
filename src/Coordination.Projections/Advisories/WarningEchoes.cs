using Coordination.Domain.Advisories;
using Coordination.EventStore;

namespace Coordination.Projections.Advisories;

/// <summary>What advisories have to say to the warnings that they rest on, and what of it stands there. A function of the log.</summary>
public sealed class WarningEchoes(EventTypes types, EventSerializer serializer) : IProjection
{
    /// <summary>The worker that says it wakes when this projection has moved.</summary>
    public const string ProjectionName = "WarningEchoes";

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables { get; } = ["warning_echo"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(TpiAdvisoryEvent), typeof(WarningAdvised), typeof(WarningOutcomeNoted));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        Recorded[] spoken = [.. page.Where(recorded => recorded.Body is TpiAdvisoryEvent)];
        foreach (var stream in spoken.Length == 0 ? [] : await _history.Load(spoken, session.Connection, ct))
            Owe(stream, session);
        foreach (var told in page.Where(recorded => recorded.Body is NetworkWarningEvent))
            session.Add(
                "insert into warning_echo (echo_id, warning, told) values ($1, $2, true) on conflict (echo_id) do update set told = true",
                Parameters.Uuid(told.Id), Parameters.Uuid(told.Stream));
    }

    private static void Owe(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var (advisory, state) = (stream[0].Recorded.Stream, TpiAdvisory.None);
        foreach (var next in stream)
        {
            var happened = (TpiAdvisoryEvent)next.Recorded.Body;
            state = TpiAdvisory.Evolve(state, happened, next.Envelope);
            if (WarningReactions.To(advisory, state, happened) is { } echo)
                session.Add(
                    """
                    insert into warning_echo (echo_id, advisory, warning, told) values ($1, $2, $3, false)
                    on conflict (echo_id) do update set advisory = excluded.advisory
                    """,
                    Parameters.Uuid(echo.Id), Parameters.Uuid(advisory), Parameters.Uuid(echo.Warning));
        }
    }
}

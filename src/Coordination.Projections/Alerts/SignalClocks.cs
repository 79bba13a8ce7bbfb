using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>
/// Clocks that run in the log: each is a function of the folded stream, so an event that stops or moves a clock takes its row away or replaces
/// it. What was raised already stands in the log and stays.
/// </summary>
internal static class SignalClocks
{
    private static readonly ILookup<StreamKind, StreamClock> ByKind = StreamClocks.InForce.ToLookup(clock => clock.Kind);

    /// <summary>Event families whose streams have clocks.</summary>
    public static IReadOnlyList<Type> Families { get; } = [.. ByKind.Select(kind => kind.Key.EventFamily)];

    public static bool Runs(Type body) => Families.Any(family => family.IsAssignableFrom(body));

    /// <summary>Computes the deadlines of whole streams anew.</summary>
    public static void Add(IReadOnlyList<IReadOnlyList<Happened>> streams, ProjectionSession session)
    {
        if (streams.Count == 0)
            return;
        session.Add("delete from alert_signal where clock_of = any($1)", Parameters.Uuids(streams.Select(stream => stream[0].Recorded.Stream)));
        SignalRows.Add([.. streams.SelectMany(Running)], session);
    }

    private static IEnumerable<SignalRow> Running(IReadOnlyList<Happened> stream)
    {
        var id = stream[0].Recorded.Stream;
        var clocks = ByKind.First(kind => kind.Key.EventFamily.IsInstanceOfType(stream[0].Recorded.Body));
        var state = stream.Aggregate(clocks.Key.Initial, (state, next) => clocks.Key.Evolve(state, next.Recorded.Body, next.Envelope));
        var readers = clocks.Key.Readers(state).ToHashSet(StringComparer.Ordinal);
        return from clock in clocks
               from deadline in clock.Running(state)
               select new SignalRow(SignalOf(stream, clock, deadline, readers), id.ToString(), deadline.Due, id);
    }

    private static Signal SignalOf(IReadOnlyList<Happened> stream, StreamClock clock, Deadline deadline, HashSet<string> readers)
    {
        // The first says what it is about; the other is the last one that had happened when the clock began to run.
        var started = stream.LastOrDefault(next => next.Envelope.OccurredAt <= deadline.Since) ?? stream[0];
        Happened[] evidence = started == stream[0] ? [started] : [stream[0], started];
        // Whom the stream is for by nature reads each of its events, also those written before it was addressed.
        string[] since = [.. deadline.Recipients.Where(readers.Contains)];
        AlertInput[] inputs = [.. evidence.Select(one => InputOf(one.Envelope, since))];
        var alert = new AlertRaised(
            deadline.Code, deadline.Code, clock.Version, deadline.Severity, [.. evidence.Select(one => one.Recorded.Id)], deadline.Subjects,
            AlertMarking.Recipients(inputs, deadline.Recipients), deadline.Facts, deadline.Case, deadline.Place ?? started.Envelope.Place);
        var id = Signal.IdOf(deadline.Code, clock.Version, stream[0].Recorded.Stream.ToString(), deadline.Step);
        return new(id, alert, AlertMarking.Of(inputs, deadline.Recipients));
    }

    private static AlertInput InputOf(Envelope envelope, string[] since) =>
        new(envelope.By.Agency, envelope.Marking with { Audience = [.. envelope.Marking.Audience, .. since] });
}

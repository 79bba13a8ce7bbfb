using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Commands;

namespace Coordination.Host.Lapses;

/// <summary>What the product writes when something has ended by itself.</summary>
internal static class LapseAppends
{
    /// <summary>
    /// The end that is due in the stream as the log has it, decided like any other command; null when there is none any more. Its id follows from the
    /// stream and the moment, and it rests on the version that was read, so that of all who write it one succeeds.
    /// </summary>
    public static AppendRequest? Of(StreamKind kind, IReadOnlyList<Recorded> stream, DateTimeOffset now)
    {
        var (first, last) = (Envelope(stream[0]), stream[^1]);
        var state = stream.Aggregate(kind.Initial, (before, recorded) => Kinds.Evolve(kind, before, recorded));
        if (kind.Lapses(state).Where(lapse => lapse.Due <= now).MinBy(lapse => lapse.Due) is not { } due)
            return null;
        var command = kind.CommandFor(due.Happened);
        var marking = Marking.Strictest([(first.Marking, first.By.Agency)]);
        var admission = Admission.Of(command.GetType().Name, new(Officer.System, due.Due, now, first.Place, [], marking, null));
        var decision = kind.Decide(state, command, admission.Envelope);
        return admission.Refusal is null && decision.Refusal is null && decision.Events.Count > 0
            ? new([new(last.Stream, kind.Type, last.Version, [.. Told(kind, state, decision.Events, admission.Envelope, last)])])
            : null;
    }

    private static IEnumerable<NewEvent> Told(StreamKind kind, object state, IReadOnlyList<object> events, Envelope envelope, Recorded last)
    {
        foreach (var happened in events)
        {
            state = kind.Evolve(state, happened, envelope);
            var persons = kind.Persons(state).Union((happened as IConcernsPersons)?.Persons() ?? []);
            yield return new(
                DeterministicId.From($"lapse/{last.Stream}/{happened.GetType().Name}/{envelope.OccurredAt.UtcTicks}"), happened, envelope.RecordedAt,
                EnvelopeHeaders.Write(kind.Addressed(envelope, state), persons), Officer.System.Id, last.Stream.ToString());
        }
    }

    private static Envelope Envelope(Recorded recorded) =>
        EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp).Envelope;
}

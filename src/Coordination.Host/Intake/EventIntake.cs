using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Demo;
using Coordination.Host.Http;
using Coordination.Host.Integrity;
using Coordination.Host.Victims;

namespace Coordination.Host.Intake;

/// <summary>What became of one event.</summary>
/// <param name="Id">The sender's id of it; null when it could not be read.</param>
/// <param name="Status">accepted, duplicate or rejected.</param>
/// <param name="Position">Place in the log; for a duplicate, of the first writing.</param>
/// <param name="Receipt">Signed proof that it was taken; null when it was rejected, or changed nothing.</param>
public sealed record EventResult(string? Id, string Status, long? Position, Guid? StreamId, ProblemBody? Problem, Receipt? Receipt = null);

/// <summary>CloudEvents to facts to the write path: each judged for itself, those of one stream in their order, the rest side by side.</summary>
internal sealed class EventIntake(EventJudge judge, FactReader facts, WritePath writes, Completion completion, TimeProvider clock)
{
    // As many as the coalescer turns into a few transactions; more would only wait in its queue.
    private const int AtOnce = 64;

    private const string Rejection = "rejected";

    public async Task<IReadOnlyList<EventResult>> Take(IReadOnlyList<ReadEvent> events, Officer caller, Language language, CancellationToken ct)
    {
        FollowClock(events);
        var judged = events.Select(read => judge.Judge(read, caller)).ToList();
        var call = Guid.CreateVersion7();
        var read = await facts.Read([.. judged.Where(item => item.Refusal is null).Select(item => item.Raw!)], call, ct);
        var results = new EventResult[events.Count];
        var willing = new List<(int Index, Judged Item, object Fact)>();
        var next = 0;
        for (var i = 0; i < judged.Count; i++)
        {
            var fact = judged[i].Refusal is null ? read[next++] : new ReadFact(null, judged[i].Refusal);
            if (fact.Fact is { } told)
                willing.Add((i, judged[i], told));
            else
                results[i] = new EventResult(events[i].Id, Rejection, null, null, Problem.Of(fact.Refusal!).Body(language));
        }
        var trouble = new Trouble();
        await Parallel.ForEachAsync(
            willing.GroupBy(item => PersonStreams.Of(item.Fact, item.Item.Stream)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (stream, token) =>
            {
                foreach (var (index, item, fact) in stream)
                    results[index] = await Write(item, fact, language, trouble, token);
            });
        trouble.ThrowIfAny();
        var refused = willing.ToLookup(item => results[item.Index].Status == Rejection, item => item.Fact);
        await facts.Withdraw(call, refused[true], refused[false], ct);
        return results;
    }

    private async Task<EventResult> Write(Judged item, object fact, Language language, Trouble trouble, CancellationToken ct)
    {
        try
        {
            var complete = await completion.Complete(fact, item.Envelope!, ct);
            var terms = new WriteTerms(null, item.Key, System.Diagnostics.Activity.Current?.TraceId.ToString(), item.Id);
            var result = await writes.Write(complete, item.Stream, item.Envelope!, terms, ct);
            return result.Problem is { } problem
                ? Rejected(item.Id, problem, language)
                : new EventResult(item.Id, result.Duplicate ? "duplicate" : "accepted", result.Position, result.Stream, null, result.Receipt);
        }
        catch (AppendRefusedException)
        {
            return Rejected(item.Id, Problem.Of(HttpRefusals.CannotBeStored), language);
        }
        catch (Exception e) when (Faults.Answer(e).Status == StatusCodes.Status503ServiceUnavailable)
        {
            trouble.Note(e);
            return Rejected(item.Id, Problem.Of(Faults.Answer(e)), language);
        }
    }

    private static EventResult Rejected(string? id, Problem problem, Language language) => new(id, Rejection, null, null, problem.Body(language));

    /// <summary>
    /// The store's trouble is nobody's verdict: then the whole request is answered "come again", which the events' ids make harmless, and in
    /// doubt as soon as one of them is.
    /// </summary>
    private sealed class Trouble
    {
        private volatile Exception? _worst;

        public void Note(Exception e)
        {
            if (_worst is not AppendInDoubtException)
                _worst = e;
        }

        public void ThrowIfAny()
        {
            if (_worst is AppendInDoubtException)
                throw new AppendInDoubtException("Some events of this request are in doubt.", _worst);
            if (_worst is not null)
                throw new StoreUnavailableException("Some events of this request could not be written.", _worst);
        }
    }

    // A demo that stands in February still takes what really happens today: its clock goes along, and deadlines with it.
    private void FollowClock(IReadOnlyList<ReadEvent> events)
    {
        if (clock is not DemoClock demo)
            return;
        var latest = events.Select(read => read.Event?.Time).Max();
        if (latest > demo.GetUtcNow() && latest <= demo.Real)
            demo.TrySet(latest.Value);
    }
}

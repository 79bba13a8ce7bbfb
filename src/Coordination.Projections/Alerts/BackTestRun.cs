using Coordination.Domain.Alerts.Rules;
using Coordination.EventStore;

namespace Coordination.Projections.Alerts;

/// <summary>An alert that would have been raised.</summary>
internal sealed record BackTestFound(DateTimeOffset At, Finding Finding)
{
    public IReadOnlyList<Guid> Evidence { get; } = [.. Finding.Evidence.Select(one => one.Event).Distinct()];

    public IReadOnlyList<Guid> Subjects { get; } =
        [.. Finding.Evidence.Select(one => one.Person).Where(person => person != default).Select(person => person.Value).Distinct()];

    public DateTimeOffset FirstEvidenceAt { get; } = Finding.Evidence.Min(one => one.At);
}

/// <summary>One rule over pages of the log, remembering no more than its window needs.</summary>
/// <param name="most">Observations held at once.</param>
internal sealed class BackTestRun(BackTestQuestion question, int most)
{
    private static readonly TimeSpan Lateness = TimeSpan.FromDays(90);

    private readonly Dictionary<string, KeyMemory> _memory = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _ids = [];
    private readonly RuleBook _book = new();
    private Queue<ThresholdChange> _waiting = new();
    private int _held;
    private int _heldAfterSweep;

    public List<BackTestFound> Found { get; } = [];

    public long EventsRead { get; private set; }

    /// <summary>Where reading begins; null for the whole log.</summary>
    public DateTimeOffset? Begins => Widest is { } window ? question.From - window - Lateness : null;

    private TimeSpan? Widest => question.Rule.Window(new RuleValues(question.Rule).With(question.Set));

    public void Knows(IEnumerable<ThresholdChange> changes) => _waiting = new(changes);

    /// <exception cref="BackTestTooLargeException">More would be remembered than may be.</exception>
    public void Read(IReadOnlyList<Recorded> page)
    {
        foreach (var recorded in page)
        {
            EventsRead++;
            while (_waiting.TryPeek(out var change) && change.Position < recorded.Position)
                _book.Add(_waiting.Dequeue());
            foreach (var made in RuleRun.Observe([question.Rule], recorded))
                Judge(made);
        }

        // Twice what had to be kept, or the limit: what the window has left behind does not count against it.
        if (((_held > most / 2 && _held > _heldAfterSweep * 2) || _held > most) && page.Count > 0)
            Sweep(page[^1].Timestamp);
        if (_held > most)
            throw new BackTestTooLargeException();
    }

    private void Judge(Made made)
    {
        var memory = Memory(made);
        var values = _book.ValuesFor(made).With(question.Set);
        foreach (var judged in RuleRun.Judge(made, memory, values))
        {
            // As live: the same finding is one alert, whatever key or event leads to it.
            if (_ids.Add(FoundSignal.IdOf(judged)) && made.RecordedAt >= question.From)
                Found.Add(new(made.RecordedAt, judged.Finding));
        }

        // Parked for good: of an over-common value the number is enough.
        if (made.Rule.Remembers && memory.Known.Count > values.ParkedFrom)
            memory.Known.RemoveAt(0);
        else
            _held += made.Rule.Remembers ? 1 : 0;
    }

    private KeyMemory Memory(Made made)
    {
        if (!made.Rule.Remembers)
            return new();
        if (!_memory.TryGetValue(made.Observation.Key, out var memory))
            _memory.Add(made.Observation.Key, memory = new());
        return memory;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (Widest is not { } window)
            return;
        var oldest = now - window - Lateness;
        foreach (var (key, memory) in _memory.ToList())
        {
            _held -= memory.Known.RemoveAll(one => one.At < oldest);
            if (memory.Known.Count == 0)
                _memory.Remove(key);
        }

        _heldAfterSweep = _held;
    }
}

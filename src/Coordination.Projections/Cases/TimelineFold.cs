using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Projections.Cases;

/// <summary>Where and when something became known.</summary>
internal readonly record struct Known(long Position, DateTimeOffset At);

/// <summary>An event read once: metadata, and its ties if it has any.</summary>
internal sealed record Told(Recorded Recorded, StoredEnvelope Stored, TimelineTies? Ties)
{
    public Known Known => new(Recorded.Position, Recorded.Timestamp);
}

/// <summary>
/// Decides, event by event, what comes to stand on which case. A case holds nodes (streams and persons); whatever leads from a held node to
/// a stream (the stream concerns that person, or rests on that stream) makes the case hold that stream too, from that place in the log on.
/// Pure: what the tables know of the nodes in question is put in before, what is new is taken out after.
/// </summary>
internal sealed class TimelineFold
{
    private readonly Dictionary<Guid, List<(Guid Case, Level Level)>> _held = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _leads = [];
    private readonly Dictionary<Guid, List<Told>> _told = [];

    public List<(Guid Case, Told Told)> Doors { get; } = [];

    public List<(Guid Case, string Agency, bool Joined, Known Known)> Members { get; } = [];

    /// <summary>With the level at which it was said: whoever is not cleared for it is not told that the node stands there.</summary>
    public List<(Guid Node, Guid Case, Known Known, Level Level)> Links { get; } = [];

    /// <summary>Links whose case has said them again at a lower level.</summary>
    public List<(Guid Node, Guid Case, Level Level)> Lowered { get; } = [];

    public List<(Guid Person, Guid Stream)> Persons { get; } = [];

    public List<(Guid Basis, Guid Stream, bool Derived)> Bases { get; } = [];

    /// <summary>Streams that were made of others.</summary>
    public List<(Guid Stream, Known Known)> Derived { get; } = [];

    public List<(Guid Stream, string Reader, string By, Known Known)> Grants { get; } = [];

    /// <summary>Narrowings, with the groups that they kept.</summary>
    public List<(Guid Stream, IReadOnlyList<string> Keep, Known Known)> Limits { get; } = [];

    /// <summary>Entries of events of this page.</summary>
    public List<(Guid Case, Told Told, Known Shown, Level Link)> Entries { get; } = [];

    /// <summary>Streams whose events before this page stand on the case as well.</summary>
    public List<(Guid Stream, Guid Case, Known Shown, Level Link)> Earlier { get; } = [];

    /// <summary>A link that the tables hold.</summary>
    public void Holds(Guid node, Guid caseId, Level level) => AddTo(_held, node, (caseId, level));

    /// <summary>A connection that the tables hold.</summary>
    public void Leads(Guid node, Guid stream) => NewLead(node, stream);

    /// <param name="told">The next event, in position order.</param>
    /// <param name="evidenceStreams">Streams of the events it names as evidence.</param>
    public void Tell(Told told, IEnumerable<Guid> evidenceStreams)
    {
        var stream = told.Recorded.Stream;
        foreach (var (caseId, level) in Of(_held, stream))
            Entries.Add((caseId, told, told.Known, level));
        // From here on Hold puts it on the cases that this very event makes hold its stream.
        AddTo(_told, stream, told);
        if (told.Ties is { } ties)
            Tie(told, ties, evidenceStreams);
        foreach (var person in told.Stored.Persons)
        {
            if (Lead(person.Value, stream, told))
                Persons.Add((person.Value, stream));
        }
    }

    private void Tie(Told told, TimelineTies ties, IEnumerable<Guid> evidenceStreams)
    {
        var stream = told.Recorded.Stream;
        if (ties.Opens)
        {
            Doors.Add((stream, told));
            Members.Add((stream, told.Stored.Envelope.By.Agency, true, told.Known));
        }

        var shared = ties.Shared ?? stream;
        Members.AddRange(ties.Members.Select(agency => (stream, agency, true, told.Known)));
        Members.AddRange(ties.Left.Select(agency => (stream, agency, false, told.Known)));
        if (ties.Keep is { } keep)
            Limits.Add((shared, keep, told.Known));
        Grants.AddRange(ties.Readers.Select(reader => (shared, reader, told.Stored.Envelope.By.Agency, told.Known)));
        foreach (var (caseId, node) in ties.Holds)
        {
            Hold(node, caseId, told.Known, node == caseId ? Level.B : LevelOf(told));
            if (caseId == stream)
                Lower(node, caseId, LevelOf(told));
        }

        if (ties.Derives)
            Derived.Add((stream, told.Known));
        foreach (var basis in ties.Basis.Concat(evidenceStreams))
        {
            if (basis != stream && Lead(basis, stream, told))
                Bases.Add((basis, stream, ties.Derives));
        }
    }

    private bool Lead(Guid node, Guid stream, Told told)
    {
        if (!NewLead(node, stream))
            return false;
        foreach (var (caseId, level) in Of(_held, node).ToArray())
            Hold(stream, caseId, told.Known, level > LevelOf(told) ? level : LevelOf(told));
        return true;
    }

    // What a case says of its own links counts from then on; what came along with a link stays as secret as it came.
    private void Lower(Guid node, Guid caseId, Level level)
    {
        var held = Of(_held, node);
        if (held.FindIndex(one => one.Case == caseId) is >= 0 and var at && held[at].Level > level)
        {
            held[at] = (caseId, level);
            Lowered.Add((node, caseId, level));
        }
    }

    // Once held it stays as it was said first: a second, less secret way to it that is not the case's own word tells nothing new of where it stands.
    private void Hold(Guid node, Guid caseId, Known known, Level level)
    {
        if (Of(_held, node).Any(held => held.Case == caseId))
            return;
        AddTo(_held, node, (caseId, level));
        Links.Add((node, caseId, known, level));
        var told = Of(_told, node);
        foreach (var earlier in told)
            Entries.Add((caseId, earlier, known, level));
        if (told.Count == 0 || told[0].Recorded.Version > 1)
            Earlier.Add((node, caseId, known, level));
        if (_leads.TryGetValue(node, out var streams))
        {
            foreach (var stream in streams)
                Hold(stream, caseId, known, level);
        }
    }

    private static Level LevelOf(Told told) => told.Stored.Envelope.Marking.Level;

    private bool NewLead(Guid node, Guid stream)
    {
        if (!_leads.TryGetValue(node, out var streams))
            _leads.Add(node, streams = []);
        return streams.Add(stream);
    }

    private static void AddTo<T>(Dictionary<Guid, List<T>> lists, Guid key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = new(1));
        list.Add(item);
    }

    private static List<T> Of<T>(Dictionary<Guid, List<T>> lists, Guid key) => lists.GetValueOrDefault(key) ?? None<T>.List;

    private static class None<T>
    {
        public static readonly List<T> List = [];
    }
}

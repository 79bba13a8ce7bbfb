using Coordination.Domain.Kernel;

namespace Coordination.Host.Tests.Leaks;

/// <summary>A word that stands in one event and nowhere else: whoever reads it reads that event.</summary>
/// <param name="Stream">The thing that the event belongs to.</param>
/// <param name="By">Agency that wrote it.</param>
internal sealed record Canary(string Word, Guid Stream, Marking Marking, string By);

/// <summary>What the pure rule says about a world: which viewer may read which canary. Knows nothing of SQL, rows or routes.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<Guid, (Marking Marking, string By, HashSet<string> Members)> _cases = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _holds = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _basis = [];
    private readonly Dictionary<Guid, HashSet<string>> _added = [];
    private readonly Dictionary<Guid, IReadOnlyList<string>> _kept = [];
    private readonly Dictionary<Guid, HashSet<string>> _invited = [];
    private readonly Dictionary<string, List<(string Agency, string Unit, Level Level)>> _asked = new(StringComparer.Ordinal);

    public Dictionary<string, Canary> Canaries { get; } = new(StringComparer.Ordinal);

    public void Opened(Guid id, Marking marking, string by, IEnumerable<string> members)
    {
        _cases[id] = (marking, by, new HashSet<string>(members.Append(by).Append("SATGAS"), StringComparer.Ordinal));
        _invited[id] = new HashSet<string>(members, StringComparer.Ordinal);
        Holds(id, id);
    }

    public void Joined(Guid id, string agency)
    {
        _cases[id].Members.Add(agency);
        _invited[id].Add(agency);
    }

    /// <summary>A unit that had read a thing is asked to give it back, and told why: who is cleared for the thing.</summary>
    public void Asked(string word, string agency, string unit, Level level)
    {
        if (!_asked.TryGetValue(word, out var units))
            _asked.Add(word, units = []);
        units.Add((agency, unit, level));
    }

    /// <summary>May the viewer read anything at all of the thing?</summary>
    public bool MayReadOf(Viewer viewer, Guid stream) => Canaries.Values.Any(canary => canary.Stream == stream && MayRead(viewer, canary));

    /// <summary>
    /// Through broken glass the user reads, on this one case, as an officer of its owner: what the owner, the user's own agency and those members wrote
    /// who may read the case themselves, because they are told of it.
    /// </summary>
    public bool MayReadThroughGlass(Viewer user, Canary canary, Guid id)
    {
        if (MayRead(user, canary))
            return true;
        var (marking, by, _) = _cases[id];
        var writes = canary.By == by || canary.By == user.Officer.Agency || (_invited[id].Contains(canary.By) && Opens(canary.By, marking, by));
        var eyes = new Viewer(user.Officer with { Agency = by, Unit = "" }, [Audiences.Everyone, Audiences.Agency(by), Audiences.Person(user.Officer.Id)]);
        return writes && CasesOf(canary.Stream).Contains(id) && MayRead(eyes, canary);
    }

    private static bool Opens(string agency, Marking marking, string by)
    {
        var all = new Viewer(new("", agency, "", OfficerRole.Officer, Level.SR), [Audiences.Everyone, Audiences.Agency(agency), Audiences.CaseMembers]);
        return Visibility.Of(all, marking, by) == Sight.Full;
    }

    public void Holds(Guid id, Guid stream)
    {
        if (!_holds.TryGetValue(stream, out var cases))
            _holds.Add(stream, cases = []);
        cases.Add(id);
    }

    /// <summary>What rests on another thing stands on its cases.</summary>
    public void Rests(Guid stream, IEnumerable<Guid> basis) => _basis[stream] = [.. basis];

    public void Added(Guid stream, string group)
    {
        if (!_added.TryGetValue(stream, out var groups))
            _added.Add(stream, groups = new(StringComparer.Ordinal));
        groups.Add(group);
    }

    /// <summary>Only these still read it, and what is added later does not bring anybody back.</summary>
    public void Narrowed(Guid stream, IEnumerable<string> kept) => _kept[stream] = [.. kept];

    public bool MayRead(Viewer viewer, Canary canary)
    {
        if (_asked.TryGetValue(canary.Word, out var units)
            && units.Any(one => (one.Agency, one.Unit) == (viewer.Officer.Agency, viewer.Officer.Unit) && one.Level <= viewer.Clearance))
            return true;
        var marking = _added.TryGetValue(canary.Stream, out var groups)
            ? canary.Marking with { Audience = [.. canary.Marking.Audience.Union(groups, StringComparer.Ordinal)] }
            : canary.Marking;
        if (_kept.TryGetValue(canary.Stream, out var kept))
            marking = marking with { Within = [.. marking.Within, kept] };
        var standing = CasesOf(canary.Stream).Any(id => IsMember(viewer, id)) ? viewer.InCase() : viewer;
        return Visibility.Of(standing, marking, canary.By) == Sight.Full;
    }

    /// <summary>Cases of which the viewer may know that they are there, and no more.</summary>
    public int CasesWithheldFrom(Viewer viewer) => _cases.Count(one =>
        Visibility.Of(IsMember(viewer, one.Key) ? viewer.InCase() : viewer, one.Value.Marking, one.Value.By) == Sight.Existence);

    private IEnumerable<Guid> CasesOf(Guid stream) =>
        _holds.GetValueOrDefault(stream, []).Concat(_basis.GetValueOrDefault(stream, []).Where(basis => basis != stream).SelectMany(CasesOf));

    // The group of members exists only inside a case that the viewer may open by it.
    private bool IsMember(Viewer viewer, Guid id)
    {
        var (marking, by, members) = _cases[id];
        return members.Contains(viewer.Officer.Agency) && Visibility.Of(viewer.InCase(), marking, by) == Sight.Full;
    }
}

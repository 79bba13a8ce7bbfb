using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R37: a person or thing that stands on the watch-list in force comes up in an application, an encounter or a tip. Who keeps the entry and the place
/// both hear of it: by one alert where each may read what the other wrote, else by one each, which says of the other side no more than whom to ask.
/// </summary>
internal sealed class WatchRule : IAlertRule
{
    private const string Entered = "entry";
    private const string Ended = "ended";
    private const string Met = "met";

    public string Id => "R37";

    public int Version => 3;

    public string Code => AlertCodes.Watch;

    public Severity Severity => Severity.High;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [];

    public IReadOnlySet<Type> LooksAt { get; } =
        ContactsMet.Types.Concat([typeof(WatchEntryApproved), typeof(WatchEntryExtended), typeof(WatchEntryRemoved), typeof(PunitiveWatchRemoved)]).ToHashSet();

    /// <summary>An entry says itself how long it holds.</summary>
    public TimeSpan? Window(RuleValues values) => null;

    public IEnumerable<Observation> Observe(Happening happening) => happening.Body switch
    {
        WatchEntryApproved e => Of(happening, Entered, e.Person, e.Contact, RuleFacts.Of(("kind", e.Kind), ("until", e.ValidUntil))),
        WatchEntryExtended e => Of(happening, Entered, e.Person, e.Contact, RuleFacts.Of(("kind", e.Kind), ("until", e.ValidUntil))),
        WatchEntryRemoved e => Of(happening, Ended, e.Person, e.Contact, new()),
        PunitiveWatchRemoved e => Of(happening, Ended, e.Person, null, new()),
        _ => ContactsMet.In(happening).Select(contact => happening.Observed($"contact:{contact}", Met, happening.Subject(ContactsMet.Person(happening))))
            .Concat(ContactsMet.Persons(happening).Select(person => happening.Observed($"person:{person}", Met, person)))
            .Select(one => one with { Where = happening.Envelope.Checkpoint() }),
    };

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        // The latest record may be the meeting, or an entry before it that was recorded late.
        var meetings = latest.Kind switch
        {
            Met => [latest],
            Entered => known.Where(one => one.Kind == Met && one.At >= latest.At).DistinctBy(one => one.Stream),
            _ => Array.Empty<Observation>(),
        };
        return meetings.SelectMany(met => Held(known, met).SelectMany(entry => Found(entry, met)));
    }

    private static IEnumerable<Observation> Held(IReadOnlyList<Observation> known, Observation met) => known
        .Where(one => one.Kind == Entered && one.At <= met.At)
        .GroupBy(one => one.Stream)
        .Select(entry => entry.MaxBy(one => one.At)!)
        .Where(entry => RuleFacts.Over([entry]).Day("until") >= met.Day
            && !known.Any(one => one.Kind == Ended && one.Stream == entry.Stream && one.At <= met.At));

    private static IEnumerable<Observation> Of(Happening happening, string kind, PersonRef? person, ContactRef? contact, RuleFacts facts)
    {
        if (person is { } one)
            yield return happening.Observed($"person:{one}", kind, person, facts.ToString());
        if (contact is { } known)
            yield return happening.Observed($"contact:{known}", kind, null, facts.ToString());
    }

    private static IEnumerable<Finding> Found(Observation entry, Observation met)
    {
        var kind = RuleFacts.Over([entry])["kind"] ?? nameof(WatchKind.Entity);
        var severity = WatchSeverity.Of(kind);
        return AlertMarking.Reaches([new(entry.Agency, entry.Marking), new(met.Agency, met.Marking)], new[] { entry, met }.Writers())
            ? [Found(severity, [entry, met], met, kind, entry.Unit)]
            : [Found(severity, [Alone(entry, met)], met, kind, met.Unit), Found(severity, [Alone(met, entry)], entry, null, entry.Unit)];
    }

    /// <param name="other">The other end of what makes the finding one.</param>
    /// <param name="ask">Unit that knows more.</param>
    private static Finding Found(Severity severity, Observation[] evidence, Observation other, string? kind, string ask) => new(
        $"{evidence[0].Stream}/{other.Stream}", severity, evidence, evidence.Writers(),
        RuleFacts.Of(("pattern", "R37"), ("kind", kind), ("unit", ask)).Named("pattern", "kind", "unit"), evidence[^1].Where)
    {
        // An encounter can meet one entry by several of its contacts.
        Name = "watch",
        OneSided = evidence.Length == 1,
    };

    // It tells that there is the other, so it is as secret as both.
    private static Observation Alone(Observation side, Observation other) => side with
    {
        Marking = Marking.Strictest([(side.Marking, side.Agency), (other.Marking, other.Agency)]) with
        {
            Audience = [Audiences.Unit(side.Agency, side.Unit)], Within = [],
        },
    };
}

/// <summary>A-WATCH without a match of ours: somebody at a counter or in the field says that he met what is looked out for.</summary>
internal sealed class WatchHitRule : IAlertRule
{
    private const string Hit = "hit";

    public string Id => AlertCodes.Watch;

    public int Version => 1;

    public string Code => AlertCodes.Watch;

    public Severity Severity => Severity.High;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type> { typeof(WatchEntryProposed), typeof(WatchHit) };

    public TimeSpan? Window(RuleValues values) => null;

    public IEnumerable<Observation> Observe(Happening happening) => happening.Body switch
    {
        WatchEntryProposed e => [happening.Observed($"entry:{happening.Stream}", "entry", null, e.Kind.ToString())],
        WatchHit e => [happening.Observed($"entry:{happening.Stream}", Hit, e.Person, e.HitNumber) with { Where = happening.Envelope.Checkpoint() }],
        _ => [],
    };

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        if (latest.Kind != Hit)
            yield break;
        var entry = known.FirstOrDefault(one => one.Kind != Hit);
        var kind = entry?.Value ?? nameof(WatchKind.Entity);
        Observation[] evidence = entry is null ? [latest] : [entry, latest];
        yield return new(
            latest.Value!, WatchSeverity.Of(kind), evidence, evidence.Writers(),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["pattern"] = Id, ["kind"] = kind, ["unit"] = (entry ?? latest).Unit }, latest.Where);
    }
}

/// <summary>"By entry": who may be in danger or may get away is high, what is only of interest is not.</summary>
internal static class WatchSeverity
{
    public static Severity Of(string kind) => kind is nameof(WatchKind.Punitive) or nameof(WatchKind.Protective) ? Severity.High : Severity.Medium;
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R37: a person or thing that stands on the watch-list in force comes up in an application, an encounter or a tip. The entry itself stays with who keeps
/// it: the place learns that there is one, and whom to ask.
/// </summary>
internal sealed class WatchRule : IAlertRule
{
    private const string Entered = "entry";
    private const string Ended = "ended";
    private const string Met = "met";

    public string Id => "R37";

    public int Version => 1;

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
        if (latest.Kind != Met)
            yield break;
        foreach (var entry in known.Where(one => one.Kind == Entered).GroupBy(one => one.Stream))
        {
            var held = entry.Where(one => one.At <= latest.At).MaxBy(one => one.At);
            if (held is null || RuleFacts.Over([held]).Day("until") < latest.Day
                || known.Any(one => one.Kind == Ended && one.Stream == entry.Key && one.At <= latest.At))
                continue;
            yield return Found(held, latest);
        }
    }

    private static IEnumerable<Observation> Of(Happening happening, string kind, PersonRef? person, ContactRef? contact, RuleFacts facts)
    {
        if (person is { } one)
            yield return happening.Observed($"person:{one}", kind, person, facts.ToString());
        if (contact is { } known)
            yield return happening.Observed($"contact:{known}", kind, null, facts.ToString());
    }

    private static Finding Found(Observation entry, Observation met)
    {
        var kind = RuleFacts.Over([entry])["kind"] ?? nameof(WatchKind.Entity);
        return new(
            $"{entry.Stream}/{met.Stream}", WatchSeverity.Of(kind), [entry, met], new[] { entry, met }.Writers(),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["pattern"] = "R37", ["kind"] = kind, ["unit"] = entry.Unit }, met.Where)
        {
            // An encounter can meet one entry by several of its contacts.
            Name = "watch",
        };
    }
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

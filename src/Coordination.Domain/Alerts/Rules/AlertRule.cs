using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>An event as a rule sees it.</summary>
public sealed record Happening(Guid Event, Guid Stream, object Body, Envelope Envelope, IReadOnlyList<PersonRef> Persons);

/// <summary>What a rule remembers of an event.</summary>
/// <param name="Key">What the rule looks for repetitions of: a contact, a person, a house, a stream.</param>
/// <param name="Kind">What part the event plays in the rule.</param>
/// <param name="At">When it happened, whenever it was recorded: a late record still counts where it belongs.</param>
/// <param name="Person">Whom it is about; none (default) where a rule looks at places or things.</param>
/// <param name="Where">Place, or the unit where no place was said.</param>
public sealed record Observation(
    string Key, string Kind, Guid Event, Guid Stream, DateTimeOffset At, PersonRef Person, string Where, string Agency, string Unit,
    Marking Marking)
{
    /// <summary>What is counted or compared: codes, numbers and references, never an identity.</summary>
    public string? Value { get; init; }

    /// <summary>The day it happened, in WIB.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.ToOffset(TimeSpan.FromHours(7)).DateTime);
}

/// <summary>A reason for an officer to look, never a decision.</summary>
/// <param name="Cycle">With rule, version and key it names the finding: the same finding gets the same alert, however often it is
/// computed.</param>
/// <param name="Facts">Numbers and codes for the sentence.</param>
/// <param name="Recipients">Reader groups that the alert is for, as far as the markings of its evidence allow.</param>
public sealed record Finding(
    string Cycle,
    Severity Severity,
    IReadOnlyList<Observation> Evidence,
    IReadOnlyList<string> Recipients,
    IReadOnlyDictionary<string, string> Facts,
    string? Place)
{
    /// <summary>Names the finding in place of the key, where several keys lead to the same one.</summary>
    public string? Name { get; init; }

    /// <summary>For the recipients and for nobody else: not for the agencies that wrote the evidence, nor for members of a case that it stands on.</summary>
    public bool Restricted { get; init; }

    /// <summary>It tells of something that is not among its evidence: whoever may read the evidence may not therefore know of it.</summary>
    public bool OneSided { get; init; }
}

/// <summary>
/// A rule over the log: pure, versioned, with its thresholds as data. A change of behaviour is a new version, so that an alert can always
/// say exactly which rule raised it, and a past version can be run again over the past log.
/// </summary>
public interface IAlertRule
{
    /// <summary>Such as <c>R11</c>.</summary>
    string Id { get; }

    int Version { get; }

    /// <summary>Code of the alerts that it raises; null for a rule that only gives the officer at the counter a reason to look.</summary>
    string? Code { get; }

    /// <summary>The gravest that it finds.</summary>
    Severity Severity { get; }

    /// <summary>False for a rule that needs no more than the event before it: nothing of it is kept.</summary>
    bool Remembers => true;

    IReadOnlyList<RuleThreshold> Thresholds { get; }

    /// <summary>Types of events that it looks at.</summary>
    IReadOnlySet<Type> LooksAt { get; }

    /// <summary>How far apart observations can lie and still belong together; null for ever.</summary>
    TimeSpan? Window(RuleValues values);

    IEnumerable<Observation> Observe(Happening happening);

    /// <param name="known">All observations of one key within the window of the latest, the latest included, in log order.</param>
    /// <param name="latest">The one that was just made.</param>
    /// <param name="spent">Events that an earlier finding of the same rule and key named as evidence.</param>
    IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values);
}

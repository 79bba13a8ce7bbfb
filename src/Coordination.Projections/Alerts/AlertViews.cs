using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Alerts;

/// <summary>An event that made the rule fire. What it says is given only to a viewer who may read that event itself.</summary>
public sealed record AlertEvidence(Guid EventId, Guid StreamId, long Position, string? Kind, Wording? Sentence, DateTimeOffset? OccurredAt);

/// <summary>One step in the life of an alert.</summary>
/// <param name="Step">raised, acknowledged, assigned, escalated, resolved, reopened.</param>
/// <param name="Level">Of an escalation: 1 unit head, 2 province, 3 centre.</param>
/// <param name="Note">Sentence of a resolution, reason of a reopening.</param>
public sealed record AlertStep(string Step, DateTimeOffset At, string Agency, string Unit, string OfficerId, int? Level, string? Note);

/// <param name="Code">Alert code, such as <c>A-REPEAT</c>.</param>
/// <param name="Rule">Rule id, such as <c>R11</c>.</param>
/// <param name="Severity">critical, high, medium, low.</param>
/// <param name="Status">raised, acknowledged, assigned, resolved.</param>
/// <param name="EscalatesAt">When silence escalates it next; null once somebody answered.</param>
/// <param name="Outcome">true, false, benign; null until resolved.</param>
/// <param name="Cases">Cases that it stands on and the viewer may open.</param>
public sealed record AlertListItem(
    Guid Id, string Code, Wording Title, Wording Sentence, string Rule, int RuleVersion, string Severity, string Status,
    int EscalationLevel,
    DateTimeOffset RaisedAt, DateTimeOffset? EscalatesAt, string? AssignedTo, string? Outcome, string? Place, IReadOnlyList<string> Persons,
    int EvidenceCount, IReadOnlyList<CaseId> Cases, Marking Marking, long Version)
{
    /// <summary>For the access log; readers get codes.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonRef> PersonRefs { get; init; } = [];
}

/// <summary>A number or code that a rule found, as people read it.</summary>
public sealed record AlertFact(Wording Name, Wording Value);

/// <param name="EvidenceEvents">What it rests on and this reader may know of, in the order of the log.</param>
/// <param name="Recipients">Who was told when it was raised, as far as this reader belongs to them.</param>
public sealed record AlertDetail(
    AlertListItem Item, IReadOnlyList<AlertEvidence> EvidenceEvents, IReadOnlyList<AlertStep> History, IReadOnlyList<string> Recipients)
{
    /// <summary>Ids of <see cref="EvidenceEvents"/>, as a back-test gives them.</summary>
    public IReadOnlyList<Guid> Evidence => [.. EvidenceEvents.Select(one => one.EventId)];

    public string Rule => Item.Rule;

    public int RuleVersion => Item.RuleVersion;

    /// <summary>What the rule found, beside its sentence.</summary>
    public IReadOnlyList<AlertFact> Facts { get; init; } = [];
}

/// <summary>An alert as it stands after its latest change.</summary>
/// <param name="Position">Place in the log of that change: the resume point.</param>
public sealed record AlertChange(long Position, AlertListItem Alert);

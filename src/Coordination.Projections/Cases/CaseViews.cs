using Coordination.Domain.Kernel;
using Coordination.Projections.Handoffs;

namespace Coordination.Projections.Cases;

/// <summary>One case in a list. Activity and counts are those of lines that the viewer may read.</summary>
/// <param name="Phase">beforeDeparture, abroad, afterReturn, domestic.</param>
/// <param name="Closed">finalJudgment, investigationEnded, notTrafficking, handedOn, duplicate; null while it is open.</param>
public sealed record CaseListItem(
    CaseId Id, string Number, string Title, Marking Marking, string Agency, string Phase, bool PrimaFacie, IReadOnlyList<string> Members,
    int Subjects, DateTimeOffset OpenedAt, DateTimeOffset LastActivityAt, int OpenHandoffs, int OpenAlerts,
    string? Closed = null);

/// <param name="Role">suspectedVictim, victim, suspect, witness, reporter, familyMember, other.</param>
/// <param name="Status">notAssessed, notVictim, suspected, presumed, confirmed, dual.</param>
public sealed record SubjectLine(PersonRef Person, string Code, string Role, string Status, DateTimeOffset AddedAt);

/// <summary>A stream that the case was opened from or linked to.</summary>
public sealed record SourceLine(Guid StreamId, string Kind, DateTimeOffset LinkedAt);

/// <summary>The three elements of trafficking as last assessed (UU 21/2007 Ps 1 and 2; a child needs no means).</summary>
public sealed record IndicatorLine(
    IReadOnlyList<string> Acts, IReadOnlyList<string> Means, IReadOnlyList<string> Purposes, bool IsChild, bool PrimaFacie,
    DateTimeOffset AssessedAt);

/// <summary>Who must do what next, and by when: the earliest running clock of the case's handoffs.</summary>
public sealed record NextStep(string Agency, string? Unit, string Step, HandoffId Handoff, DateTimeOffset DueAt);

/// <param name="Version">Version of the case stream: the ETag.</param>
/// <param name="Place">Where it was opened.</param>
/// <param name="Closed">finalJudgment, investigationEnded, notTrafficking, handedOn, duplicate; null while it is open.</param>
public sealed record CaseDetail(
    CaseId Id, string Number, string Title, string Summary, Marking Marking, string Agency, string Unit, string Phase, string? Place,
    long Version,
    IReadOnlyList<string> Members, IReadOnlyList<SubjectLine> Subjects, IndicatorLine? Indicators, IReadOnlyList<SourceLine> Sources,
    DateTimeOffset OpenedAt, DateTimeOffset LastActivityAt, NextStep? NextStep, IReadOnlyList<HandoffListItem> Handoffs, int OpenAlerts,
    string? Closed = null, int OpenHandoffs = 0);

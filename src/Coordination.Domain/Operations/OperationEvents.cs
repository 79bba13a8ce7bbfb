using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>Stream <c>joint_operation</c>: one operation of several agencies, from proposal to final report. Stored forever: add a V2, never edit.</summary>
public abstract record OperationEvent;

/// <param name="Agencies">Codes of the agencies that take part; the proposer's own among them.</param>
/// <param name="Lead">Unit that leads; the proposer's own where nothing is said.</param>
/// <param name="Urgent">It cannot wait for every order: those follow within a day of the start.</param>
/// <param name="TeamDecree">Number of the decree that the team rests on (SK Tim Pora).</param>
/// <param name="CostRupiah">Planned cost.</param>
/// <param name="Sources">Streams that it grew out of: intelligence reports, meetings, encounters.</param>
[EventName("joint_operation_proposed")]
public sealed record JointOperationProposed(
    [Narrative] string Title,
    [Narrative] string Purpose,
    OperationTarget Target,
    IReadOnlyList<string> Agencies,
    [Narrative] string Method,
    UnitAddress? Lead = null,
    bool Urgent = false,
    [Narrative] string? Background = null,
    string? TeamDecree = null,
    long? CostRupiah = null,
    IReadOnlyList<Guid>? Sources = null,
    CaseId? Case = null) : OperationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Target.Persons));
}

/// <param name="Target">What was approved, as proposed; filled in with the decision, so that it can be compared with other targets.</param>
/// <param name="Lead">Unit that leads, as proposed.</param>
[EventName("joint_operation_approved")]
public sealed record JointOperationApproved(
    [Narrative] string? Note = null,
    string? DecisionNumber = null,
    OperationTarget? Target = null,
    UnitAddress? Lead = null) : OperationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Target?.Persons));
}

[EventName("joint_operation_rejected")]
public sealed record JointOperationRejected([Narrative] string Reason) : OperationEvent;

/// <summary>Surat perintah of one agency for its own people.</summary>
/// <param name="OrderedOn">Date of the order: in an urgent case at most one day after the start (Permenimipas 2/2025 Ps 30).</param>
[EventName("assignment_order_issued")]
public sealed record AssignmentOrderIssued(string OrderNumber, DateOnly OrderedOn, IReadOnlyList<TeamMember> Team) : OperationEvent;

/// <param name="VictimFirst">The protocol that victims come first was part of it: without it nobody goes out.</param>
/// <param name="Tasks">Who does what (pembagian tugas).</param>
/// <param name="MinutesNumber">Number of the minutes of the briefing.</param>
[EventName("operation_briefed")]
public sealed record OperationBriefed(
    bool VictimFirst, [Narrative] string Tasks, [Narrative] string? Communications = null, string? MinutesNumber = null) : OperationEvent;

[EventName("operation_started")]
public sealed record OperationStarted([Narrative] string? Note = null) : OperationEvent;

/// <param name="People">Everybody who was met: the conclusion leaves nobody out.</param>
[EventName("operation_concluded")]
public sealed record OperationConcluded(IReadOnlyList<PersonRef> People, [Narrative] string Summary) : OperationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(People));
}

/// <param name="Receiver">Unit that takes the person or the matter over; none for a release.</param>
[EventName("operation_outcome_assigned")]
public sealed record OperationOutcomeAssigned(
    PersonRef Person, OperationOutcome Outcome, [Narrative] string Reason, UnitAddress? Receiver = null) : OperationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <summary>Written by the product when some agency suspects the person to be a victim; whoever leads finds another outcome (UU 6/2011 Ps 86).</summary>
[EventName("punitive_outcome_withdrawn")]
public sealed record PunitiveOutcomeWithdrawn(PersonRef Person) : OperationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <param name="Draft">Number of the draft, from 1: what agencies answer is this very text.</param>
/// <param name="Modus">Method and network (IV.A).</param>
/// <param name="Violations">Citations such as <c>UU-6-2011:122</c> (IV.B).</param>
/// <param name="Vulnerability">Where and why it can happen again (IV.C).</param>
[EventName("joint_operation_report_drafted")]
public sealed record JointOperationReportDrafted(
    int Draft,
    string ReportNumber,
    [Narrative] string Modus,
    [Narrative] string Obstacles,
    [Narrative] string Conclusion,
    IReadOnlyList<ActionItem> FollowUp,
    IReadOnlyList<string>? Violations = null,
    [Narrative] string? Vulnerability = null) : OperationEvent;

/// <summary>Something that the report says is to be done was done (VII). It may be said until and after the report is final.</summary>
/// <param name="Number">Number of the item in the follow-up of the draft that stands.</param>
[EventName("operation_follow_up_completed")]
public sealed record OperationFollowUpCompleted(int Number, [Narrative] string Result) : OperationEvent;

[EventName("agency_concurred")]
public sealed record AgencyConcurred(int Draft, [Narrative] string? Note = null) : OperationEvent;

/// <summary>A dissent is printed beside the report, never left out of it.</summary>
[EventName("agency_dissented")]
public sealed record AgencyDissented(int Draft, [Narrative] string Reason) : OperationEvent;

[EventName("joint_operation_report_finalised")]
public sealed record JointOperationReportFinalised(int Draft, [Narrative] string? Note = null) : OperationEvent;

/// <param name="Target">What is free again; filled in with the decision.</param>
[EventName("operation_cancelled")]
public sealed record OperationCancelled([Narrative] string Reason, OperationTarget? Target = null) : OperationEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Target?.Persons));
}

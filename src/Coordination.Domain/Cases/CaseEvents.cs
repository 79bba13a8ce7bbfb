using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

/// <summary>Stream <c>case</c>: a joint case of several agencies. Stored forever: add a V2, never edit.</summary>
public abstract record CaseEvent;

/// <param name="Members">Agency codes; the opener and the task force (<c>SATGAS</c>) are members in any event.</param>
/// <param name="Number">Such as <c>2026-0001</c>. Given by the product when a sender leaves it out; always filled in the log.</param>
[EventName("case_opened")]
public sealed record CaseOpened(
    [Narrative] string Title,
    MigrationPhase Phase,
    [Narrative] string Summary,
    IReadOnlyList<CaseSource> Sources,
    IReadOnlyList<CaseSubject> Subjects,
    IReadOnlyList<string> Members,
    string Number = "") : CaseEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Subjects.Select(subject => subject.Person);
}

[EventName("case_source_linked")]
public sealed record CaseSourceLinked(CaseSource Source, [Narrative] string? Reason = null) : CaseEvent;

[EventName("case_subject_added")]
public sealed record CaseSubjectAdded(CaseSubject Subject, [Narrative] string? Reason = null) : CaseEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Subject.Person];
}

/// <summary>The elements of trafficking (UU 21/2007 Ps 1 and 2; for a child no means is needed: Palermo Protocol Art 3(c)).</summary>
[EventName("case_indicators_assessed")]
public sealed record CaseIndicatorsAssessed(
    IReadOnlyList<TraffickingAct> Acts,
    IReadOnlyList<TraffickingMeans> Means,
    IReadOnlyList<TraffickingPurpose> Purposes,
    bool IsChild,
    [Narrative] string? Note = null) : CaseEvent, IConcernsChildren
{
    /// <summary>True when every element that the law asks for is indicated. Consent never matters.</summary>
    [JsonIgnore]
    public bool IsPrimaFacie => Acts.Count > 0 && Purposes.Count > 0 && (IsChild || Means.Count > 0);

    public bool ConcernsChild() => IsChild;
}

/// <param name="Agency">Agency code.</param>
[EventName("case_member_added")]
public sealed record CaseMemberAdded(string Agency, [Narrative] string Reason) : CaseEvent;

/// <summary>The agency no longer reads and writes the case as a member; what it read stays read.</summary>
/// <param name="Agency">Agency code.</param>
[EventName("case_member_removed")]
public sealed record CaseMemberRemoved(string Agency, [Narrative] string Reason) : CaseEvent;

/// <summary>The joint work ends. From this day the time counts for which the identities of its persons are kept.</summary>
/// <param name="Note">What came of it.</param>
[EventName("case_closed")]
public sealed record CaseClosed(CaseClosingGround Ground, [Narrative] string Note) : CaseEvent;

/// <summary>Something new came up: the case is worked on again, and its persons are kept as if it had never been closed.</summary>
[EventName("case_reopened")]
public sealed record CaseReopened([Narrative] string Reason) : CaseEvent;

/// <param name="Stream">Id of the linked stream.</param>
/// <param name="Kind">Its stream type, such as <c>departure_screening</c>.</param>
public sealed record CaseSource(Guid Stream, string Kind);

public sealed record CaseSubject(PersonRef Person, CaseRole Role, VictimStatus Status = VictimStatus.NotAssessed);

public enum CaseRole
{
    SuspectedVictim,
    Victim,
    Suspect,
    Witness,
    Reporter,
    FamilyMember,
    Other,
}

/// <summary>Why the joint work on a case ends.</summary>
public enum CaseClosingGround
{
    /// <summary>Putusan berkekuatan hukum tetap.</summary>
    FinalJudgment,

    /// <summary>Penyidikan dihentikan.</summary>
    InvestigationEnded,

    /// <summary>What came out is no trafficking.</summary>
    NotTrafficking,

    /// <summary>Others go on with it outside the joint work.</summary>
    HandedOn,

    /// <summary>The same matter has another case.</summary>
    Duplicate,
}

/// <summary>The three phases of a worker's migration (sebelum, selama, setelah bekerja; UU 18/2017).</summary>
public enum MigrationPhase
{
    BeforeDeparture,
    Abroad,
    AfterReturn,
    Domestic,
}

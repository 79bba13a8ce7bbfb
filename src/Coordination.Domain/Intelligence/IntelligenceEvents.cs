using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

/// <summary>Stream <c>intelligence_report</c>. Stored forever: add a V2, never edit.</summary>
public abstract record IntelligenceEvent;

/// <param name="SourceGrade">A completely reliable … E unreliable, F cannot be judged.</param>
/// <param name="InformationGrade">1 confirmed … 5 improbable, 6 cannot be judged.</param>
/// <param name="Modus">Code of the method, such as <c>M08</c>.</param>
/// <param name="Area">Kemendagri code of the area that it is about.</param>
/// <param name="OfficialNamed">R40: the source named an official as facilitator (oknum). The internal-affairs desk alone is told.</param>
[EventName("intelligence_report_filed")]
public sealed record IntelligenceReportFiled(
    [Narrative] string Title,
    [Narrative] string Summary,
    SourceGrade SourceGrade,
    int InformationGrade,
    IReadOnlyList<PersonRef>? Subjects = null,
    IReadOnlyList<ContactRef>? Contacts = null,
    string? Modus = null,
    string? Area = null,
    DateTimeOffset? CollectedAt = null,
    CaseId? Case = null,
    bool? OfficialNamed = null) : IntelligenceEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Persona.Optional(Subjects));
}

[EventName("intelligence_graded")]
public sealed record IntelligenceGraded(SourceGrade SourceGrade, int InformationGrade, [Narrative] string Reason) : IntelligenceEvent;

/// <summary>Widens who may read the report, and asks for an acknowledgement.</summary>
/// <param name="Caveats">Handling codes added on top of those of the report: <c>H1</c>, <c>H2</c>, <c>ORCON</c>.</param>
[EventName("intelligence_shared")]
public sealed record IntelligenceShared(
    IReadOnlyList<Recipient> Recipients,
    [Narrative] string Reason,
    IReadOnlyList<string>? Caveats = null) : IntelligenceEvent;

/// <summary>For the recipients that the officer belongs to, its unit and its agency: reading is not acknowledging.</summary>
[EventName("intelligence_acknowledged")]
public sealed record IntelligenceAcknowledged([Narrative] string? Note = null, [Narrative] string? IntendedAction = null) : IntelligenceEvent;

/// <summary>Reliability of the source, the first half of the admiralty code.</summary>
public enum SourceGrade
{
    A,
    B,
    C,
    D,
    E,
    F,
}

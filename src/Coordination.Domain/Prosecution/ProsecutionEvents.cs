using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>
/// Stream <c>prosecution</c>: one matter, from report or investigation order to the verdict and what the victims get. Stored forever: add a V2,
/// never edit.
/// </summary>
public abstract record ProsecutionEvent;

/// <param name="ReportNumber">Number of the police report (LP).</param>
/// <param name="Articles">Charges, such as <c>UU-21-2007:4</c>.</param>
/// <param name="Handoff">The handoff it answers, if there was one.</param>
[EventName("police_report_registered")]
public sealed record PoliceReportRegistered(
    string ReportNumber,
    IReadOnlyList<string> Articles,
    IReadOnlyList<PersonRef> Suspects,
    IReadOnlyList<PersonRef>? Victims = null,
    HandoffId? Handoff = null,
    CaseId? Case = null,
    [Narrative] string? Summary = null) : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([.. Persona.Optional(Suspects), .. Persona.Optional(Victims)]);
}

/// <param name="OrderNumber">Number of the order of investigation (sprindik).</param>
/// <param name="Articles">Charges; they decide who may investigate.</param>
/// <param name="Evidence">Streams of the items of evidence; a matter only ever gains some.</param>
[EventName("investigation_started")]
public sealed record InvestigationStarted(
    string OrderNumber,
    IReadOnlyList<string> Articles,
    IReadOnlyList<PersonRef>? Suspects = null,
    IReadOnlyList<PersonRef>? Victims = null,
    IReadOnlyList<Guid>? Evidence = null,
    HandoffId? Handoff = null,
    CaseId? Case = null) : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([.. Persona.Optional(Suspects), .. Persona.Optional(Victims)]);
}

/// <param name="NoticeNumber">Number of the notice of the start of investigation (SPDP).</param>
/// <param name="Recipients">The prosecutor always; reporter or victim and suspect as the law asks (MK 130/PUU-XIII/2015).</param>
[EventName("prosecutor_notified")]
public sealed record ProsecutorNotified(
    string NoticeNumber,
    string ProsecutorOffice,
    IReadOnlyList<NoticeRecipient> Recipients,
    DateOnly InvestigationStartedOn) : ProsecutionEvent;

/// <summary>
/// An investigator of immigration finds signs of exploitation: from here on the matter is the police's (UU 21/2007 Ps 1 and 2; for a child no means
/// is needed: Palermo Protocol Art 3(c)).
/// </summary>
[EventName("exploitation_indicated")]
public sealed record ExploitationIndicated(
    IReadOnlyList<TraffickingAct> Acts,
    IReadOnlyList<TraffickingMeans> Means,
    IReadOnlyList<TraffickingPurpose> Purposes,
    bool IsChild = false,
    [Narrative] string? Note = null,
    IReadOnlyList<Guid>? Evidence = null,
    HandoffId? Handoff = null,
    CaseId? Case = null) : ProsecutionEvent, IConcernsChildren
{
    public bool ConcernsChild() => IsChild;
}

/// <summary>Immigration and police sat together over the matter (gelar perkara bersama).</summary>
/// <param name="MinutesNumber">Number of the minutes (berita acara gelar).</param>
/// <param name="Agencies">Codes of the agencies that sat.</param>
[EventName("coordination_held")]
public sealed record CoordinationHeld(
    string MinutesNumber, IReadOnlyList<string> Agencies, [Narrative] string Opinion, MatterRoute Route) : ProsecutionEvent;

/// <summary>The same deed is another offence: the competent agency changes, what was gathered stays.</summary>
/// <param name="CompetentAgency">Code of the agency that goes on.</param>
/// <param name="Articles">Charges from now on; those of before where it is left out.</param>
[EventName("offence_reclassified")]
public sealed record OffenceReclassified(
    Offence From,
    Offence To,
    string CompetentAgency,
    [Narrative] string Reason,
    string? CompetentUnit = null,
    IReadOnlyList<string>? Articles = null) : ProsecutionEvent;

/// <summary>Tahap I.</summary>
/// <param name="Version">1 for the first; given by the product.</param>
/// <param name="Evidence">Streams of items of evidence that the file brings in.</param>
[EventName("case_file_submitted")]
public sealed record CaseFileSubmitted(string LetterNumber, int Version = 0, IReadOnlyList<Guid>? Evidence = null) : ProsecutionEvent;

/// <param name="Kind">P-18 says that the file is not complete, P-19 gives it back with instructions.</param>
/// <param name="Version">The version of the file that comes back; given by the product.</param>
[EventName("case_file_returned")]
public sealed record CaseFileReturned(
    FileReturn Kind, string LetterNumber, [Narrative] IReadOnlyList<string> Instructions, int Version = 0) : ProsecutionEvent;

/// <param name="Version">Given by the product.</param>
[EventName("case_file_resubmitted")]
public sealed record CaseFileResubmitted(
    string LetterNumber, int Version = 0, [Narrative] string? Note = null, IReadOnlyList<Guid>? Evidence = null) : ProsecutionEvent;

/// <summary>P-21.</summary>
[EventName("case_file_declared_complete")]
public sealed record CaseFileDeclaredComplete(string LetterNumber, int Version = 0) : ProsecutionEvent;

/// <summary>Tahap II.</summary>
/// <param name="RecordNumber">Number of the handover record (BAST).</param>
/// <param name="Evidence">Streams of the items handed over: none of the matter's may be missing.</param>
[EventName("suspect_and_evidence_transferred")]
public sealed record SuspectAndEvidenceTransferred(
    string RecordNumber, IReadOnlyList<PersonRef> Suspects, IReadOnlyList<Guid> Evidence) : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([.. Persona.Optional(Suspects)]);
}

/// <param name="Court">Unit code of the court, such as <c>PN-BATAM</c>.</param>
/// <param name="DemandOn">Day on which the demand (tuntutan) is planned: claims for restitution go with it.</param>
[EventName("indictment_filed")]
public sealed record IndictmentFiled(
    string IndictmentNumber, string Court, IReadOnlyList<string> Articles, DateOnly? DemandOn = null) : ProsecutionEvent;

/// <param name="TermMonths">Imprisonment; 0 for none.</param>
/// <param name="FineRupiah">In whole rupiah.</param>
/// <param name="Accused">Whom it is about, where several are tried apart.</param>
[EventName("verdict_rendered")]
public sealed record VerdictRendered(
    string VerdictNumber,
    VerdictOutcome Outcome,
    IReadOnlyList<string> Articles,
    int TermMonths = 0,
    long FineRupiah = 0,
    IReadOnlyList<PersonRef>? Accused = null) : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([.. Persona.Optional(Accused)]);
}

/// <param name="OrderNumber">Number of the order (SP3).</param>
/// <param name="PoliceCoordination">Number of the letter by which the police were involved; an investigator of immigration needs one (UU 20/2025 Ps 24).</param>
[EventName("investigation_terminated")]
public sealed record InvestigationTerminated(
    string OrderNumber, TerminationGround Ground, [Narrative] string Reason, string? PoliceCoordination = null) : ProsecutionEvent;

[EventName("termination_notified")]
public sealed record TerminationNotified(string NoticeNumber, IReadOnlyList<NoticeRecipient> Recipients) : ProsecutionEvent;

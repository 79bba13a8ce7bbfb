using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>Stream <c>competence_conflict</c>: two agencies hold different offences, or hold themselves not competent. Stored forever: add a V2, never
/// edit.</summary>
public abstract record CompetenceConflictEvent;

/// <param name="FromOffence">What it was taken for so far.</param>
/// <param name="ToOffence">What it is held to be now; the same where only the competence is in question.</param>
/// <param name="Agencies">Codes of the agencies that differ.</param>
/// <param name="Handoff">The handoff that was declined.</param>
/// <param name="Matter">The matter that it is about (stream <c>prosecution</c>).</param>
[EventName("competence_conflict_raised")]
public sealed record CompetenceConflictRaised(
    Offence FromOffence,
    Offence ToOffence,
    IReadOnlyList<string> Agencies,
    [Narrative] string Reason,
    HandoffId? Handoff = null,
    Guid? Matter = null,
    CaseId? Case = null) : CompetenceConflictEvent;

/// <param name="CompetentAgency">Code of the agency that goes on.</param>
/// <param name="ChairedBy">Office of the chair of the coordination meeting, such as <c>KETUA-HARIAN</c>; never a name.</param>
[EventName("competence_conflict_decided")]
public sealed record CompetenceConflictDecided(
    string CompetentAgency,
    Offence Offence,
    string ChairedBy,
    [Narrative] string Reason,
    string? CompetentUnit = null,
    string? MinutesNumber = null) : CompetenceConflictEvent;

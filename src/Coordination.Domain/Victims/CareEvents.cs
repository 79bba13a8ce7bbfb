using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <param name="Facility">Hospital or health centre.</param>
/// <param name="Emergency">First aid (UU 21/2007 Ps 53).</param>
[EventName("health_assessed")]
public sealed record HealthAssessed([Narrative] string Facility, bool Emergency = false, [Narrative] string? Findings = null) : ProtectionEvent;

/// <summary>Visum et repertum.</summary>
[EventName("medico_legal_examined")]
public sealed record MedicoLegalExamined(string ReportNumber, [Narrative] string Facility) : ProtectionEvent;

[EventName("treatment_completed")]
public sealed record TreatmentCompleted([Narrative] string Facility, [Narrative] string? Note = null) : ProtectionEvent;

/// <param name="Guideline">Code of the guideline that was followed; the one for men is its own.</param>
[EventName("psychosocial_assessed")]
public sealed record PsychosocialAssessed(string Guideline, [Narrative] IReadOnlyList<string> Needs, bool AtRisk = false) : ProtectionEvent;

/// <summary>What is to be done, agreed with the person: within seven days of the assessment (UU 21/2007 Ps 52).</summary>
[EventName("service_plan_agreed")]
public sealed record ServicePlanAgreed(
    IReadOnlyList<ServiceKind> Services, [Narrative] string Goals, DateOnly? ReviewOn = null) : ProtectionEvent;

/// <param name="Session">Number of the session, from 1.</param>
/// <param name="Attended">False when the person did not come.</param>
[EventName("counselling_session_held")]
public sealed record CounsellingSessionHeld(
    int Session, bool Attended, string? Guideline = null, [Narrative] string? Note = null) : ProtectionEvent;

/// <param name="Member">A member of the family, where one is helped by name.</param>
[EventName("family_supported")]
public sealed record FamilySupported(FamilySupport Support, PersonRef? Member = null, [Narrative] string? Note = null) : ProtectionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Member);
}

/// <param name="Organisation">Legal aid organisation (LBH) or office.</param>
[EventName("legal_aid_assigned")]
public sealed record LegalAidAssigned([Narrative] string Organisation, string? AssignmentNumber = null) : ProtectionEvent;

[EventName("witness_protection_requested")]
public sealed record WitnessProtectionRequested(string RequestNumber, [Narrative] string? Note = null) : ProtectionEvent;

/// <summary>By LPSK (UU 31/2014).</summary>
[EventName("witness_protection_granted")]
public sealed record WitnessProtectionGranted(
    string DecisionNumber, IReadOnlyList<WitnessMeasure> Measures, DateOnly? Until = null) : ProtectionEvent;

/// <summary>Services start before there is a police report; the matter is named when there is one (UU 21/2007 Ps 51).</summary>
/// <param name="Matter">Stream of the matter.</param>
[EventName("service_linked_to_matter")]
public sealed record ServiceLinkedToMatter(MatterKind Kind, Guid Matter, CaseId? Case = null) : ProtectionEvent;

public enum FamilySupport
{
    Counselling,
    Tracing,
    Economic,
    Protection,
}

public enum WitnessMeasure
{
    PhysicalProtection,
    HiddenIdentity,
    SafeHouse,
    Accompaniment,
    MedicalHelp,
    PsychologicalHelp,
}

public enum MatterKind
{
    PoliceReport,
    Case,
    Handoff,
    Complaint,
    Other,
}

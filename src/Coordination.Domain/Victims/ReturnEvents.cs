using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>For whoever goes home, Indonesian or not: back into Indonesia, within it, or to another country.</summary>
/// <param name="Destination">Kemendagri code within Indonesia, else the ISO 3166 code of the country.</param>
/// <param name="Checked">What of the checklist of a safe return is done.</param>
[EventName("repatriation_planned")]
public sealed record RepatriationPlanned(
    ReturnRoute Route, string Destination, DateOnly On, IReadOnlyList<ReturnCheck> Checked) : ProtectionEvent;

/// <param name="Agency">Code of the agency that escorts.</param>
[EventName("escort_assigned")]
public sealed record EscortAssigned(string Agency, string? Unit = null, [Narrative] string? Note = null) : ProtectionEvent;

[EventName("arrived_at_origin")]
public sealed record ArrivedAtOrigin([Narrative] string? Condition = null) : ProtectionEvent;

/// <summary>Serah terima to the regional government, which says within a day that it has taken over.</summary>
/// <param name="RecordNumber">Number of the handover record (BAST).</param>
[EventName("handed_to_local_government")]
public sealed record HandedToLocalGovernment(string Agency, string Unit, string RecordNumber, [Narrative] string? Note = null) : ProtectionEvent;

[EventName("local_government_acknowledged")]
public sealed record LocalGovernmentAcknowledged([Narrative] string? Note = null) : ProtectionEvent;

[EventName("reintegration_plan_agreed")]
public sealed record ReintegrationPlanAgreed(IReadOnlyList<ReintegrationPart> Parts, [Narrative] string Goals) : ProtectionEvent;

/// <param name="Rupiah">Value of what was given.</param>
[EventName("livelihood_grant_given")]
public sealed record LivelihoodGrantGiven(long Rupiah, string ReceiptNumber, [Narrative] string Purpose) : ProtectionEvent;

/// <param name="Certificate">Its number, if there is one.</param>
[EventName("training_completed")]
public sealed record TrainingCompleted([Narrative] string Programme, string? Certificate = null) : ProtectionEvent;

/// <param name="Met">False when the person was not found: nobody has been followed up.</param>
[EventName("follow_up_visited")]
public sealed record FollowUpVisited(FollowUp Milestone, bool Met = true, [Narrative] string? Situation = null) : ProtectionEvent;

[EventName("reintegration_closed")]
public sealed record ReintegrationClosed(ReintegrationEnd Reason, [Narrative] string? Note = null) : ProtectionEvent;

/// <summary>The person is at risk again: to protect, never to punish; what to do stays the person's own decision.</summary>
/// <param name="BasedOn">Stream in which it showed: an encounter at a checkpoint, an application.</param>
[EventName("re_victimisation_detected")]
public sealed record ReVictimisationDetected([Narrative] string Circumstances, Guid? BasedOn = null) : ProtectionEvent;

public enum ReturnRoute
{
    /// <summary>An Indonesian from abroad.</summary>
    IntoIndonesia,

    /// <summary>Within Indonesia, to the region of origin.</summary>
    WithinIndonesia,

    /// <summary>A foreigner to the country of origin or another one.</summary>
    OutOfIndonesia,
}

/// <summary>The checklist of a safe return.</summary>
public enum ReturnCheck
{
    RiskAssessed,
    DocumentsReady,
    FitToTravel,
    FamilyInformed,
    ReceiverConfirmed,
    EscortDecided,
}

public enum ReintegrationPart
{
    Livelihood,
    Training,
    Education,
    Health,
    Counselling,
    Housing,
    Documents,
    LegalHelp,
}

/// <summary>Visits after the plan was agreed.</summary>
public enum FollowUp
{
    Day30,
    Day90,
    Day180,
    Day365,
}

public enum ReintegrationEnd
{
    Completed,
    OwnWish,
    HandedOver,
    Unreachable,
    Deceased,
}

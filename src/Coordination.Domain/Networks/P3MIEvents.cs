using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>
/// Stream <c>p3mi</c>: one placement company (P3MI) with its licence (SIP3MI), inspections, findings and sanctions (UU 18/2017). Stored forever: add a
/// V2, never edit.
/// </summary>
public abstract record P3MIEvent;

/// <param name="LicenceNumber">Number of the SIP3MI.</param>
/// <param name="CapitalRupiah">Paid-up capital.</param>
/// <param name="DepositRupiah">Deposit that claims of workers are paid from.</param>
/// <param name="Branches">Kemendagri codes of the places where it has a branch.</param>
[EventName("p3mi_registered")]
public sealed record P3MIRegistered(
    string LicenceNumber,
    string CompanyName,
    LicenceStatus Status,
    DateOnly? LicenceUntil = null,
    long? CapitalRupiah = null,
    long? DepositRupiah = null,
    IReadOnlyList<string>? Branches = null) : P3MIEvent;

/// <summary>As the licence register (SIP3MI) says from a day on.</summary>
[EventName("licence_status_changed")]
public sealed record LicenceStatusChanged(
    LicenceStatus Status, DateOnly Since, string? DecreeNumber = null, DateOnly? LicenceUntil = null, [Narrative] string? Reason = null) : P3MIEvent;

/// <param name="InspectionNumber">Number of the inspection record; findings name it.</param>
[EventName("p3mi_inspected")]
public sealed record P3MIInspected(string InspectionNumber, [Narrative] string Summary, CaseId? Case = null, IReadOnlyList<Guid>? Sources = null) : P3MIEvent;

/// <param name="FindingNumber">Number of the finding, unique for the company.</param>
/// <param name="FindingCode">Kind of the violation in the inspectors' list, such as <c>BIAYA-BERLEBIH</c>.</param>
[EventName("finding_raised")]
public sealed record FindingRaised(string FindingNumber, string InspectionNumber, string FindingCode, [Narrative] string Description) : P3MIEvent;

/// <param name="DueOn">Last day for it; two weeks where nothing else is said.</param>
[EventName("corrective_action_due")]
public sealed record CorrectiveActionDue(string FindingNumber, [Narrative] string Action, DateOnly DueOn) : P3MIEvent;

[EventName("corrective_action_completed")]
public sealed record CorrectiveActionCompleted(string FindingNumber, [Narrative] string Explanation, string? EvidenceSha256 = null) : P3MIEvent;

/// <param name="DecreeNumber">Number of the decree; what follows names it.</param>
/// <param name="Until">Last day of a suspension; null for what has none.</param>
/// <param name="DepositDrawnRupiah">Taken from the deposit for the workers.</param>
[EventName("p3mi_sanctioned")]
public sealed record P3MISanctioned(
    string DecreeNumber,
    SanctionKind Kind,
    DateOnly From,
    [Narrative] string Reason,
    DateOnly? Until = null,
    long? DepositDrawnRupiah = null,
    IReadOnlyList<string>? FindingNumbers = null) : P3MIEvent;

[EventName("sanction_lifted")]
public sealed record SanctionLifted(string DecreeNumber, [Narrative] string Reason) : P3MIEvent;

[EventName("sanction_extended")]
public sealed record SanctionExtended(string DecreeNumber, DateOnly Until, [Narrative] string Reason) : P3MIEvent;

public enum LicenceStatus
{
    Active,
    Suspended,
    Revoked,
    Expired,
}

/// <summary>In the order of the law: warning, suspension (penghentian sementara), revocation (pencabutan).</summary>
public enum SanctionKind
{
    Warning,
    Suspension,
    Revocation,
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>
/// Stream <c>evidence</c>: one item and every hand that it went through. Seal and hash are compared at each step with what was recorded before;
/// what differs stands in the event, since it is a fact that a court will ask for. Stored forever: add a V2, never edit.
/// </summary>
public abstract record EvidenceEvent;

/// <summary>The chain begins: with what the manifest of a handoff says of the item, or with what was found.</summary>
/// <param name="Item">Number of the item, such as <c>B-03</c>.</param>
/// <param name="Custodian">The unit that keeps it, never a person.</param>
/// <param name="Mismatch">Where what is registered differs from the manifest; said by the product.</param>
[EventName("evidence_registered")]
public sealed record EvidenceRegistered(
    string Item,
    [Narrative] string Description,
    EvidenceKind Kind,
    Custodian Custodian,
    string? SealNumber = null,
    string? Sha256 = null,
    HandoffId? Handoff = null,
    Guid? Matter = null,
    CaseId? Case = null,
    IReadOnlyList<EvidenceMismatch>? Mismatch = null) : EvidenceEvent;

/// <param name="SealNumber">The seal as it was found at this step; null where there was none.</param>
/// <param name="Sha256">The hash as it was computed at this step; null where it was not.</param>
/// <param name="NewSealNumber">The seal that was put on afterwards, where the item was opened by right.</param>
/// <param name="Handoff">With <paramref name="Item"/>: the line of a manifest that it is, which names an item that has no chain yet.</param>
/// <param name="Mismatch">Where it differs from what was recorded before; said by the product.</param>
[EventName("evidence_custody_changed")]
public sealed record EvidenceCustodyChanged(
    Custodian From,
    Custodian To,
    string? SealNumber = null,
    string? Sha256 = null,
    string? NewSealNumber = null,
    [Narrative] string? Note = null,
    HandoffId? Handoff = null,
    string? Item = null,
    IReadOnlyList<EvidenceMismatch>? Mismatch = null) : EvidenceEvent;

/// <summary>A seal was opened, or found open.</summary>
/// <param name="OrderNumber">The order by which it was opened; without one it was broken.</param>
/// <param name="Mismatch">Said by the product: broken without an order.</param>
[EventName("evidence_seal_broken")]
public sealed record EvidenceSealBroken(
    [Narrative] string Reason,
    string? SealNumber = null,
    string? OrderNumber = null,
    string? NewSealNumber = null,
    IReadOnlyList<EvidenceMismatch>? Mismatch = null) : EvidenceEvent;

/// <summary>A unit that keeps an item.</summary>
/// <param name="Store">Room or locker, as the unit calls it.</param>
public sealed record Custodian(string Agency, string Unit, string? Store = null);

/// <summary>What does not agree with what was recorded before.</summary>
public enum EvidenceMismatch
{
    SealDiffers,

    /// <summary>There was a seal, and now there is none.</summary>
    SealMissing,

    SealBroken,
    HashDiffers,

    /// <summary>Whoever gave it was not the one who had it.</summary>
    CustodianDiffers,
}

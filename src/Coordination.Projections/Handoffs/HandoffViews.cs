using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Handoffs;

/// <summary>The end of a handoff: an agency, one of its units and a desk in it; never a person.</summary>
public sealed record HandoffEnd(string Agency, string Unit, string? Desk);

/// <summary>The running clock: whose it is, since when, until when. Amber from 75 % of the way.</summary>
/// <param name="Step">dispatch, receipt, decision, supplement.</param>
/// <param name="Agency">Whose turn it is.</param>
public sealed record RunningClock(string Step, string Agency, string? Unit, DateTimeOffset Since, DateTimeOffset DueAt);

/// <param name="Kind">Kind of handoff as stored, such as <c>protection</c>.</param>
/// <param name="Status">proposed, dispatched, received, returned, accepted, declined, withdrawn.</param>
/// <param name="CaseNumber">Null also when the viewer may not open the case.</param>
/// <param name="Persons">Codes such as <c>P-3F2A</c>; a handoff has one subject.</param>
/// <param name="Clock">Null when nothing is waited for.</param>
public sealed record HandoffListItem(
    HandoffId Id, CaseId? Case, string? CaseNumber, string Kind, HandoffEnd From, HandoffEnd To, IReadOnlyList<string> Persons,
    Marking Marking,
    string Status, long Version, DateTimeOffset ProposedAt, DateTimeOffset ChangedAt, RunningClock? Clock, int Items, int ItemsMissing)
{
    /// <summary>For the access log; readers of a list get codes.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonRef> PersonRefs { get; init; } = [];
}

/// <summary>One thing handed over.</summary>
/// <param name="Pending">Named in the manifest but not delivered yet (or without its hash).</param>
/// <param name="Missing">Named as missing in the last return, and not supplemented since.</param>
/// <param name="Quantity">As counted when it was packed; null where nobody counted.</param>
public sealed record ItemLine(
    string Id, string Description, string Kind, string? SealNumber, string? Sha256, string? Custodian, bool Pending, bool Missing,
    long? Quantity = null, string? Measure = null, string? DocumentNumber = null, PersonRef? Owner = null, bool? Original = null);

/// <summary>One stage: what, when, by which desk, and how long the stage before it took.</summary>
/// <param name="Note">Reason of a return or refusal, reference of an acceptance.</param>
/// <param name="Items">Ids of items named by a return or a supplement.</param>
public sealed record StageLine(
    string Stage, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Agency, string Unit, string? Note,
    IReadOnlyList<string> Items,
    TimeSpan? AfterPrevious);

/// <param name="Item">List facts, the version among them: the ETag.</param>
public sealed record HandoffDetail(
    HandoffListItem Item, string Summary, IReadOnlyList<PersonRef> PersonRefs, IReadOnlyList<string> LegalBasis, string? SourceRef,
    bool Detained,
    IReadOnlyList<ItemLine> Manifest, IReadOnlyList<StageLine> Stages);

public enum HandoffBox
{
    /// <summary>Addressed to the viewer's unit (a coordinator: to any it may read).</summary>
    Mine,

    /// <summary>Sent by the viewer's unit.</summary>
    Sent,

    /// <summary>All that the viewer may read.</summary>
    All,
}

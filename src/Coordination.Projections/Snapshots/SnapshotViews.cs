using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Snapshots;

/// <summary>Whose things a list shows.</summary>
public enum SnapshotScope
{
    /// <summary>All that the viewer may read.</summary>
    All,

    /// <summary>Opened by the viewer's agency.</summary>
    Agency,

    /// <summary>Opened by the viewer's unit.</summary>
    Unit,
}

/// <summary>What part of a list is asked for. Absent values do not restrict.</summary>
/// <param name="Place">A place code or the start of one.</param>
public sealed record SnapshotFilter(
    string? Status = null, CaseId? Case = null, SnapshotScope Scope = SnapshotScope.All, PersonRef? Person = null, string? Place = null,
    bool OpenOnly = false, bool LateOnly = false)
{
    // With a filter on what a thing is, a count of those withheld would tell more than that they exist.
    internal bool TellsWhat => this is not { Status: null, Case: null, Person: null, Place: null, OpenOnly: false, LateOnly: false };
}

/// <summary>A thing as a list shows it.</summary>
/// <param name="Kind">Stored stream type.</param>
/// <param name="Title">What it is called, without anybody's identity.</param>
/// <param name="Agency">Of whoever opened it.</param>
/// <param name="Persons">Codes such as <c>P-3F2A</c>.</param>
/// <param name="Cases">Joint cases that it stands on and that you may open.</param>
/// <param name="Marking">As strict as all its events together.</param>
/// <param name="DueCode">Code of the alert that the clock raises.</param>
public sealed record SnapshotItem(
    Guid Id, string Kind, Wording Title, string Status, Wording StatusName, bool Open, string? Place, string Agency, string Unit,
    IReadOnlyList<string> Persons, IReadOnlyList<CaseId> Cases, Marking Marking, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    DateTimeOffset? DueAt, string? DueCode, bool Late, long Version)
{
    /// <summary>For the access log; readers get codes.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonRef> PersonRefs { get; init; } = [];
}

/// <summary>One event of a thing, told.</summary>
/// <param name="Kind">Alias of the event type.</param>
public sealed record SnapshotLine(
    Guid EventId, long Version, string Kind, Wording Gloss, Wording Sentence, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Agency,
    string Unit, string OfficerId, OfficerRole Role, string? Place, IReadOnlyList<string> LegalBasis);

/// <summary>Of one kind, within what the viewer may read.</summary>
/// <param name="Late">Of the open ones, those past a deadline.</param>
public sealed record SnapshotCount(int Open, int Late);

/// <summary>A thing as it stands, without how it came to be so.</summary>
/// <param name="State">The fold of its events; persons as references.</param>
public sealed record SnapshotStanding(SnapshotItem Item, RawJson State);

/// <summary>A thing in full.</summary>
/// <param name="State">The fold of its events; persons as references.</param>
/// <param name="History">Its events that you may read, the first one first.</param>
public sealed record SnapshotDetail(SnapshotItem Item, RawJson State, IReadOnlyList<SnapshotLine> History);

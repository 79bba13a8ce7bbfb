using Coordination.Domain.Kernel;

namespace Coordination.Projections.Cases;

public enum TimelineOrder
{
    /// <summary>By the time of the story, newest first.</summary>
    OccurredNewestFirst,

    /// <summary>By the time of the story, oldest first.</summary>
    OccurredOldestFirst,

    /// <summary>By place in the log, newest first.</summary>
    RecordedNewestFirst,

    /// <summary>By place in the log, oldest first.</summary>
    RecordedOldestFirst,
}

/// <summary>What part of a timeline is asked for. Absent values do not restrict.</summary>
/// <param name="Limit">Entries per page, 1 to 200.</param>
/// <param name="AsOf">As the log stood then: later records, links, shares and memberships are not known yet.</param>
/// <param name="OccurredBefore">Only what happened earlier than this.</param>
/// <param name="Agency">Code of the agency that wrote the entry.</param>
/// <param name="Kind">Alias of an event type.</param>
/// <param name="Place">A place code or the start of one (<c>21.71</c> covers its districts).</param>
/// <param name="From">Happened at or after this.</param>
/// <param name="To">Happened before this.</param>
public sealed record TimelineFilter(
    Keyset? After = null,
    int Limit = 50,
    DateTimeOffset? AsOf = null,
    DateTimeOffset? OccurredBefore = null,
    TimelineOrder Order = TimelineOrder.OccurredNewestFirst,
    string? Agency = null,
    string? Kind = null,
    PersonRef? Person = null,
    string? Place = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    public const int MaxLimit = 200;

    /// <summary>Only what these agencies wrote; null = whoever wrote it.</summary>
    public IReadOnlyList<string>? Among { get; init; }
}

/// <summary>One line of a joint case timeline, as one viewer may read it.</summary>
/// <param name="Position">Place in the log.</param>
/// <param name="ShownAt">Place in the log at which the line came to stand on this case (later than <paramref name="Position"/> when a link
/// was made later).</param>
/// <param name="Kind">Alias of the event type.</param>
/// <param name="Gloss">What such an event is called.</param>
/// <param name="Sentence">What happened, in one sentence without a person's identity.</param>
/// <param name="Persons">Codes such as <c>P-3F2A</c>.</param>
/// <param name="Data">The body as stored.</param>
/// <param name="Handoff">Set when the line is a stage of a handoff.</param>
public sealed record TimelineEntry(
    CaseId Case,
    long Position,
    long ShownAt,
    Guid EventId,
    Guid StreamId,
    long StreamVersion,
    string Kind,
    Wording Gloss,
    Wording Sentence,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Agency,
    string Unit,
    string OfficerId,
    OfficerRole Role,
    string? Place,
    Marking Marking,
    IReadOnlyList<string> LegalBasis,
    string? SourceRef,
    IReadOnlyList<PersonRef> PersonRefs,
    IReadOnlyList<string> Persons,
    RawJson Data,
    TimelineHandoff? Handoff);

/// <summary>Lines with the same handoff form one bracket beside the timeline.</summary>
/// <param name="Stage">proposed, dispatched, received, returned, supplemented, accepted, declined, withdrawn.</param>
public sealed record TimelineHandoff(HandoffId Id, string Stage);

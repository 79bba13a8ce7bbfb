using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>Stream <c>timpora_meeting</c>: one meeting of the team and what it left to do. Stored forever: add a V2, never edit.</summary>
public abstract record MeetingEvent;

/// <param name="HeldAt">When it begins.</param>
/// <param name="Agencies">Codes of the agencies that are invited.</param>
/// <param name="Venue">Where it is held; a place, not a person's home.</param>
/// <param name="Sources">Streams that it is about: intelligence reports, operations.</param>
[EventName("timpora_meeting_convened")]
public sealed record TimporaMeetingConvened(
    [Narrative] string Agenda,
    DateTimeOffset HeldAt,
    IReadOnlyList<string> Agencies,
    [Narrative] string? Venue = null,
    string? LetterNumber = null,
    IReadOnlyList<Guid>? Sources = null,
    CaseId? Case = null) : MeetingEvent;

/// <param name="Attendance">Units that came.</param>
[EventName("meeting_minutes_issued")]
public sealed record MeetingMinutesIssued(
    string MinutesNumber,
    IReadOnlyList<UnitAddress> Attendance,
    [Narrative] IReadOnlyList<string> Decisions,
    IReadOnlyList<ActionItem> ActionItems) : MeetingEvent;

/// <param name="Number">Number of the item in the minutes.</param>
/// <param name="Operation">The operation that it led to, if it did.</param>
[EventName("action_item_completed")]
public sealed record ActionItemCompleted(int Number, [Narrative] string Result, Guid? Operation = null) : MeetingEvent;

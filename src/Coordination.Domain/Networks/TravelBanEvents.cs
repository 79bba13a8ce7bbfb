using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>
/// Stream <c>travel_ban</c>: one person who may not leave (pencegahan) or not enter (penangkalan), UU 6/2011 Ps 91-103 jo UU 63/2024 Ps 97 and 102.
/// Stored forever: add a V2, never edit.
/// </summary>
public abstract record TravelBanEvent;

/// <summary>Asked straight of the checkpoints, before there is a formal decision.</summary>
/// <param name="PhotoSha256">64 hex digits over the photo, which goes to the checkpoints beside the product.</param>
/// <param name="Checkpoints">Checkpoint codes; none for all.</param>
[EventName("urgent_exit_ban_requested")]
public sealed record UrgentExitBanRequested(
    PersonRef Person,
    string RequestNumber,
    [Narrative] string Reason,
    string PhotoSha256,
    IReadOnlyList<string>? Checkpoints = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : TravelBanEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <summary>It stands in the list of the border (SIMKIM).</summary>
[EventName("exit_ban_entered")]
public sealed record ExitBanEntered(string EntryNumber) : TravelBanEvent;

/// <summary>The formal decision, after an urgent request or without one.</summary>
/// <param name="Until">Last day; at most six months from the first.</param>
[EventName("exit_ban_decided")]
public sealed record ExitBanDecided(
    PersonRef Person,
    string DecreeNumber,
    DateOnly From,
    DateOnly Until,
    [Narrative] string Reason,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : TravelBanEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

/// <summary>Once, for at most six months more.</summary>
[EventName("exit_ban_extended")]
public sealed record ExitBanExtended(string DecreeNumber, DateOnly Until, [Narrative] string Reason) : TravelBanEvent;

/// <summary>Written by the product: by law the ban is over.</summary>
[EventName("exit_ban_lapsed")]
public sealed record ExitBanLapsed(BanLapse Ground) : TravelBanEvent;

[EventName("exit_ban_lifted")]
public sealed record ExitBanLifted([Narrative] string Reason, string? DecreeNumber = null) : TravelBanEvent;

/// <param name="Until">Last day; at most ten years from the day it is entered.</param>
[EventName("entry_ban_requested")]
public sealed record EntryBanRequested(
    PersonRef Person,
    string RequestNumber,
    DateOnly Until,
    [Narrative] string Reason,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : TravelBanEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

[EventName("entry_ban_entered")]
public sealed record EntryBanEntered(string EntryNumber, DateOnly Until) : TravelBanEvent;

/// <summary>May be repeated, each time for at most ten years.</summary>
[EventName("entry_ban_extended")]
public sealed record EntryBanExtended(string DecreeNumber, DateOnly Until, [Narrative] string Reason) : TravelBanEvent;

/// <summary>Written by the product: by law the ban is over with its last day (UU 6/2011 Ps 102).</summary>
/// <param name="Until">The last day.</param>
[EventName("entry_ban_lapsed")]
public sealed record EntryBanLapsed(DateOnly Until) : TravelBanEvent;

[EventName("entry_ban_lifted")]
public sealed record EntryBanLifted([Narrative] string Reason, string? DecreeNumber = null) : TravelBanEvent;

/// <summary>
/// Written by the product: the person is a suspected victim since (UU 6/2011 Ps 86). The ban is over; when the suspicion turns out wrong it is asked for
/// anew, on grounds that hold then.
/// </summary>
[EventName("travel_ban_suspended")]
public sealed record TravelBanSuspended(PersonRef Person, VictimStatus Status) : TravelBanEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

public enum BanLapse
{
    /// <summary>No formal decision within twenty days of an urgent request.</summary>
    NoFormalDecision,

    /// <summary>Its last day is over, and no extension came in time: of an exit ban, at least three days before.</summary>
    PeriodOver,
}

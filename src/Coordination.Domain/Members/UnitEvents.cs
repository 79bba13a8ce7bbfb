using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Members;

/// <summary>
/// Stream <c>unit</c>: a unit of an agency with its desks. Units of the reference data stand there without an event. Stored forever: add a V2,
/// never edit.
/// </summary>
public abstract record UnitEvent;

/// <param name="Place">Kemendagri or checkpoint code of its seat.</param>
/// <param name="Parent">Unit above it, of the same agency.</param>
/// <param name="Desks">Desks that take handoffs; the first is the one on duty.</param>
/// <param name="From">When it begins to work; left out = when it is recorded. It is known, and can be staffed, before.</param>
[EventName("unit_registered")]
public sealed record UnitRegistered(
    string Agency, string Code, string Name, UnitKind Kind, string? Place, string? Parent, IReadOnlyList<string> Desks,
    DateTimeOffset? From = null, DateTimeOffset? Until = null) : UnitEvent;

/// <param name="From">Left out = when it is recorded.</param>
[EventName("unit_closed")]
public sealed record UnitClosed([Narrative] string Reason, DateTimeOffset? From = null) : UnitEvent;

/// <summary>Who sits at a desk, and who stands in.</summary>
/// <param name="Officers">Usernames, in the order in which they are asked.</param>
/// <param name="Deputies">Who stands in: members of the agency, of whatever unit. They read and answer for the desk as its officers do.</param>
/// <param name="Agency">With <paramref name="Unit"/>: whose desk, for a unit of the reference data, which no event has registered.</param>
[EventName("desk_staffed")]
public sealed record DeskStaffed(
    string Desk, IReadOnlyList<string> Officers, IReadOnlyList<string> Deputies, DateTimeOffset? From = null, DateTimeOffset? Until = null,
    string? Agency = null, string? Unit = null) : UnitEvent;

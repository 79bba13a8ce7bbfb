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
[EventName("unit_registered")]
public sealed record UnitRegistered(
    string Agency, string Code, string Name, UnitKind Kind, string? Place, string? Parent, IReadOnlyList<string> Desks) : UnitEvent;

[EventName("unit_closed")]
public sealed record UnitClosed([Narrative] string Reason) : UnitEvent;

/// <summary>Who sits at a desk, and who stands in.</summary>
/// <param name="Officers">Usernames, in the order in which they are asked.</param>
/// <param name="Deputies">Who is asked when none of them is there.</param>
[EventName("desk_staffed")]
public sealed record DeskStaffed(
    string Desk, IReadOnlyList<string> Officers, IReadOnlyList<string> Deputies, DateTimeOffset? From = null, DateTimeOffset? Until = null)
    : UnitEvent;

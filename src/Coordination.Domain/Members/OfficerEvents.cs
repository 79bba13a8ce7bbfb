using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>
/// Stream <c>officer</c>: one person or system of one agency, from appointment on. Its id follows from the username
/// (<see cref="Member.StreamOf"/>). A <c>From</c> that is left out is the moment it is recorded. Stored forever: add a V2, never edit.
/// </summary>
public abstract record OfficerEvent;

/// <summary>A person. Begins with the least: role Officer, clearance Terbatas, no privilege.</summary>
/// <param name="Username">Login, lower case: letters, digits, dots and dashes.</param>
[EventName("officer_appointed")]
public sealed record OfficerAppointed(
    string Username, string Agency, string Unit, DateTimeOffset? From = null, DateTimeOffset? Until = null) : OfficerEvent;

/// <summary>An agency's own system, which signs in by client credentials. Role SystemClient, clearance Terbatas.</summary>
/// <param name="Username">Client id, of the same form as a login.</param>
/// <param name="Scopes">What its tokens may be used for (<see cref="Members.Scopes"/>).</param>
[EventName("client_registered")]
public sealed record ClientRegistered(
    string Username, string Agency, string Unit, IReadOnlyList<string> Scopes, DateTimeOffset? From = null, DateTimeOffset? Until = null)
    : OfficerEvent;

[EventName("officer_moved")]
public sealed record OfficerMoved(string Unit, DateTimeOffset? From = null) : OfficerEvent;

/// <summary>Rights that one person may give, or take away.</summary>
[EventName("rights_granted")]
public sealed record RightsGranted(
    OfficerRole Role, Level Clearance, IReadOnlyList<Privilege> Privileges, [Narrative] string Reason, DateTimeOffset? From = null,
    DateTimeOffset? Until = null) : OfficerEvent;

/// <summary>Rights that need a second person; nothing changes yet.</summary>
/// <param name="Grant">Named by the confirmation.</param>
[EventName("rights_proposed")]
public sealed record RightsProposed(
    Guid Grant, OfficerRole Role, Level Clearance, IReadOnlyList<Privilege> Privileges, [Narrative] string Reason, DateTimeOffset? From = null,
    DateTimeOffset? Until = null) : OfficerEvent;

[EventName("rights_confirmed")]
public sealed record RightsConfirmed(Guid Grant) : OfficerEvent;

[EventName("rights_declined")]
public sealed record RightsDeclined(Guid Grant, [Narrative] string Reason) : OfficerEvent;

/// <summary>Ends every session, token and open stream, for as long as it lasts.</summary>
[EventName("officer_disabled")]
public sealed record OfficerDisabled([Narrative] string Reason, DateTimeOffset? From = null, DateTimeOffset? Until = null) : OfficerEvent;

[EventName("officer_enabled")]
public sealed record OfficerEnabled([Narrative] string Reason, DateTimeOffset? From = null) : OfficerEvent;

/// <summary>May set a password, once and until then. The code that it takes is nowhere in the log.</summary>
[EventName("officer_invited")]
public sealed record OfficerInvited(DateTimeOffset Until) : OfficerEvent;

/// <summary>A system got a new secret. The secret itself is nowhere in the log.</summary>
/// <param name="Key">Name of the new secret.</param>
/// <param name="FormerUntil">Until when the one before it still works.</param>
[EventName("client_secret_issued")]
public sealed record ClientSecretIssued(Guid Key, DateTimeOffset? FormerUntil = null) : OfficerEvent;

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>
/// Stream <c>agency</c>: whether an agency of the reference data takes part. It does until the task force says otherwise. Stored forever: add a
/// V2, never edit.
/// </summary>
public abstract record AgencyEvent;

/// <summary>Ends the sessions of all its members. A <c>From</c> that is left out is the moment it is recorded.</summary>
[EventName("agency_suspended")]
public sealed record AgencySuspended(string Agency, [Narrative] string Reason, DateTimeOffset? From = null, DateTimeOffset? Until = null)
    : AgencyEvent;

[EventName("agency_readmitted")]
public sealed record AgencyReadmitted(string Agency, [Narrative] string Reason, DateTimeOffset? From = null) : AgencyEvent;

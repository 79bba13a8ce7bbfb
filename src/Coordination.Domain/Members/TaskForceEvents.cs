using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>
/// Stream <c>task_force</c>: a joint team of several agencies, for an area or an operation. A <c>From</c> that is left out
/// is the moment it is recorded. Stored forever: add a V2, never edit.
/// </summary>
public abstract record TaskForceEvent;

/// <param name="Code">Such as <c>SATGAS-BATAM</c>.</param>
/// <param name="Area">Kemendagri code; null = nationwide.</param>
[EventName("task_force_formed")]
public sealed record TaskForceFormed(
    string Code, string Name, string? Area, IReadOnlyList<string> Agencies, DateTimeOffset? From = null, DateTimeOffset? Until = null) : TaskForceEvent;

/// <param name="Officer">Username.</param>
[EventName("task_force_officer_added")]
public sealed record TaskForceOfficerAdded(string Officer, string Agency, DateTimeOffset? From = null, DateTimeOffset? Until = null)
    : TaskForceEvent;

[EventName("task_force_officer_removed")]
public sealed record TaskForceOfficerRemoved(string Officer, [Narrative] string Reason, DateTimeOffset? From = null) : TaskForceEvent;

[EventName("task_force_dissolved")]
public sealed record TaskForceDissolved([Narrative] string Reason, DateTimeOffset? From = null) : TaskForceEvent;

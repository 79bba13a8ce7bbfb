using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>
/// Stream <c>contact_notice</c>: the other side of a question. One is written for every question, also when nobody knows anything, so that neither
/// time nor size of the answer tells. Stored forever: add a V2, never edit.
/// </summary>
public abstract record ContactNoticeEvent;

/// <summary>Readable by nobody as it stands: each agency that was told sees its own line of it, and no other agency.</summary>
/// <param name="Told">Desks that learn who asked: those that the asker heard of, and those that keep silent.</param>
[EventName("contact_noticed")]
public sealed record ContactNoticed(ContactDesk AskedBy, IReadOnlyList<ContactDesk> Told) : ContactNoticeEvent;

/// <summary>A desk that was told has taken it up.</summary>
[EventName("contact_notice_acknowledged")]
public sealed record ContactNoticeAcknowledged([Narrative] string? Note = null) : ContactNoticeEvent;

namespace Coordination.Projections.Privacy;

/// <summary>Whom to call, or who asks.</summary>
public sealed record ContactView(string Agency, string Unit, string Desk);

/// <param name="Contacts">Agencies that know it and say so; none also where somebody keeps silent.</param>
public sealed record QuestionView(
    Guid Id, DateTimeOffset AskedAt, string Unit, string Officer, string SoughtBy, string Purpose, Guid? CaseId, string? Operation,
    IReadOnlyList<ContactView> Contacts);

/// <param name="AskedBy">Who asked about something that your agency has entered. What it was is not told.</param>
/// <param name="AcknowledgedAt">Null while it waits for your desk.</param>
public sealed record NoticeView(Guid Id, DateTimeOffset AskedAt, string Unit, string Desk, ContactView AskedBy, DateTimeOffset? AcknowledgedAt);

/// <param name="Person">Code in place of a name.</param>
public sealed record SubjectRequestView(
    Guid Id, long Version, string Unit, string Person, Guid PersonId, string Right, string Reference, string Status, DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt, DateTimeOffset? AnsweredAt);

/// <param name="ApprovedBy">Login of the first person; null until there is one.</param>
/// <param name="Until">Day to which it was deferred.</param>
public sealed record RetentionView(
    Guid Id, long Version, string Person, Guid PersonId, string Class, DateOnly LastEntryOn, DateOnly DueOn, string Status, string? ApprovedBy,
    DateOnly? Until);

public sealed record HoldView(
    Guid Id, long Version, string Agency, string Unit, string Ground, string Reference, string? Person, Guid? PersonId, Guid? CaseId, string PlacedBy,
    DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt);

/// <param name="DueAt">72 hours after it was known.</param>
public sealed record BreachView(
    Guid Id, long Version, string Unit, DateTimeOffset KnownAt, DateTimeOffset DueAt, string? Risk, DateTimeOffset? SubjectsAt,
    DateTimeOffset? AuthorityAt, DateTimeOffset? ClosedAt);

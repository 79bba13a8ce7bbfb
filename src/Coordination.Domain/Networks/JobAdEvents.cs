using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Stream <c>job_ad</c>: one illegal offer of work on the internet. Stored forever: add a V2, never edit.</summary>
public abstract record JobAdEvent;

/// <param name="UrlSha256">64 hex digits over the address, so that the same advertisement is recognised without spreading it.</param>
/// <param name="Platform">Where it stands, such as <c>FACEBOOK</c>.</param>
/// <param name="Phone">Number that it gives.</param>
/// <param name="Destination">ISO 3166 code of the country it promises work in.</param>
/// <param name="Advert">R36: its address, vaulted, so that it is met again in what applicants and reporters say that they answered.</param>
/// <param name="AdvertText">R36: wording of the advertisement that is reported; the same offer is put up again under other addresses and numbers.</param>
/// <param name="AdvertTextDigest">R36: made of the wording at the edge, never sent, as the digest of answers is.</param>
[EventName("illegal_job_ad_reported")]
public sealed record IllegalJobAdReported(
    string UrlSha256,
    string Platform,
    [Narrative] string Summary,
    ContactRef? Phone = null,
    string? Destination = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null,
    ContactRef? Advert = null,
    [Narrative] string? AdvertText = null,
    [MadeByProduct] IReadOnlyList<string>? AdvertTextDigest = null) : JobAdEvent;

/// <param name="ReferenceNumber">Number of the ministry's order to the platform.</param>
[EventName("illegal_job_ad_taken_down")]
public sealed record IllegalJobAdTakenDown(string ReferenceNumber, [Narrative] string? Note = null) : JobAdEvent;

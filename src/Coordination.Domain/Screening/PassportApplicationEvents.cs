using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>
/// Stream <c>passport_application</c>: one application at one kanim. Stored forever: add a V2, never edit.
/// Later facts may leave the applicant out; the decision then fills it in from the application.
/// </summary>
public abstract record PassportApplicationEvent : IConcernsPersons
{
    public abstract PersonRef? Applicant { get; init; }

    public virtual IEnumerable<PersonRef> Persons() => Persona.Each(Applicant);
}

/// <param name="Destination">ISO 3166 alpha-2 code of the country named as destination.</param>
/// <param name="Domicile">Kemendagri code of the applicant's domicile, to the village where known.</param>
/// <param name="Phone">R01, R36 and R37, as is <paramref name="Email"/>.</param>
/// <param name="Address">R03 and R37.</param>
/// <param name="Sponsor">R02.</param>
/// <param name="SponsorCompany">A company's name; a person who sponsors goes into <paramref name="Sponsor"/>.</param>
/// <param name="SponsorContact">R02: telephone or registration number by which a sponsor is recognised that is no person.</param>
/// <param name="FamilyCard">R03 and R08: number of the family card (KK), vaulted; persons with different ones are unrelated.</param>
/// <param name="FeePayer">R04: account or payment reference that paid the fee.</param>
/// <param name="Documents">R19.</param>
/// <param name="Births">R17, with <paramref name="LooksMinor"/>.</param>
/// <param name="Lost">R20.</param>
/// <param name="DeportedOn">R21: when the applicant last came back as a deportee; to protect, not to punish.</param>
/// <param name="NikFound">R18: the registry knows the NIK; <paramref name="NameSimilarity"/> in percent, of the name given and the name there.</param>
[EventName("passport_application_received")]
public sealed record PassportApplicationReceived(
    PersonRef? Applicant,
    ApplicationChannel Channel,
    TravelPurpose Purpose,
    bool FirstPassport = false,
    string? Destination = null,
    string? Domicile = null,
    ContactRef? Phone = null,
    ContactRef? Email = null,
    ContactRef? Address = null,
    PersonRef? Sponsor = null,
    [Narrative] string? SponsorCompany = null,
    ContactRef? SponsorContact = null,
    ContactRef? FamilyCard = null,
    ContactRef? FeePayer = null,
    TripMeans? Means = null,
    IReadOnlyList<ShownDocument>? Documents = null,
    IReadOnlyList<StatedBirth>? Births = null,
    bool? LooksMinor = null,
    LostPassport? Lost = null,
    DateOnly? DeportedOn = null,
    bool? NikFound = null,
    int? NameSimilarity = null,
    Sex? Sex = null,
    int? Age = null) : PassportApplicationEvent
{
    public override IEnumerable<PersonRef> Persons() => Persona.Each(Applicant, Sponsor);
}

/// <param name="RedFlags">
/// What made the officer doubt, each a reason that an officer can check. R34: debt mentioned, documents held by others. R38: ransom mentioned.
/// R40: an official named as facilitator.
/// </param>
/// <param name="Companions">Persons who came along; R04 counts them as escorts where <paramref name="Escort"/> is not said.</param>
/// <param name="Answers">The answers in the applicant's words, in the order of the questions.</param>
/// <param name="AnswerDigest">
/// R06: made of the answers at the edge, never sent. Keyed minima of the words in them (MinHash): the share of places in which two digests agree is
/// about the share of what the answers have in common, and the words cannot be read back.
/// </param>
/// <param name="Escort">R04 and R14.</param>
/// <param name="Means">R05.</param>
/// <param name="RecruiterPhone">R36 and R37: whom the applicant was told to call.</param>
/// <param name="JobAdvert">R36: address of the advertisement that the applicant answered.</param>
/// <param name="Destination">ISO 3166 alpha-2 code, where the interview says another than the application.</param>
/// <param name="Host">R15 and R24.</param>
/// <param name="Marriage">R23.</param>
/// <param name="Party">R13.</param>
/// <param name="LooksMinor">R17.</param>
/// <param name="AdvertText">R36: wording of the advertisement that the applicant answered.</param>
/// <param name="AdvertTextDigest">R36: made of the wording at the edge, never sent, as the digest of answers is.</param>
[EventName("passport_interview_conducted")]
public sealed record PassportInterviewConducted(
    IReadOnlyList<WarningSign> RedFlags,
    [Narrative] string Summary,
    string? Language = null,
    IReadOnlyList<PersonRef>? Companions = null,
    PersonRef? Applicant = null,
    [Narrative] IReadOnlyList<string>? Answers = null,
    [MadeByProduct] IReadOnlyList<string>? AnswerDigest = null,
    PersonRef? Escort = null,
    TripMeans? Means = null,
    ContactRef? RecruiterPhone = null,
    ContactRef? JobAdvert = null,
    string? Destination = null,
    HostAbroad? Host = null,
    MarriageTies? Marriage = null,
    TravelParty? Party = null,
    bool? LooksMinor = null,
    [Narrative] string? AdvertText = null,
    [MadeByProduct] IReadOnlyList<string>? AdvertTextDigest = null) : PassportApplicationEvent
{
    public override IEnumerable<PersonRef> Persons() =>
        Persona.Each([Applicant, .. Persona.Optional(Companions), Escort, .. Marriage?.Persons() ?? [], Party?.Leader]);
}

/// <summary>What the issuer of a document answered, or the office found out: by the kanim, or by the issuer itself (Dukcapil, Disnaker, Kemenag).</summary>
/// <param name="Issuer">Agency or office that issued it, such as <c>DUKCAPIL</c>.</param>
/// <param name="DocumentNumber">R19, vaulted.</param>
/// <param name="NikFound">R18: the registry knows the NIK.</param>
/// <param name="NameSimilarity">R18, in percent.</param>
/// <param name="Births">R17: what the issuer has as date of birth, beside what the applicant showed.</param>
/// <param name="ReplyNumber">Number of the issuer's letter or answer.</param>
[EventName("applicant_document_verified")]
public sealed record ApplicantDocumentVerified(
    DocumentType Document,
    string Issuer,
    DocumentResult Result,
    ContactRef? DocumentNumber = null,
    bool? NikFound = null,
    int? NameSimilarity = null,
    IReadOnlyList<StatedBirth>? Births = null,
    string? ReplyNumber = null,
    [Narrative] string? Note = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <param name="DocumentNumber">R19, vaulted.</param>
[EventName("document_forgery_suspected")]
public sealed record DocumentForgerySuspected(
    DocumentType Document,
    string Issuer,
    IReadOnlyList<ForgerySign> Signs,
    [Narrative] string Explanation,
    ContactRef? DocumentNumber = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <summary>An Indonesian is checked in the field on doubt only (Permenimipas 2/2025 Ps 13), by written order.</summary>
/// <param name="OrderNumber">Number of the written order (surat perintah).</param>
/// <param name="Place">Kemendagri code of where to look; null = the applicant's domicile.</param>
[EventName("field_check_ordered")]
public sealed record FieldCheckOrdered(
    string OrderNumber,
    FieldCheckReason Reason,
    string? Place = null,
    [Narrative] string? Question = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <param name="OfficialNamed">R40: somebody who was asked named an official as facilitator (oknum). The internal-affairs desk alone is told.</param>
[EventName("field_check_reported")]
public sealed record FieldCheckReported(
    string OrderNumber,
    FieldCheckFinding Finding,
    [Narrative] string Summary,
    PersonRef? Applicant = null,
    bool? OfficialNamed = null) : PassportApplicationEvent;

/// <summary>A deferral is not a refusal: the applicant may complete the documents and the application goes on.</summary>
[EventName("passport_issuance_deferred")]
public sealed record PassportIssuanceDeferred(
    IReadOnlyList<DeferralReason> Reasons,
    [Narrative] IReadOnlyList<string> DocumentsAsked,
    DateOnly? ReviewOn = null,
    [Narrative] string? Note = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

[EventName("passport_application_refused")]
public sealed record PassportApplicationRefused(
    IReadOnlyList<DeferralReason> Reasons,
    [Narrative] string Explanation,
    [Narrative] string? AppealInformation = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <param name="ToAgency">Agency code of the receiver, such as <c>BP3MI</c>.</param>
[EventName("deferred_applicant_referred")]
public sealed record DeferredApplicantReferred(
    string ToAgency,
    string ToUnit,
    [Narrative] string Advice,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <summary>The unit that the applicant was referred to takes the referral up, whether the applicant has come yet or not.</summary>
/// <param name="Attended">The applicant came; null = not known yet.</param>
[EventName("applicant_referral_accepted")]
public sealed record ApplicantReferralAccepted(
    bool? Attended = null,
    [Narrative] string? Note = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

[EventName("passport_deferral_lifted")]
public sealed record PassportDeferralLifted(
    [Narrative] string Evidence,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <summary>Ends the application as wished for; within 4 working days of the interview.</summary>
/// <param name="PassportNumber">R19, vaulted.</param>
[EventName("passport_issued")]
public sealed record PassportIssued(
    ContactRef? PassportNumber = null,
    DateOnly? ValidUntil = null,
    PersonRef? Applicant = null) : PassportApplicationEvent;

/// <summary>Written by the system when another kanim has deferred or refused the same person before.</summary>
/// <param name="EarlierApplication">Stream of the earlier application.</param>
[EventName("applicant_reapplied_elsewhere")]
public sealed record ApplicantReappliedElsewhere(
    PersonRef? Applicant,
    Guid EarlierApplication,
    EarlierAnswer EarlierAnswer,
    string EarlierUnit,
    DateTimeOffset EarlierAt) : PassportApplicationEvent;

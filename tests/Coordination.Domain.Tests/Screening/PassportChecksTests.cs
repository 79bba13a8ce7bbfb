using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

/// <summary>What an office finds out between interview and answer, and what others answer to it.</summary>
public sealed class PassportChecksTests
{
    private static readonly Officer Registry = new("dukcapil", "DUKCAPIL", "DUKCAPIL-PUSAT", OfficerRole.SystemClient, Level.R);
    private static readonly Officer Ntt = new("bp3mi.ntt", "BP3MI", "BP3MI-NTT", OfficerRole.Officer, Level.R);

    private static readonly PassportApplicationReceived Received = new(Bakung, ApplicationChannel.MPaspor, TravelPurpose.Work);
    private static readonly PassportIssuanceDeferred Deferred = new([DeferralReason.NoPlacementDocuments], ["perjanjian kerja"]);
    private static readonly DeferredApplicantReferred Referred = new("BP3MI", "BP3MI-NTT", "Jalur resmi.");

    private static readonly ApplicantDocumentVerified Verified =
        new(DocumentType.IdentityCard, "DUKCAPIL", DocumentResult.Mismatch, NikFound: true, NameSimilarity: 71, Births: [new(BirthSource.CivilRegistry, 2009, 3)]);

    private static readonly DocumentForgerySuspected Forged =
        new(DocumentType.ManpowerRecommendation, "PEMDA-BELU", [ForgerySign.IssuerDenies], "Nomor surat tidak pernah terbit.");

    private static readonly FieldCheckOrdered Ordered = new("SP/021", FieldCheckReason.StatementDoubted, "53.21.01");
    private static readonly FieldCheckReported Reported = new("SP/021", FieldCheckFinding.Contradicted, "Keluarga tidak tahu.");

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Open =>
        Story.Of(PassportApplicationDecider.Kind).Given(Atambua, Monday, Received);

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Sent =>
        Open.Given(Atambua, Monday, Deferred, Referred);

    [Fact]
    public void The_office_records_what_an_issuer_answered() =>
        Open.When(Atambua, Tuesday, Verified).Then(Verified with { Applicant = Bakung });

    [Fact]
    public void An_issuer_answers_on_an_application_that_is_not_its_own() =>
        Open.When(Registry, Tuesday, Verified).Then(Verified with { Applicant = Bakung });

    [Fact]
    public void An_issuer_opens_no_application() =>
        Story.Of(PassportApplicationDecider.Kind).When(Registry, Tuesday, Verified with { Applicant = Bakung })
            .ThenRefused(PassportApplicationRefusals.Unknown);

    [Fact]
    public void Another_immigration_office_does_not_answer_for_an_issuer() =>
        Open.When(Kupang, Tuesday, Verified).ThenRefused(PassportApplicationRefusals.OtherOffice);

    [Fact]
    public void An_answer_names_the_issuer_and_says_nothing_impossible()
    {
        Open.When(Atambua, Tuesday, Verified with { Issuer = " " }).ThenRefused(InputRefusals.Blank, "issuer");
        Open.When(Atambua, Tuesday, Verified with { NameSimilarity = 101 }).ThenRefused(ScreeningRefusals.OutOfRange, "nameSimilarity");
        Open.When(Atambua, Tuesday, Verified with { Births = [new(BirthSource.School, 2009, 13)] }).ThenRefused(ScreeningRefusals.OutOfRange, "births");
        Open.When(Atambua, Tuesday, Verified with { Births = [new(BirthSource.School, 2027)] }).ThenRefused(ScreeningRefusals.OutOfRange, "births");
    }

    [Fact]
    public void A_second_answer_that_differs_is_kept_beside_the_first()
    {
        var other = Verified with { Result = DocumentResult.Genuine };
        Open.Given(Registry, Monday, Verified with { Applicant = Bakung }).When(Registry, Tuesday, other).Then(other with { Applicant = Bakung });
    }

    [Fact]
    public void Suspecting_a_forgery_names_a_sign_and_why()
    {
        Open.When(Atambua, Tuesday, Forged).Then(Forged with { Applicant = Bakung });
        Open.When(Atambua, Tuesday, Forged with { Signs = [] }).ThenRefused(InputRefusals.Empty, "signs");
        Open.When(Atambua, Tuesday, Forged with { Explanation = "" }).ThenRefused(InputRefusals.Blank, "explanation");
        Open.When(Kupang, Tuesday, Forged).ThenRefused(PassportApplicationRefusals.OtherOffice);
    }

    [Fact]
    public void A_field_check_has_an_order_and_a_place()
    {
        Open.When(Atambua, Tuesday, Ordered).Then(Ordered with { Applicant = Bakung });
        Open.When(Atambua, Tuesday, Ordered with { OrderNumber = "" }).ThenRefused(InputRefusals.Blank, "orderNumber");
        Open.When(Atambua, Tuesday, Ordered with { Place = "99.01" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Open.When(Kupang, Tuesday, Ordered).ThenRefused(PassportApplicationRefusals.OtherOffice);
    }

    [Fact]
    public void An_order_number_is_used_once() =>
        Open.Given(Atambua, Monday, Ordered).When(Atambua, Tuesday, Ordered with { Reason = FieldCheckReason.DocumentDoubted })
            .ThenRefused(PassportApplicationRefusals.FieldCheckExists);

    [Fact]
    public void Nobody_is_checked_in_the_field_once_the_answer_is_given()
    {
        Open.Given(Atambua, Monday, new PassportIssued()).When(Atambua, Tuesday, Ordered).ThenRefused(PassportApplicationRefusals.Issued);
        Open.Given(Atambua, Monday, new PassportApplicationRefused([DeferralReason.PurposeNotCredible], "Tidak sesuai."))
            .When(Atambua, Tuesday, Ordered).ThenRefused(PassportApplicationRefusals.Refused);
    }

    [Fact]
    public void What_was_found_in_the_field_answers_an_order()
    {
        var ordered = Open.Given(Atambua, Monday, Ordered);
        ordered.When(Atambua, Tuesday, Reported).Then(Reported with { Applicant = Bakung });
        ordered.When(Atambua, Tuesday, Reported with { OrderNumber = "SP/022" }).ThenRefused(PassportApplicationRefusals.FieldCheckUnknown);
        ordered.When(Atambua, Tuesday, Reported with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
        ordered.When(Kupang, Tuesday, Reported).ThenRefused(PassportApplicationRefusals.OtherOffice);
        ordered.Given(Atambua, Monday, Reported with { Applicant = Bakung }).When(Atambua, Tuesday, Reported with { Finding = FieldCheckFinding.NotFound })
            .ThenRefused(PassportApplicationRefusals.FieldCheckAnswered);
        Story.Of(PassportApplicationDecider.Kind).When(Atambua, Tuesday, Reported).ThenRefused(PassportApplicationRefusals.FieldCheckUnknown);
    }

    [Fact]
    public void The_unit_that_an_applicant_was_sent_to_takes_the_referral_up()
    {
        var accepted = Sent.When(Ntt, Tuesday, new ApplicantReferralAccepted()).Then(new ApplicantReferralAccepted(Applicant: Bakung));
        accepted.State.Referrals.ShouldHaveSingleItem().AcceptedAt.ShouldBe(Tuesday);
    }

    [Fact]
    public void That_the_applicant_came_may_be_said_after_the_referral_was_taken_up()
    {
        var came = new ApplicantReferralAccepted(Attended: true);
        var story = Sent.Given(Ntt, Monday, new ApplicantReferralAccepted(Applicant: Bakung)).When(Ntt, Tuesday, came).Then(came with { Applicant = Bakung });
        var referral = story.State.Referrals.ShouldHaveSingleItem();
        (referral.AcceptedAt, referral.Attended).ShouldBe((Monday, true));
        story.When(Ntt, Tuesday, new ApplicantReferralAccepted()).ThenNothing();
    }

    [Fact]
    public void Only_the_unit_that_the_applicant_was_sent_to_takes_it_up()
    {
        Sent.When(Kepri, Tuesday, new ApplicantReferralAccepted()).ThenRefused(PassportApplicationRefusals.NotReferred);
        Open.When(Ntt, Tuesday, new ApplicantReferralAccepted()).ThenRefused(PassportApplicationRefusals.NotReferred);
        Story.Of(PassportApplicationDecider.Kind).When(Ntt, Tuesday, new ApplicantReferralAccepted()).ThenRefused(PassportApplicationRefusals.Unknown);
        Sent.When(Ntt, Tuesday, new ApplicantReferralAccepted(Applicant: Teratai)).ThenRefused(PassportApplicationRefusals.OtherApplicant);
    }

    [Fact]
    public void A_passport_is_issued_unless_a_deferral_or_a_refusal_stands()
    {
        var issued = new PassportIssued(ValidUntil: MondaysDate.AddYears(10));
        Open.When(Atambua, Tuesday, issued).Then(issued with { Applicant = Bakung });
        Open.Given(Atambua, Monday, Deferred, new PassportDeferralLifted("Lengkap.")).When(Atambua, Tuesday, issued).Then(issued with { Applicant = Bakung });
        Open.Given(Atambua, Monday, Deferred).When(Atambua, Tuesday, issued).ThenRefused(PassportApplicationRefusals.Deferred);
        Open.Given(Atambua, Monday, new PassportApplicationRefused([DeferralReason.PurposeNotCredible], "Tidak sesuai."))
            .When(Atambua, Tuesday, issued).ThenRefused(PassportApplicationRefusals.Refused);
        Open.When(Kupang, Tuesday, issued).ThenRefused(PassportApplicationRefusals.OtherOffice);
    }

    [Fact]
    public void After_the_passport_nothing_is_deferred_refused_lifted_or_asked()
    {
        var issued = Open.Given(Atambua, Monday, new PassportIssued(Applicant: Bakung));
        issued.When(Atambua, Tuesday, Deferred).ThenRefused(PassportApplicationRefusals.Issued);
        issued.When(Atambua, Tuesday, new PassportApplicationRefused([DeferralReason.Other], "Terlambat.")).ThenRefused(PassportApplicationRefusals.Issued);
        issued.When(Atambua, Tuesday, new PassportInterviewConducted([], "Terlambat.")).ThenRefused(PassportApplicationRefusals.Issued);
        issued.When(Atambua, Tuesday, new PassportDeferralLifted("Terlambat.")).ThenRefused(PassportApplicationRefusals.NotDeferred);
        issued.When(Atambua, Tuesday, Referred).ThenRefused(PassportApplicationRefusals.NotDeferred);
    }

    [Fact]
    public void An_application_with_an_impossible_number_is_not_taken()
    {
        var nothing = Story.Of(PassportApplicationDecider.Kind);
        nothing.When(Atambua, Monday, Received with { Means = new(MonthlyIncome: -1) }).ThenRefused(ScreeningRefusals.OutOfRange, "means.monthlyIncome");
        nothing.When(Atambua, Monday, Received with { Age = 131 }).ThenRefused(ScreeningRefusals.OutOfRange, "age");
        Open.When(Atambua, Tuesday, new PassportInterviewConducted([], "Singkat.", Party: new(0))).ThenRefused(ScreeningRefusals.OutOfRange, "party.size");
    }

    [Fact]
    public void An_interview_with_answers_and_ties_is_the_same_when_told_twice()
    {
        var told = new PassportInterviewConducted(
            [WarningSign.RansomMentioned], "Singkat.", Answers: ["Tidak tahu."], Marriage: new(MondaysDate, 20, Gagak, [Teratai]), Applicant: Bakung);
        Open.When(Atambua, Tuesday, told).Then(told);
        told.Persons().ShouldBe([Bakung, Gagak, Teratai]);
    }
}

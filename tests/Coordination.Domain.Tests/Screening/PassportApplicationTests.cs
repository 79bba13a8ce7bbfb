using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

public sealed class PassportApplicationTests
{
    private static readonly PassportApplicationReceived Received =
        new(Bakung, ApplicationChannel.MPaspor, TravelPurpose.Tourism, Phone: ElangsPhone);
    private static readonly PassportInterviewConducted Interviewed =
        new([WarningSign.AnswersRehearsed], "Jawaban dihafal.", Companions: [Gagak]);
    private static readonly PassportIssuanceDeferred Deferred =
        new([DeferralReason.SuspectedNonProceduralWork], ["perjanjian kerja"], MondaysDate.AddDays(14));
    private static readonly PassportApplicationRefused Refused = new([DeferralReason.PurposeNotCredible], "Tujuan tidak sesuai.");
    private static readonly DeferredApplicantReferred Referred = new("BP3MI", "BP3MI-NTT", "Jalur resmi.");
    private static readonly PassportDeferralLifted Lifted = new("Dokumen lengkap.");

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Nothing =>
        Story.Of(PassportApplicationDecider.Kind);

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Open =>
        Nothing.Given(Atambua, Monday, Received);

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Waiting =>
        Open.Given(Atambua, Monday, Deferred);

    [Fact]
    public void An_application_is_received() => Nothing.When(Atambua, Monday, Received).Then(Received);

    [Fact]
    public void An_application_has_an_applicant() =>
        Nothing.When(Atambua, Monday, Received with { Applicant = null }).ThenRefused(PassportApplicationRefusals.ApplicantMissing);

    [Fact]
    public void The_same_reference_is_not_two_persons() =>
        Open.When(Atambua, Tuesday, Received with { Applicant = Teratai }).ThenRefused(PassportApplicationRefusals.OtherApplicant);

    [Fact]
    public void Another_office_does_not_write_on_the_application() =>
        Open.When(Kupang, Tuesday, Deferred).ThenRefused(PassportApplicationRefusals.OtherOffice);

    [Fact]
    public void A_checkpoint_writes_for_its_office() =>
        Nothing.Given(Batam, Monday, Received).When(Sekupang, Tuesday, Deferred).Then(Deferred with { Applicant = Bakung });

    [Fact]
    public void An_interview_is_recorded_with_its_applicant() =>
        Open.When(Atambua, Tuesday, Interviewed).Then(Interviewed with { Applicant = Bakung });

    [Fact]
    public void An_interview_has_a_summary() =>
        Open.When(Atambua, Tuesday, Interviewed with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");

    [Fact]
    public void Issuance_is_deferred() => Open.When(Atambua, Tuesday, Deferred).Then(Deferred with { Applicant = Bakung });

    [Fact]
    public void A_deferral_may_be_the_first_thing_that_is_known() =>
        Nothing.When(Atambua, Monday, Deferred with { Applicant = Bakung }).Then(Deferred with { Applicant = Bakung });

    [Fact]
    public void A_deferral_has_a_reason() =>
        Open.When(Atambua, Tuesday, Deferred with { Reasons = [] }).ThenRefused(InputRefusals.Empty, "reasons");

    [Fact]
    public void A_deferral_is_not_reviewed_before_it_is_made() =>
        Open.When(Atambua, Tuesday, Deferred with { ReviewOn = MondaysDate }).ThenRefused(PassportApplicationRefusals.ReviewInPast);

    [Fact]
    public void A_deferral_is_not_a_refusal()
    {
        Waiting.State.Status.ShouldBe(PassportApplicationStatus.Deferred);
        Waiting.When(Atambua, Tuesday, Lifted).Then(Lifted with { Applicant = Bakung });
    }

    [Fact]
    public void Deferring_again_for_another_reason_is_news()
    {
        var again = Deferred with { Reasons = [DeferralReason.AgeDoubtful] };
        Waiting.When(Atambua, Tuesday, again).Then(again with { Applicant = Bakung });
    }

    [Fact]
    public void A_refused_application_is_not_deferred() =>
        Open.Given(Atambua, Monday, Refused).When(Atambua, Tuesday, Deferred).ThenRefused(PassportApplicationRefusals.Refused);

    [Fact]
    public void An_application_is_refused_for_a_reason_that_is_explained()
    {
        Open.When(Atambua, Tuesday, Refused).Then(Refused with { Applicant = Bakung });
        Open.When(Atambua, Tuesday, Refused with { Reasons = [] }).ThenRefused(InputRefusals.Empty);
        Open.When(Atambua, Tuesday, Refused with { Explanation = "" }).ThenRefused(InputRefusals.Blank);
    }

    [Fact]
    public void A_deferred_applicant_is_referred_to_protection_which_may_then_read_it()
    {
        var story = Waiting.When(Atambua, Tuesday, Referred).Then(Referred with { Applicant = Bakung });
        PassportApplicationDecider.Kind.Readers(story.State).ShouldBe(["unit:BP3MI/BP3MI-NTT"]);
    }

    [Fact]
    public void Who_is_not_deferred_is_not_referred() =>
        Open.When(Atambua, Tuesday, Referred).ThenRefused(PassportApplicationRefusals.NotDeferred);

    [Fact]
    public void Nobody_is_referred_to_a_unit_that_does_not_exist() =>
        Waiting.When(Atambua, Tuesday, Referred with { ToUnit = "BP3MI-BULAN" }).ThenRefused(ReferenceRefusals.UnknownUnit);

    [Fact]
    public void Nobody_is_referred_to_the_agency_that_deferred() =>
        Waiting.When(Atambua, Tuesday, Referred with { ToAgency = "IMIGRASI", ToUnit = "KANIM-KUPANG" })
            .ThenRefused(PassportApplicationRefusals.ReferredToOwnOffice);

    [Fact]
    public void What_is_not_deferred_cannot_be_lifted() =>
        Open.When(Atambua, Tuesday, Lifted).ThenRefused(PassportApplicationRefusals.NotDeferred);

    [Fact]
    public void A_refusal_is_not_lifted_like_a_deferral() =>
        Open.Given(Atambua, Monday, Refused).When(Atambua, Tuesday, Lifted).ThenRefused(PassportApplicationRefusals.Refused);

    [Fact]
    public void Lifting_names_the_evidence() =>
        Waiting.When(Atambua, Tuesday, Lifted with { Evidence = "" }).ThenRefused(InputRefusals.Blank);
}

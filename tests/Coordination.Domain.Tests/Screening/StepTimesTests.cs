using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

/// <summary>Steps to which flows (a) and (b) give a time and no alert show what they took.</summary>
public sealed class StepTimesTests
{
    /// <summary>Thursday 29 January 2026, 10.00 in Atambua.</summary>
    private static readonly DateTimeOffset Thursday = new(2026, 1, 29, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly PassportApplicationReceived Received = new(Bakung, ApplicationChannel.MPaspor, TravelPurpose.Work);
    private static readonly PassportInterviewConducted Interviewed = new([], "Singkat.");
    private static readonly PassportIssuanceDeferred Deferred = new([DeferralReason.NoPlacementDocuments], []);
    private static readonly DeferredApplicantReferred Referred = new("BP3MI", "BP3MI-NTT", "Jalur resmi.");
    private static readonly ApplicantDocumentVerified Verified = new(DocumentType.IdentityCard, "DUKCAPIL", DocumentResult.Genuine);
    private static readonly TravellerReferredToSecondary ToSecondary = new(Teratai, [ReferralReason.OneWayTicket], TransportMode.Sea, "KH");
    private static readonly SecondaryInspectionConducted Inspected = new("Singkat.", []);
    private static readonly VictimIndicatorScreened Screened = new([], IsChild: false, ScreeningResult.NoIndication);
    private static readonly DepartureDeferred DepartureDeferred = new([DeferralReason.SuspectedVictim], "BAP/017");
    private static readonly OriginReturnFacilitated Home = new(["53.21"], "PEMDA-KAB", "PEMDA-MALAKA");

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Application =>
        Story.Of(PassportApplicationDecider.Kind);

    private static Story<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> Encounter =>
        Story.Of(DepartureScreeningDecider.Kind).Given(Batam, Monday, ToSecondary);

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void An_application_reaches_the_product_within_a_quarter_of_an_hour(int minutes, bool late)
    {
        var import = Application.Given(Recorded(Thursday, Thursday.AddMinutes(minutes)), Received).State.StepTimes.ShouldHaveSingleItem();
        (import.Step, import.IsLate).ShouldBe((TimedStep.Import, late));
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(15, true)]
    public void An_interview_is_written_down_on_its_day_in_the_zone_of_the_office(int hours, bool late)
    {
        var story = Application.Given(Atambua, Thursday, Received).Given(Recorded(Thursday, Thursday.AddHours(hours)), Interviewed);
        story.State.StepTimes[^1].ShouldBe(new(TimedStep.Interview, Thursday, Wita(2026, 1, 29), Thursday.AddHours(hours)));
        story.State.StepTimes[^1].IsLate.ShouldBe(late);
    }

    [Fact]
    public void A_document_is_verified_by_the_end_of_the_next_working_day_after_it_was_last_talked_about()
    {
        var friday = Thursday.AddDays(1);
        var story = Application.Given(Atambua, Thursday, Received).Given(Atambua, friday, Interviewed).Given(Atambua, friday.AddDays(3), Verified);
        story.State.StepTimes[^1].ShouldBe(new(TimedStep.DocumentVerification, friday, Wita(2026, 2, 2), friday.AddDays(3)));
        story.State.StepTimes[^1].IsLate.ShouldBeFalse();
    }

    [Fact]
    public void A_deferral_follows_the_interview_the_same_day_and_the_referral_a_working_day_later()
    {
        var interviewed = Application.Given(Atambua, Thursday, Received, Interviewed);
        var story = interviewed.Given(Atambua, Thursday.AddDays(1), Deferred).Given(Atambua, Thursday.AddDays(4), Referred);
        story.State.StepTimes.Where(step => step.Step is TimedStep.Deferral or TimedStep.Referral).ShouldBe(
        [
            new(TimedStep.Deferral, Thursday, Wita(2026, 1, 29), Thursday.AddDays(1)),
            new(TimedStep.Referral, Thursday.AddDays(1), Wita(2026, 2, 2), Thursday.AddDays(4)),
        ]);
        story.State.StepTimes.Where(step => step.IsLate).Select(step => step.Step).ShouldBe([TimedStep.Deferral]);
        story.Given(Atambua, Thursday.AddDays(5), Deferred with { Note = "Alasan lain." }).State.StepTimes.Count(step => step.Step == TimedStep.Deferral).ShouldBe(1);
    }

    [Fact]
    public void The_counter_starts_two_clocks_and_the_first_answer_stops_each()
    {
        Encounter.State.StepTimes.ShouldBe(
        [
            new(TimedStep.SecondaryInspection, Monday, Monday.AddMinutes(45)), new(TimedStep.VictimScreening, Monday, Monday.AddMinutes(60)),
        ]);
        var story = Encounter.Given(Batam, Monday.AddMinutes(40), Inspected).Given(Batam, Monday.AddMinutes(90), Inspected with { Summary = "Lagi." })
            .Given(Batam, Monday.AddMinutes(61), Screened);
        story.State.StepTimes.Select(step => (step.DoneAt, step.IsLate)).ShouldBe([(Monday.AddMinutes(40), false), (Monday.AddMinutes(61), true)]);
    }

    [Fact]
    public void Nobody_waits_for_an_inspection_of_somebody_who_left()
    {
        var left = Encounter.Given(
            Batam, Monday.AddMinutes(20), new DepartureRecorded(Teratai, "TPI-SEKUPANG", TransportMode.Sea, "SG", DepartureClearance.None));
        left.State.StepTimes.ShouldBeEmpty();
    }

    [Fact]
    public void The_way_home_is_measured_from_the_deferral()
    {
        var story = Encounter.Given(Batam, Monday, Inspected, Screened, DepartureDeferred);
        story.State.StepTimes.ShouldAllBe(step => step.Step != TimedStep.OriginReturn);
        story.Given(Kepri, Monday.AddDays(4), Home).State.StepTimes.Last()
            .ShouldBe(new(TimedStep.OriginReturn, Monday, Monday.AddDays(3), Monday.AddDays(4)));
    }

    private static Envelope Recorded(DateTimeOffset happened, DateTimeOffset recorded) => By(Atambua, happened) with { RecordedAt = recorded };

    /// <summary>The midnight that ends a day in Atambua.</summary>
    private static DateTimeOffset Wita(int year, int month, int day) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(1);
}

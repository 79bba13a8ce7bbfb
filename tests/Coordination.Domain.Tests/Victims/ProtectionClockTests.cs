using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class ProtectionClockTests
{
    private static readonly PsychosocialAssessed Assessed = new("PEDOMAN-PSIKOSOSIAL", ["tidur"]);
    private static readonly ReintegrationPlanAgreed Plan = new([ReintegrationPart.Livelihood], "Las.");

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Nothing => Story.Of(ProtectionDecider.Kind);

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Agreed(params ServiceKind[] services) =>
        Nothing.Given(Kepri, Monday, new ServiceConsentGiven(services, ConsentGiver.Self, Teratai));

    [Theory]
    [InlineData(ServiceKind.Health, "health", 24)]
    [InlineData(ServiceKind.Psychosocial, "psychosocial", 72)]
    [InlineData(ServiceKind.LegalAid, "legal-aid", 72)]
    [InlineData(ServiceKind.WitnessProtection, "witness-protection", 72)]
    [InlineData(ServiceKind.Shelter, "shelter", 16)] // the day ends at midnight, and this one began at eight
    public void A_service_that_was_agreed_to_begins_in_time(ServiceKind service, string step, int hours)
    {
        var late = Agreed(service).Running().ShouldHaveSingleItem();
        (late.Code, late.Step, late.Due).ShouldBe((AlertCodes.ServiceLate, step, Monday.AddHours(hours)));
        late.Recipients.ShouldBe(["unit:BP3MI/BP3MI-KEPRI", "agency:BP3MI", "agency:KEMENPPPA"]);
    }

    [Fact]
    public void What_has_begun_or_is_no_longer_agreed_is_not_late()
    {
        Agreed(ServiceKind.Health).Given(Kepri, Monday, new HealthAssessed("RS")).Running().ShouldBeEmpty();
        Agreed(ServiceKind.LegalAid).Given(Kepri, Monday, new LegalAidAssigned("LBH")).Running().ShouldBeEmpty();
        Agreed(ServiceKind.WitnessProtection).Given(Kepri, Monday, new WitnessProtectionRequested("B 1")).Running().ShouldBeEmpty();
        Agreed(ServiceKind.Shelter).Given(Kepri, Monday, new ShelterAdmitted(Teratai, ShelterKind.Bp3mi, "A", true)).Running().ShouldBeEmpty();
        Agreed(ServiceKind.Health).Given(Kepri, Monday, new ServiceConsentWithdrawn([ServiceKind.Health], ConsentGiver.Self)).Running().ShouldBeEmpty();
        Agreed(ServiceKind.Health).Given(Kepri, Monday, new ReintegrationClosed(ReintegrationEnd.OwnWish)).Running().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ServiceKind.Health, "health")]
    [InlineData(ServiceKind.Psychosocial, "psychosocial")]
    [InlineData(ServiceKind.LegalAid, "legal-aid")]
    [InlineData(ServiceKind.WitnessProtection, "witness-protection")]
    [InlineData(ServiceKind.Shelter, "shelter")]
    public void Whoever_agrees_again_after_a_withdrawal_waits_anew(ServiceKind service, string step)
    {
        var again = Agreed(service).Given(Kepri, Tuesday, new ServiceConsentWithdrawn([service], ConsentGiver.Self))
            .Given(Kepri, Tuesday.AddDays(30), new ServiceConsentGiven([service], ConsentGiver.Self));
        var late = again.Running().ShouldHaveSingleItem();
        (late.Step, late.Since, late.Facts["step"]).ShouldBe(($"{step}/2026-03-05", Tuesday.AddDays(30), step));
    }

    [Fact]
    public void A_plan_is_due_seven_days_after_the_assessment_with_a_notice_before()
    {
        var due = Agreed(ServiceKind.Psychosocial).Given(Kepri, Monday, Assessed).Running().ToList();
        due.Select(one => (one.Step, one.Severity, one.Due)).ShouldBe(
            [("plan/t-1", Severity.Medium, Monday.AddDays(6)), ("plan", Severity.High, Monday.AddDays(7))]);
        Agreed(ServiceKind.Psychosocial).Given(Kepri, Monday, Assessed).Given(Kepri, Tuesday, new ServicePlanAgreed([ServiceKind.Psychosocial], "Pulih."))
            .Running().ShouldBeEmpty();
    }

    [Fact]
    public void Two_missed_sessions_in_a_row_are_told_at_once_and_an_attended_one_ends_it()
    {
        var care = Agreed(ServiceKind.Psychosocial).Given(Kepri, Monday, Assessed, new ServicePlanAgreed([ServiceKind.Psychosocial], "Pulih."));
        var once = care.Given(Kepri, Monday, new CounsellingSessionHeld(1, true), new CounsellingSessionHeld(2, false));
        once.Running().ShouldBeEmpty();
        var twice = once.Given(Kepri, Tuesday, new CounsellingSessionHeld(3, false));
        var told = twice.Running().ShouldHaveSingleItem();
        (told.Step, told.Due).ShouldBe(("sessions/3", Tuesday));
        twice.Given(Kepri, Tuesday, new CounsellingSessionHeld(4, true)).Running().ShouldBeEmpty();
    }

    [Fact]
    public void A_government_has_a_day_to_say_that_it_has_taken_over()
    {
        var handed = Agreed(ServiceKind.Repatriation).Given(Kepri, Monday, new HandedToLocalGovernment("PEMDA-KAB", "PEMDA-MALAKA", "BAST 1"));
        var late = handed.Running().ShouldHaveSingleItem();
        (late.Due, late.Facts["unit"]).ShouldBe((Monday.AddHours(24), "PEMDA-MALAKA"));
        late.Recipients.ShouldContain("unit:PEMDA-KAB/PEMDA-MALAKA");
        handed.Given(Malaka, Monday, new LocalGovernmentAcknowledged()).Running().ShouldBeEmpty();
    }

    [Fact]
    public void A_checklist_that_is_open_the_day_before_the_journey_is_told()
    {
        var home = new RepatriationPlanned(ReturnRoute.WithinIndonesia, "53.21", MondaysDate.AddDays(10), [ReturnCheck.RiskAssessed]);
        var open = Agreed(ServiceKind.Repatriation).Given(Kepri, Monday, home);
        open.Running().ShouldHaveSingleItem().Due.ShouldBe(new DateTimeOffset(2026, 2, 11, 0, 0, 0, TimeSpan.FromHours(7)));
        open.Given(Kepri, Tuesday, home with { Checked = Enum.GetValues<ReturnCheck>() }).Running().ShouldBeEmpty();
        open.Given(Kepri, Tuesday, new ArrivedAtOrigin()).Running().ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_of_reintegration_is_due_a_fortnight_after_coming_home()
    {
        var home = Agreed(ServiceKind.Repatriation, ServiceKind.Reintegration).Given(Kepri, Monday, new ArrivedAtOrigin());
        var late = home.Running().ShouldHaveSingleItem();
        (late.Step, late.Due).ShouldBe(("reintegration-plan", Monday.AddDays(14)));
    }

    [Fact]
    public void Four_visits_follow_a_plan_and_a_missed_one_is_told()
    {
        var planned = Agreed(ServiceKind.Reintegration).Given(Malaka, Monday, Plan);
        planned.Running().Select(one => (one.Step, one.Due)).ShouldBe(
        [
            ("follow-up/30", Monday.AddDays(37)), ("follow-up/90", Monday.AddDays(97)), ("follow-up/180", Monday.AddDays(187)),
            ("follow-up/365", Monday.AddDays(372)),
        ]);
        var missed = planned.Given(Malaka, Monday.AddDays(30), new FollowUpVisited(FollowUp.Day30, Met: false));
        missed.Running().First().Due.ShouldBe(Monday.AddDays(30));
        missed.Given(Malaka, Monday.AddDays(33), new FollowUpVisited(FollowUp.Day30)).Running().Select(one => one.Step)
            .ShouldBe(["follow-up/90", "follow-up/180", "follow-up/365"]);
    }

    [Fact]
    public void A_person_in_danger_again_is_told_at_once_also_after_the_services_were_closed()
    {
        var seen = Agreed().Given(Kepri, Monday, new ReintegrationClosed(ReintegrationEnd.OwnWish))
            .Given(Sekupang, Tuesday, new ReVictimisationDetected("Sponsor yang sama."));
        var told = seen.Running().ShouldHaveSingleItem();
        (told.Code, told.Severity, told.Due).ShouldBe((AlertCodes.Revictimisation, Severity.High, Tuesday));
    }
}

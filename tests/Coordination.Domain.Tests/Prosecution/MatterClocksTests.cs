using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Prosecution;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Prosecution.MatterStory;

namespace Coordination.Domain.Tests.Prosecution;

public sealed class MatterClocksTests
{
    [Fact]
    public void The_notice_to_the_prosecutor_is_due_on_the_seventh_day_and_warned_of_on_the_fifth()
    {
        Running(AtPolice).Select(deadline => (deadline.Code, deadline.Severity, deadline.Due)).ShouldBe(
            [("A-SPDP", Severity.High, Monday.AddDays(5)), ("A-SPDP", Severity.Critical, Monday.AddDays(7))]);
        Running(AtPolice)[0].Recipients.ShouldBe(["unit:POLRI/POLRESTA-BARELANG", "agency:KEJAKSAAN", "agency:SATGAS"]);
        Running(AtPolice.Given(Barelang, Tuesday, Notified)).ShouldBeEmpty();
        Running(Reported).ShouldBeEmpty("a report is not yet an investigation");
    }

    [Fact]
    public void Each_investigator_has_its_own_seven_days()
    {
        var taken = Exploited.Given(Barelang, Tuesday, Registered);
        Running(taken).ShouldNotContain(deadline => deadline.Code == "A-SPDP");
        Running(taken.Given(Barelang, Tuesday, ByPolice)).Count(deadline => deadline.Code == "A-SPDP" && deadline.Since == Tuesday).ShouldBe(2);
    }

    [Fact]
    public void Immigration_and_police_sit_together_within_two_days()
    {
        Running(Exploited).Single(deadline => deadline.Code == "A-COMPETENCE").Due.ShouldBe(Tuesday.AddDays(2));
        Running(Exploited.Given(Batam, Tuesday, Held)).ShouldNotContain(deadline => deadline.Code == "A-COMPETENCE");
    }

    [Fact]
    public void Signs_that_come_up_after_a_conference_ask_for_another_and_a_correction_before_it_does_not()
    {
        Step(Exploited).ShouldBe("joint_conference");
        Step(Exploited.Given(Batam, Tuesday.AddDays(1), Indicated with { IsChild = true })).ShouldBe("joint_conference");
        var again = Exploited.Given(Batam, Tuesday, Held with { Route = MatterRoute.Immigration })
            .Given(Batam, Tuesday.AddDays(30), Indicated);
        Step(again).ShouldBe("joint_conference/2026-03-05");
        Running(again).Single(deadline => deadline.Code == "A-COMPETENCE").Facts["step"].ShouldBe("joint_conference");

        static string Step(Story<Matter, ProsecutionEvent, ProsecutionCommand> story) =>
            Running(story).Single(deadline => deadline.Code == "A-COMPETENCE").Step;
    }

    [Fact]
    public void The_prosecutor_has_seven_days_for_a_file_and_the_investigator_fourteen()
    {
        Running(WithProsecutor).Select(deadline => (deadline.Code, deadline.Severity, deadline.Due)).ShouldBe(
            [("A-CASE-FILE", Severity.Low, Tuesday.AddDays(4)), ("A-CASE-FILE", Severity.High, Tuesday.AddDays(7))]);
        var back = Tuesday.AddDays(3);
        Running(GivenBack).Select(deadline => deadline.Due).ShouldBe([back.AddDays(11), back.AddDays(14)]);
        Running(FileComplete).ShouldBeEmpty();
    }

    [Fact]
    public void The_third_return_of_a_file_is_a_loop()
    {
        var story = WithProsecutor;
        for (var loop = 1; loop <= 3; loop++)
        {
            Running(story).ShouldNotContain(deadline => deadline.Code == "A-RETURN-LOOP");
            story = story.Given(Kejari, Tuesday.AddDays(loop), Returned with { LetterNumber = $"P19/{loop}" });
            if (loop < 3)
                story = story.Given(Barelang, Tuesday.AddDays(loop), new CaseFileResubmitted($"BP/{loop}", loop + 1));
        }

        var loops = Running(story).Single(deadline => deadline.Code == "A-RETURN-LOOP");
        (loops.Due, loops.Recipients.ShouldHaveSingleItem()).ShouldBe((Tuesday.AddDays(3), "agency:SATGAS"));
    }

    [Fact]
    public void The_end_of_an_investigation_is_told_within_a_day()
    {
        var over = AtPolice.Given(Barelang, Tuesday, new InvestigationTerminated("SP3/01", TerminationGround.NoCrime, "Bukan pidana."));
        var notice = Running(over).ShouldHaveSingleItem();
        (notice.Code, notice.Due).ShouldBe(("A-SP3", Tuesday.AddDays(1)));
        Running(over.Given(Barelang, Tuesday, new TerminationNotified("SP3-B/01", [NoticeRecipient.Prosecutor]))).ShouldBeEmpty();
    }

    [Fact]
    public void A_victim_without_a_claim_is_noticed_before_the_demand()
    {
        var demand = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(7));
        var trial = FileComplete.Given(Barelang, Tuesday, Transferred).Given(Kejari, Tuesday, Indicted with { DemandOn = new(2026, 4, 1) });
        Running(trial).Select(deadline => (deadline.Severity, deadline.Due)).ShouldBe([(Severity.Medium, demand.AddDays(-7)), (Severity.High, demand)]);
        Running(trial)[0].ShouldSatisfyAllConditions(
            notice => notice.Subjects.ShouldBe([Teratai]), notice => notice.Recipients.ShouldContain("agency:LPSK"));
        Running(trial.Given(Lpsk, Tuesday, Assessed).Given(Kejari, Tuesday, Claimed)).ShouldBeEmpty();
        Running(InCourt)[^1].Due.ShouldBe(Tuesday.AddDays(20 + 14), "where the day of the demand is not known");
    }

    [Fact]
    public void What_is_not_paid_in_fourteen_days_alarms_until_all_of_it_is()
    {
        var ordered = Tuesday.AddDays(60);
        var unpaid = Running(Owed).ShouldHaveSingleItem();
        (unpaid.Code, unpaid.Severity, unpaid.Due, unpaid.Facts["rupiah"]).ShouldBe(("A-RESTITUTION", Severity.High, ordered.AddDays(14), "48000000"));
        var part = Owed.Given(Kejari, ordered, new RestitutionPaid(Teratai, 40_000_000, "KW-15"));
        Running(part).ShouldHaveSingleItem().Facts["rupiah"].ShouldBe("8000000");
        Running(part.Given(Kejari, ordered, new RestitutionPaid(Teratai, 8_000_000, "KW-16"))).ShouldBeEmpty();
    }

    [Fact]
    public void The_time_to_pay_runs_from_the_day_the_verdict_is_final() =>
        Running(Judged.Given(CourtBatam, Tuesday.AddDays(60), Ordered with { FinalOn = new(2026, 5, 1) })).ShouldHaveSingleItem()
            .Due.ShouldBe(new DateTimeOffset(2026, 5, 15, 0, 0, 0, TimeSpan.FromHours(7)));

    private static IReadOnlyList<Deadline> Running(Story<Matter, ProsecutionEvent, ProsecutionCommand> story) =>
        [.. MatterClocks.Clock.Running(story.State)];
}

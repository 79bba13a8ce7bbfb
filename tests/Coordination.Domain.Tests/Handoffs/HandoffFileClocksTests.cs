using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Handoffs;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Handoffs.HandoffStory;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

public sealed class HandoffFileClocksTests
{
    [Fact]
    public void The_sender_hears_three_days_before_its_supplement_is_late()
    {
        var notice = Running(ReturnedToBatam).ShouldHaveSingleItem();
        (notice.Code, notice.Severity, notice.Due).ShouldBe(("A-HANDOFF-LATE", Severity.Low, Tuesday.AddDays(11)));
        notice.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-BATAM"]);
    }

    [Fact]
    public void A_supplement_stops_the_notice() => Running(ReturnedToBatam.Given(Batam, Tuesday.AddDays(1), Supplemented)).ShouldBeEmpty();

    [Fact]
    public void The_third_return_is_a_loop_and_due_at_once()
    {
        var story = ReturnedToBatam;
        for (var loop = 1; loop <= 2; loop++)
        {
            Running(story).ShouldNotContain(deadline => deadline.Code == "A-RETURN-LOOP");
            story = story.Given(Batam, Tuesday.AddDays(loop), Supplemented).Given(Barelang, Tuesday.AddDays(loop).AddHours(1), Returned);
        }

        var loops = Running(story).Single(deadline => deadline.Code == "A-RETURN-LOOP");
        (loops.Severity, loops.Since, loops.Due).ShouldBe((Severity.Medium, Tuesday.AddDays(2).AddHours(1), Tuesday.AddDays(2).AddHours(1)));
        loops.Recipients.ShouldBe(["agency:SATGAS"]);
    }

    [Fact]
    public void A_handoff_that_was_proposed_and_is_not_dispatched_within_a_day_is_told_to_its_sender_and_the_task_force()
    {
        var proposed = Nothing.Given(Batam, Monday, Proposed);
        var late = HandoffClocks.Clock.Running(proposed.State).ShouldHaveSingleItem();
        (late.Code, late.Severity, late.Due).ShouldBe(("A-HANDOFF-LATE", Severity.High, Monday.AddDays(1)));
        late.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-BATAM", "agency:SATGAS"]);
        HandoffClocks.Clock.Running(proposed.Given(Batam, Tuesday, Dispatched).State)
            .ShouldNotContain(deadline => deadline.Step == late.Step);
        HandoffClocks.Clock.Running(proposed.Given(Batam, Tuesday, new HandoffWithdrawn("Salah berkas.")).State).ShouldBeEmpty();
    }

    [Fact]
    public void A_declined_handoff_that_nobody_takes_further_alarms_after_two_days()
    {
        var declined = WithPolice.Given(Barelang, Tuesday, new HandoffDeclined("Bukan wilayah kami."));
        var alarm = Running(declined).ShouldHaveSingleItem();
        (alarm.Code, alarm.Step, alarm.Due).ShouldBe(("A-COMPETENCE", "declined", Tuesday.AddDays(2)));
        Running(declined.Given(Batam, Tuesday, new HandoffFollowedUp(Conflict: Stream(7)))).ShouldBeEmpty();
    }

    private static IReadOnlyList<Deadline> Running(
        Story<Handoff, HandoffEvent, HandoffCommand> story) => [.. HandoffFileClocks.Clock.Running(story.State)];
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Handoffs;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Handoffs.HandoffStory;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

public sealed class HandoffClockTests
{
    [Fact]
    public void A_desk_has_four_hours_to_confirm_receipt()
    {
        var clock = HandoffClock.Of(WithPolice.State, Monday.AddHours(1));
        (clock.Step, clock.HeldBy, clock.Deadline).ShouldBe((HandoffStep.Receipt, HandoffParty.Receiver, Monday.AddHours(4)));
        clock.Used.ShouldBe(0.25);
        clock.IsLateAt(Monday.AddHours(4)).ShouldBeFalse();
        clock.IsLateAt(Monday.AddHours(4).AddSeconds(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_decision_takes_three_days_at_most() =>
        HandoffClock.Of(WithPolice.Given(Barelang, Tuesday, new HandoffReceived()).State, Tuesday).Deadline.ShouldBe(Tuesday.AddDays(3));

    [Fact]
    public void A_decision_about_a_detained_person_takes_one_day_from_receipt() =>
        HandoffClock.Of(
            Nothing.Given(Batam, Monday, Proposed with { Detained = true }, Dispatched).Given(Barelang, Tuesday, new HandoffReceived()).State, Tuesday)
            .Deadline.ShouldBe(Tuesday.AddDays(1));

    [Fact]
    public void A_person_who_waits_for_shelter_is_answered_four_hours_after_the_handing_over()
    {
        var received = Nothing.Given(Batam, Monday, Sheltered).Given(Kepri, Monday.AddHours(1), new HandoffReceived());
        var clock = HandoffClock.Of(received.State, Monday.AddHours(2));
        (clock.Step, clock.Deadline, clock.Used).ShouldBe((HandoffStep.Decision, Monday.AddHours(4), 0.5));
        HandoffClock.Of(Nothing.Given(Batam, Monday, Sheltered).Given(Kepri, Monday.AddHours(6), new HandoffReceived()).State, Monday.AddHours(6))
            .IsLateAt(Monday.AddHours(6)).ShouldBeTrue("receipt took all of it");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_police_answer_for_a_facilitator_a_day_after_the_handing_over(bool detained) =>
        HandoffClock.Of(
            Nothing.Given(Batam, Monday, Handed with { Detained = detained }).Given(Barelang, Monday.AddHours(3), new HandoffReceived()).State,
            Monday.AddHours(3))
            .Deadline.ShouldBe(Monday.AddHours(24));

    [Fact]
    public void A_supplemented_file_of_somebody_who_was_brought_along_is_answered_in_the_full_time() =>
        HandoffClock.Of(ReturnedToBatam.Given(Batam, Tuesday.AddDays(2), Supplemented).State, Tuesday.AddDays(2))
            .Deadline.ShouldBe(Tuesday.AddDays(3));

    [Fact]
    public void Only_the_answer_of_the_police_about_a_facilitator_is_critical_when_late()
    {
        var handed = Nothing.Given(Batam, Monday, Handed);
        Late(handed).ShouldBe(("1/receipt", Severity.Critical));
        Late(handed.Given(Barelang, Monday, new HandoffReceived())).ShouldBe(("2/decision", Severity.Critical));
        Late(ReturnedToBatam).ShouldBe(("2/supplement", Severity.High));
        Late(Nothing.Given(Batam, Monday, Sheltered)).ShouldBe(("1/receipt", Severity.High));
        Late(WithPolice).ShouldBe(("2/receipt", Severity.High));
    }

    [Fact]
    public void A_return_stops_the_receivers_clock_and_starts_the_senders()
    {
        var clock = HandoffClock.Of(ReturnedToBatam.State, Tuesday.AddDays(2));
        (clock.HeldBy, clock.Step, clock.Deadline, clock.Returns)
            .ShouldBe((HandoffParty.Sender, HandoffStep.Supplement, Tuesday.AddDays(14), 1));
        clock.PerStep[HandoffStep.Receipt].ShouldBe(TimeSpan.FromDays(1));
        clock.PerStep[HandoffStep.Supplement].ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void The_receivers_clock_goes_on_where_it_stopped()
    {
        var story = WithPolice.Given(Barelang, Monday, new HandoffReceived())
            .Given(Barelang, Monday.AddDays(1), new HandoffReturned([new("Salinan telepon")], "Belum lengkap."))
            .Given(Batam, Monday.AddDays(5), Supplemented);
        var clock = HandoffClock.Of(story.State, Monday.AddDays(6));
        clock.Deadline.ShouldBe(Monday.AddDays(7), "one of three days was used before the return");
        clock.PerStep[HandoffStep.Decision].ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void Every_return_gives_the_sender_its_full_time()
    {
        var story = ReturnedToBatam.Given(Batam, Tuesday.AddDays(10), Supplemented).Given(Barelang, Tuesday.AddDays(11), Returned);
        HandoffClock.Of(story.State, Tuesday.AddDays(11)).Deadline.ShouldBe(Tuesday.AddDays(11 + 14));
    }

    [Fact]
    public void A_closed_handoff_has_no_clock()
    {
        var clock = HandoffClock.Of(WithPolice.Given(Barelang, Tuesday, new HandoffAccepted()).State, Tuesday.AddDays(30));
        (clock.Step, clock.HeldBy, clock.Deadline).ShouldBe(((HandoffStep?)null, (HandoffParty?)null, (DateTimeOffset?)null));
        clock.IsLateAt(Tuesday.AddDays(30)).ShouldBeFalse();
        clock.PerStep[HandoffStep.Receipt].ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_step_said_to_be_earlier_than_the_one_before_takes_no_negative_time() =>
        HandoffClock.Of(WithPolice.Given(Barelang, Monday.AddHours(-2), new HandoffReceived()).State, Monday)
            .PerStep[HandoffStep.Receipt].ShouldBe(TimeSpan.Zero);

    [Fact]
    public void Before_it_is_dispatched_the_sender_holds_it() =>
        HandoffClock.Of(Nothing.Given(Batam, Monday, Proposed).State, Monday).ShouldSatisfyAllConditions(
            clock => clock.HeldBy.ShouldBe(HandoffParty.Sender), clock => clock.Deadline.ShouldBe(Monday.AddHours(24)));

    private static (string Step, Severity Severity) Late(Story<Handoff, HandoffEvent, HandoffCommand> story)
    {
        var late = HandoffClocks.Clock.Running(story.State).ShouldHaveSingleItem();
        return (late.Step, late.Severity);
    }
}

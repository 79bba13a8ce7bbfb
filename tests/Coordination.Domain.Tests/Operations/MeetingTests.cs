using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Operations;

public sealed class MeetingTests
{
    private static readonly TimporaMeetingConvened Convened = new("Penampungan.", Tuesday, ["IMIGRASI", "POLRI"]);

    private static readonly MeetingMinutesIssued Minutes = new(
        "NOT/1", [new("IMIGRASI", "KANIM-BATAM")], ["Operasi bersama."],
        [
            new(1, "Mengusulkan operasi.", new("IMIGRASI", "KANIM-BATAM"), MondaysDate.AddDays(3)),
            new(2, "Menyiapkan tempat.", new("BP3MI", "BP3MI-KEPRI"), MondaysDate.AddDays(4)),
        ]);

    private static readonly ActionItemCompleted Done = new(2, "Tersedia.");

    private static Story<TimporaMeeting, MeetingEvent, MeetingCommand> Nothing => Story.Of(MeetingDecider.Kind);

    private static Story<TimporaMeeting, MeetingEvent, MeetingCommand> Called => Nothing.Given(By(Batam, Monday) with { Place = "21.71" }, Convened);

    private static Story<TimporaMeeting, MeetingEvent, MeetingCommand> Noted => Called.Given(Batam, Tuesday.AddDays(1), Minutes);

    [Fact]
    public void A_meeting_is_convened()
    {
        Nothing.When(Batam, Monday, Convened).Then(Convened);
        Nothing.When(Batam, Monday, Convened with { Agenda = "" }).ThenRefused(InputRefusals.Blank, "agenda");
        Nothing.When(Batam, Monday, Convened with { Agencies = [] }).ThenRefused(InputRefusals.Empty, "agencies");
        Nothing.When(Batam, Monday, Convened with { Agencies = ["X"] }).ThenRefused(ReferenceRefusals.UnknownAgency, "agency");
        Called.When(Batam, Monday, Convened with { HeldAt = Monday }).ThenRefused(MeetingRefusals.Exists);
        Called.When(Malaka, Monday, Convened).ThenRefused(MeetingRefusals.NotInvited);
    }

    [Fact]
    public void Minutes_say_who_came_what_was_decided_and_who_does_what()
    {
        Called.When(Batam, Tuesday, Minutes).Then(Minutes);
        Called.When(Coordinator, Tuesday, Minutes).Then(Minutes);
        Called.When(Batam, Monday, Minutes).ThenRefused(MeetingRefusals.NotHeld);
        Called.When(Barelang, Tuesday, Minutes).ThenRefused(MeetingRefusals.NotConvener);
        Called.When(Malaka, Tuesday, Minutes).ThenRefused(MeetingRefusals.NotInvited);
        Nothing.When(Batam, Tuesday, Minutes).ThenRefused(MeetingRefusals.Unknown);
        Called.When(Batam, Tuesday, Minutes with { MinutesNumber = "" }).ThenRefused(InputRefusals.Blank, "minutesNumber");
        Called.When(Batam, Tuesday, Minutes with { Attendance = [] }).ThenRefused(InputRefusals.Empty, "attendance");
        Called.When(Batam, Tuesday, Minutes with { Decisions = [""] }).ThenRefused(InputRefusals.Blank, "decisions");
        Called.When(Batam, Tuesday, Minutes with { Attendance = [new("POLRI", "X")] }).ThenRefused(ReferenceRefusals.UnknownUnit, "unit");
        Called.When(Batam, Tuesday, Minutes with { ActionItems = [Minutes.ActionItems[0], Minutes.ActionItems[0]] }).ThenRefused(MeetingRefusals.NumberTwice);
        Noted.When(Batam, Tuesday, Minutes with { MinutesNumber = "NOT/2" }).ThenRefused(MeetingRefusals.AlreadyIssued);
    }

    [Fact]
    public void Who_answers_for_an_item_completes_it()
    {
        Noted.When(Kepri, Tuesday.AddDays(2), Done).Then(Done).State.OpenItems.Select(item => item.Number).ShouldBe([1]);
        Noted.When(Barelang, Tuesday.AddDays(2), Done).ThenRefused(MeetingRefusals.NotPic);
        Noted.When(Kepri, Tuesday.AddDays(2), Done with { Number = 3 }).ThenRefused(MeetingRefusals.NoItem);
        Noted.When(Kepri, Tuesday.AddDays(2), Done with { Result = "" }).ThenRefused(InputRefusals.Blank, "result");
        Noted.When(Malaka, Tuesday.AddDays(2), Done).ThenRefused(MeetingRefusals.NotInvited);
        Nothing.When(Kepri, Tuesday, Done).ThenRefused(MeetingRefusals.Unknown);
        Noted.Given(Kepri, Tuesday.AddDays(2), Done).When(Batam, Tuesday.AddDays(2), Done with { Result = "Lain" }).ThenRefused(MeetingRefusals.AlreadyCompleted);
    }

    [Fact]
    public void Who_has_something_to_do_reads_the_minutes() => MeetingDecider.Kind.Readers(Noted.State).Distinct(StringComparer.Ordinal)
        .ShouldBe(["agency:IMIGRASI", "agency:POLRI", "agency:BP3MI", "agency:SATGAS"]);

    [Fact]
    public void Minutes_are_due_in_five_working_days_and_each_item_on_its_day()
    {
        // Tuesday 3 February; the fifth working day is Tuesday 10.
        Of(Called).ShouldHaveSingleItem().Due.ShouldBe(new DateTimeOffset(2026, 2, 11, 0, 0, 0, TimeSpan.FromHours(7)));
        var open = Of(Noted);
        open.Select(one => one.Step).ShouldBe(["action/1", "action/2"]);
        open[1].Due.ShouldBe(new DateTimeOffset(2026, 2, 7, 0, 0, 0, TimeSpan.FromHours(7)));
        open[1].Recipients.ShouldBe(["unit:BP3MI/BP3MI-KEPRI", "unit:IMIGRASI/KANIM-BATAM"]);
        Of(Noted.Given(Kepri, Tuesday, Done, Done with { Number = 1 })).ShouldBeEmpty();
        Of(Nothing).ShouldBeEmpty();
    }

    private static IReadOnlyList<Deadline> Of(Story<TimporaMeeting, MeetingEvent, MeetingCommand> story) => [.. MeetingClocks.Clock.Running(story.State)];
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class WatchEntryEndTests
{
    private static readonly WatchEntryProposed OnGagak = new(WatchKind.Punitive, "Perekrut.", "Hubungi penyidik.", Person: Gagak);
    private static readonly WatchEntryApproved Approved = new(MondaysDate.AddMonths(6));
    private static readonly WatchEntryExtended Longer = new(MondaysDate.AddMonths(9), "Masih aktif.");
    private static readonly WatchEntryExpired Expired = new(MondaysDate.AddMonths(6));
    private static readonly WatchEntryRemoved Removed = new("Keterangan dicabut.");
    private static readonly PunitiveWatchRemoved Shielded = new(Gagak, VictimStatus.Dual, Stream(7));

    /// <summary>3 August 2026, 00.00 WIB: the day after the last one is when it is over.</summary>
    private static readonly DateTimeOffset End = new(2026, 8, 3, 0, 0, 0, TimeSpan.FromHours(7));

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Nothing => Story.Of(WatchEntryDecider.Kind);

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Proposed => Nothing.Given(Batam, Monday, OnGagak);

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Active => Proposed.Given(Kupang, Monday, Approved);

    [Fact]
    public void A_second_person_extends_it()
    {
        Active.When(Kupang, Tuesday, Longer).Then(Longer with { Kind = OnGagak.Kind, Person = OnGagak.Person }).State.ValidUntil.ShouldBe(Longer.ValidUntil);
        Active.When(Batam, Tuesday, Longer).ThenRefused(WatchEntryRefusals.SecondPersonNeeded);
        Active.When(Barelang, Tuesday, Longer).ThenRefused(WatchEntryRefusals.OtherAgency);
    }

    [Fact]
    public void Only_an_entry_in_force_is_extended()
    {
        Nothing.When(Kupang, Tuesday, Longer).ThenRefused(WatchEntryRefusals.NotProposed);
        Proposed.When(Kupang, Tuesday, Longer).ThenRefused(WatchEntryRefusals.NotActive);
        Active.When(Kupang, End, Longer).ThenRefused(WatchEntryRefusals.NotActive);
        Active.Given(Batam, Tuesday, Removed).When(Kupang, Tuesday, Longer).ThenRefused(WatchEntryRefusals.Ended);
    }

    [Fact]
    public void An_extension_is_longer_and_not_too_long_and_says_why()
    {
        Active.When(Kupang, Tuesday, Longer with { ValidUntil = MondaysDate.AddMonths(5) }).ThenRefused(WatchEntryRefusals.NotLonger);
        Active.When(Kupang, Tuesday, Longer with { ValidUntil = MondaysDate.AddMonths(13) }).ThenRefused(WatchEntryRefusals.ValidityTooLong);
        Active.When(Kupang, Tuesday, Longer with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
    }

    [Fact]
    public void No_punitive_entry_on_a_victim_is_extended() =>
        Active.When(Kupang, Tuesday, new ExtendWatchEntry(Longer, VictimStatus.Presumed)).ThenRefused(WatchEntryRefusals.VictimShield);

    [Fact]
    public void It_lapses_when_its_last_day_is_over()
    {
        var lapse = WatchEntryDecider.Kind.Lapses(Active.State).Single();
        (lapse.Due, lapse.Happened).ShouldBe((End, Expired));
        var story = Active.When(Officer.System, End, Expired).Then(Expired);
        WatchEntryDecider.Kind.Lapses(story.State).ShouldBeEmpty();
        story.State.IsActiveOn(MondaysDate).ShouldBeFalse();
    }

    [Fact]
    public void It_does_not_lapse_before_that_nor_when_it_was_extended()
    {
        WatchEntryDecider.Kind.Lapses(Proposed.State).ShouldBeEmpty();
        Proposed.When(Officer.System, End, Expired).ThenRefused(WatchEntryRefusals.NotProposed);
        Active.When(Officer.System, End.AddSeconds(-1), Expired).ThenRefused(WatchEntryRefusals.StillRuns);
        var extended = Active.Given(Kupang, Tuesday, Longer);
        extended.When(Officer.System, End, Expired).ThenRefused(WatchEntryRefusals.StillRuns);
        WatchEntryDecider.Kind.Lapses(extended.State).Single().Due.ShouldBe(Envelope.EndOf(Longer.ValidUntil));
    }

    [Fact]
    public void The_owner_or_the_task_force_removes_it()
    {
        Proposed.When(Batam, Tuesday, Removed).Then(Removed with { Person = OnGagak.Person });
        Active.When(Coordinator, Tuesday, Removed).Then(Removed with { Person = OnGagak.Person }).State.End.ShouldBe(WatchEnd.Removed);
        Active.When(Barelang, Tuesday, Removed).ThenRefused(WatchEntryRefusals.OtherAgency);
        Active.When(Batam, Tuesday, Removed with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Batam, Tuesday, Removed).ThenRefused(WatchEntryRefusals.NotProposed);
    }

    [Fact]
    public void What_was_removed_cannot_be_approved() =>
        Proposed.Given(Batam, Monday, Removed).When(Kupang, Tuesday, Approved).ThenRefused(WatchEntryRefusals.Ended);

    [Fact]
    public void The_shield_removes_a_punitive_entry_approved_or_not()
    {
        Active.When(Officer.System, Tuesday, Shielded).Then(Shielded).State.End.ShouldBe(WatchEnd.Shielded);
        Proposed.When(Officer.System, Tuesday, Shielded).Then(Shielded);
        Active.Given(Batam, Tuesday, Removed).When(Officer.System, Tuesday, Shielded).ThenNothing();
    }

    [Fact]
    public void The_shield_touches_nothing_else()
    {
        Nothing.When(Officer.System, Tuesday, Shielded).ThenRefused(WatchEntryRefusals.NotProposed);
        Active.When(Officer.System, Tuesday, Shielded with { Person = Bakung }).ThenRefused(WatchEntryRefusals.NotPunitive);
        Nothing.Given(Batam, Monday, OnGagak with { Kind = WatchKind.Protective }).When(Officer.System, Tuesday, Shielded)
            .ThenRefused(WatchEntryRefusals.NotPunitive);
        Active.When(Officer.System, Tuesday, Shielded with { Status = VictimStatus.NotVictim }).ThenRefused(WatchEntryRefusals.NotShielded);
    }
}

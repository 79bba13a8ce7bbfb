using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class EntryBanTests
{
    private static readonly EntryBanRequested Requested = new(Gagak, "R/44", MondaysDate.AddYears(5), "Mengatur penerimaan korban.");
    private static readonly EntryBanEntered Entered = new("TANGKAL/21", MondaysDate.AddYears(5));
    private static readonly EntryBanExtended Extended = new("KEP/3", MondaysDate.AddYears(9), "Masih mengendalikan.");
    private static readonly EntryBanLifted Lifted = new("Ternyata orang lain.");

    private static Story<TravelBan, TravelBanEvent, TravelBanCommand> Nothing => Story.Of(TravelBanDecider.Kind);

    private static Story<TravelBan, TravelBanEvent, TravelBanCommand> Asked => Nothing.Given(Barelang, Monday, Requested);

    internal static Story<TravelBan, TravelBanEvent, TravelBanCommand> Listed => Asked.Given(Batam, Monday, Entered);

    [Fact]
    public void It_is_asked_for_and_entered()
    {
        var listed = Nothing.When(Barelang, Monday, Requested).Then(Requested).When(Batam, Monday, Entered).Then(Entered);
        listed.State.IsInForceOn(MondaysDate.AddYears(5)).ShouldBeTrue();
    }

    [Fact]
    public void With_its_last_day_it_lapses()
    {
        var lapsed = new EntryBanLapsed(Entered.Until);
        TravelBanDecider.Kind.Lapses(Asked.State).ShouldBeEmpty("nothing runs before it is entered");
        var lapse = TravelBanDecider.Kind.Lapses(Listed.State).Single();
        (lapse.Due, lapse.Happened).ShouldBe((Envelope.EndOf(Entered.Until), lapsed));
        var over = Listed.When(Officer.System, lapse.Due, lapsed).Then(lapsed);
        (over.State.IsInForceOn(Entered.Until), over.State.Lapsed).ShouldBe((false, BanLapse.PeriodOver));
        over.When(Officer.System, lapse.Due, lapsed).ThenNothing();
        over.When(Barelang, lapse.Due, Extended).ThenRefused(TravelBanRefusals.Over);
        TravelBanDecider.Kind.Lapses(over.State).ShouldBeEmpty();
    }

    [Fact]
    public void It_does_not_lapse_before_its_last_day_is_over_nor_when_it_was_extended()
    {
        var end = Envelope.EndOf(Entered.Until);
        Listed.When(Officer.System, end.AddSeconds(-1), new EntryBanLapsed(Entered.Until)).ThenRefused(TravelBanRefusals.StillRuns);
        Listed.Given(Barelang, Tuesday, Extended).When(Officer.System, end, new EntryBanLapsed(Entered.Until)).ThenRefused(TravelBanRefusals.StillRuns);
        TravelBanDecider.Kind.Lapses(Listed.Given(Barelang, Tuesday, Extended).State).Single().Due.ShouldBe(Envelope.EndOf(Extended.Until));
        ExitBanTests.Formal.When(Officer.System, end, new EntryBanLapsed(Entered.Until)).ThenRefused(TravelBanRefusals.Unknown);
        Listed.When(Officer.System, end, new ExitBanLapsed(BanLapse.PeriodOver)).ThenRefused(TravelBanRefusals.Unknown);
    }

    [Fact]
    public void On_its_last_day_it_can_still_be_extended_and_on_the_next_not()
    {
        var noon = Envelope.EndOf(Entered.Until).AddHours(-12);
        Listed.When(Barelang, noon, Extended).Then(Extended);
        Listed.When(Barelang, noon.AddDays(1), Extended).ThenRefused(TravelBanRefusals.Over);
    }

    [Fact]
    public void Ten_years_are_the_most_each_time()
    {
        Nothing.When(Barelang, Monday, Requested with { Until = MondaysDate.AddYears(10).AddDays(1) }).ThenRefused(TravelBanRefusals.EntryTooLong);
        Nothing.When(Barelang, Monday, Requested with { Until = MondaysDate.AddDays(-1) }).ThenRefused(TravelBanRefusals.PeriodReversed);
        Asked.When(Batam, Monday, Entered with { Until = MondaysDate.AddYears(11) }).ThenRefused(TravelBanRefusals.EntryTooLong);
        Listed.When(Barelang, Monday, Extended with { Until = MondaysDate.AddYears(11) }).ThenRefused(TravelBanRefusals.EntryTooLong);
        var again = Listed.Given(Barelang, Tuesday, Extended);
        again.When(Barelang, Monday.AddYears(4), Extended with { DecreeNumber = "KEP/8", Until = MondaysDate.AddYears(14) })
            .Then(Extended with { DecreeNumber = "KEP/8", Until = MondaysDate.AddYears(14) });
    }

    [Fact]
    public void No_ban_on_a_suspected_victim()
    {
        Nothing.When(Barelang, Monday, new RequestEntryBan(Requested) { PersonStatus = VictimStatus.Suspected }).ThenRefused(TravelBanRefusals.VictimShield);
        Asked.When(Batam, Monday, new EnterEntryBan(Entered) { PersonStatus = VictimStatus.Dual }).ThenRefused(TravelBanRefusals.VictimShield);
        Listed.When(Barelang, Monday, new ExtendEntryBan(Extended) { PersonStatus = VictimStatus.Presumed }).ThenRefused(TravelBanRefusals.VictimShield);
    }

    [Fact]
    public void A_request_has_a_number_and_a_reason()
    {
        Nothing.When(Barelang, Monday, Requested with { RequestNumber = "", Reason = "" }).ThenRefused(InputRefusals.Blank, "requestNumber", "reason");
        Asked.When(Barelang, Tuesday, Requested with { Person = Bakung }).ThenRefused(TravelBanRefusals.Exists);
    }

    [Fact]
    public void An_entry_has_one_number_and_a_request_before_it()
    {
        Listed.When(Batam, Tuesday, Entered with { EntryNumber = "TANGKAL/22" }).ThenRefused(TravelBanRefusals.EnteredOtherwise);
        Asked.When(Batam, Monday, Entered with { EntryNumber = "" }).ThenRefused(InputRefusals.Blank, "entryNumber");
        Nothing.When(Batam, Monday, Entered).ThenRefused(TravelBanRefusals.Unknown);
        ExitBanTests.Urgent.When(Batam, Monday, Entered).ThenRefused(TravelBanRefusals.Unknown);
    }

    [Fact]
    public void Who_asked_extends_what_stands_in_the_list()
    {
        Listed.When(Barelang, Tuesday, Extended).Then(Extended);
        Listed.When(Batam, Tuesday, Extended).ThenRefused(TravelBanRefusals.NotRequester);
        Asked.When(Barelang, Tuesday, Extended).ThenRefused(TravelBanRefusals.NotEntered);
        Listed.When(Barelang, Tuesday, Extended with { Until = MondaysDate.AddYears(4) }).ThenRefused(TravelBanRefusals.NotLonger);
        Listed.When(Barelang, Tuesday, Extended with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Barelang, Tuesday, Extended).ThenRefused(TravelBanRefusals.Unknown);
        Listed.Given(Barelang, Tuesday, Lifted).When(Barelang, Tuesday, Extended).ThenRefused(TravelBanRefusals.Over);
    }

    [Fact]
    public void Who_asked_lifts_it()
    {
        Listed.When(Barelang, Tuesday, Lifted).Then(Lifted).State.IsInForceOn(MondaysDate.AddDays(2)).ShouldBeFalse();
        Listed.When(Batam, Tuesday, Lifted).ThenRefused(TravelBanRefusals.NotRequester);
        Listed.When(Barelang, Tuesday, Lifted with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Barelang, Tuesday, Lifted).ThenRefused(TravelBanRefusals.Unknown);
    }
}

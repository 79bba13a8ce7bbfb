using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

/// <summary>UU 6/2011 Ps 91-97 jo UU 63/2024 Ps 97: twenty days for the decision, six months, six more once, asked for three days ahead.</summary>
public sealed class ExitBanTests
{
    private static readonly UrgentExitBanRequested Requested = new(Gagak, "R/31", "Hendak berangkat.", Sha256, ["TPI-JUANDA"]);
    private static readonly ExitBanEntered Entered = new("CEKAL/118");
    private static readonly ExitBanDecided Decided = new(Gagak, "KEP/9", MondaysDate, MondaysDate.AddMonths(6), "Tersangka.");
    private static readonly ExitBanExtended Extended = new("KEP/71", MondaysDate.AddMonths(12), "Penyidikan belum selesai.");
    private static readonly ExitBanLifted Lifted = new("Penyidikan dihentikan.");

    /// <summary>The request is of 2 February; the twentieth day after it is 22 February, and is over at midnight.</summary>
    private static readonly DateTimeOffset TwentyDays = new(2026, 2, 23, 0, 0, 0, TimeSpan.FromHours(7));

    internal static Story<TravelBan, TravelBanEvent, TravelBanCommand> Nothing => Story.Of(TravelBanDecider.Kind);

    internal static Story<TravelBan, TravelBanEvent, TravelBanCommand> Urgent => Nothing.Given(Barelang, Monday, Requested).Given(Batam, Monday, Entered);

    internal static Story<TravelBan, TravelBanEvent, TravelBanCommand> Formal => Urgent.Given(Barelang, Tuesday, Decided);

    [Fact]
    public void An_urgent_ban_is_asked_for_entered_and_decided()
    {
        var story = Nothing.When(Barelang, Monday, Requested).Then(Requested).When(Batam, Monday, Entered).Then(Entered);
        story.State.IsInForceOn(MondaysDate).ShouldBeTrue();
        story.When(Barelang, Tuesday, Decided).Then(Decided).State.IsInForceOn(Decided.Until.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_checkpoint_needs_enough_to_recognise_the_person()
    {
        Nothing.When(Barelang, Monday, new RequestUrgentExitBan(Requested) { Known = ["name", "sex", "birthDate"] })
            .ThenRefused(TravelBanRefusals.DataMissing, "nationality");
        Nothing.When(Barelang, Monday, new RequestUrgentExitBan(Requested) { Known = ["name", "sex", "birthDate", "nationality"] }).Then(Requested);
        Nothing.When(Barelang, Monday, Requested with { PhotoSha256 = "foto.jpg" }).ThenRefused(TravelBanRefusals.BadPhotoHash);
        Nothing.When(Barelang, Monday, Requested with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Barelang, Monday, Requested with { Checkpoints = ["TPI-FIKTIF"] })
            .ThenRefused(TravelBanRefusals.UnknownCheckpoint, "checkpoints[0]");
        Urgent.When(Barelang, Tuesday, Requested with { Person = Bakung }).ThenRefused(TravelBanRefusals.Exists);
    }

    [Fact]
    public void No_ban_on_a_suspected_victim()
    {
        Nothing.When(Barelang, Monday, new RequestUrgentExitBan(Requested) { PersonStatus = VictimStatus.Suspected }).ThenRefused(TravelBanRefusals.VictimShield);
        Nothing.When(Barelang, Monday, new DecideExitBan(Decided) { PersonStatus = VictimStatus.Dual }).ThenRefused(TravelBanRefusals.VictimShield);
        Nothing.Given(Barelang, Monday, Requested).When(Batam, Monday, new EnterExitBan(Entered) { PersonStatus = VictimStatus.Presumed })
            .ThenRefused(TravelBanRefusals.VictimShield);
        Urgent.When(Barelang, Monday, new DecideExitBan(Decided) { PersonStatus = VictimStatus.Confirmed }).ThenRefused(TravelBanRefusals.VictimShield);
        Formal.When(Barelang, Tuesday, new ExtendExitBan(Extended) { PersonStatus = VictimStatus.Suspected }).ThenRefused(TravelBanRefusals.VictimShield);
    }

    [Fact]
    public void Without_a_decision_it_lapses_after_twenty_days()
    {
        var lapse = TravelBanDecider.Kind.Lapses(Urgent.State).Single();
        (lapse.Due, lapse.Happened).ShouldBe((TwentyDays, new ExitBanLapsed(BanLapse.NoFormalDecision)));
        var lapsed = Urgent.When(Officer.System, TwentyDays, new ExitBanLapsed(BanLapse.NoFormalDecision)).Then(new ExitBanLapsed(BanLapse.NoFormalDecision));
        lapsed.State.IsInForceOn(new DateOnly(2026, 2, 23)).ShouldBeFalse();
        lapsed.When(Barelang, TwentyDays, Decided).ThenRefused(TravelBanRefusals.Over);
        lapsed.When(Barelang, TwentyDays, Lifted).ThenRefused(TravelBanRefusals.Over);
        Urgent.When(Barelang, TwentyDays, Decided).ThenRefused(TravelBanRefusals.DecisionTooLate);
    }

    [Fact]
    public void It_does_not_lapse_before_its_time_nor_on_another_ground()
    {
        Urgent.When(Officer.System, TwentyDays.AddSeconds(-1), new ExitBanLapsed(BanLapse.NoFormalDecision)).ThenRefused(TravelBanRefusals.StillRuns);
        Formal.When(Officer.System, TwentyDays, new ExitBanLapsed(BanLapse.NoFormalDecision)).ThenRefused(TravelBanRefusals.StillRuns);
        Nothing.When(Officer.System, TwentyDays, new ExitBanLapsed(BanLapse.NoFormalDecision)).ThenRefused(TravelBanRefusals.Unknown);
        TravelBanDecider.Kind.Lapses(Urgent.Given(Barelang, Tuesday, Lifted).State).ShouldBeEmpty();
    }

    [Fact]
    public void Who_asked_decides_for_six_months_at_most()
    {
        Urgent.When(Batam, Tuesday, Decided).ThenRefused(TravelBanRefusals.NotRequester);
        Urgent.When(Barelang, Tuesday, Decided with { Person = Bakung }).ThenRefused(TravelBanRefusals.OtherPerson);
        Urgent.When(Barelang, Tuesday, Decided with { Until = MondaysDate.AddMonths(6).AddDays(1) }).ThenRefused(TravelBanRefusals.ExitTooLong);
        Urgent.When(Barelang, Tuesday, Decided with { Until = MondaysDate.AddDays(-1) }).ThenRefused(TravelBanRefusals.PeriodReversed);
        Urgent.When(Barelang, Tuesday, Decided with { DecreeNumber = "" }).ThenRefused(InputRefusals.Blank, "decreeNumber");
        Formal.When(Barelang, Tuesday, Decided with { DecreeNumber = "KEP/10" }).ThenRefused(TravelBanRefusals.DecidedOtherwise);
        Nothing.When(Barelang, Monday, Decided).Then(Decided).State.DecisionDue.ShouldBeNull();
    }

    [Fact]
    public void It_is_extended_once_and_three_days_ahead()
    {
        var lastDay = new DateTimeOffset(2026, 7, 30, 12, 0, 0, TimeSpan.FromHours(7));
        var extended = Formal.When(Barelang, lastDay, Extended).Then(Extended);
        extended.When(Barelang, lastDay, Extended with { DecreeNumber = "KEP/99" }).ThenRefused(TravelBanRefusals.AlreadyExtended);
        extended.When(Barelang, lastDay, Decided).ThenNothing();
        Formal.When(Barelang, lastDay.AddDays(1), Extended).ThenRefused(TravelBanRefusals.ExtensionTooLate);
    }

    [Fact]
    public void An_extension_is_longer_by_six_months_at_most()
    {
        Formal.When(Barelang, Tuesday, Extended with { Until = Decided.Until }).ThenRefused(TravelBanRefusals.NotLonger);
        Formal.When(Barelang, Tuesday, Extended with { Until = MondaysDate.AddMonths(12).AddDays(1) }).ThenRefused(TravelBanRefusals.ExitTooLong);
        Formal.When(Barelang, Tuesday, Extended with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Formal.When(Batam, Tuesday, Extended).ThenRefused(TravelBanRefusals.NotRequester);
        Urgent.When(Barelang, Tuesday, Extended).ThenRefused(TravelBanRefusals.NotDecided);
        Nothing.When(Barelang, Tuesday, Extended).ThenRefused(TravelBanRefusals.Unknown);
    }

    [Fact]
    public void At_the_end_of_its_period_it_lapses()
    {
        var lapse = TravelBanDecider.Kind.Lapses(Formal.State).Single();
        (lapse.Due, lapse.Happened).ShouldBe((Envelope.EndOf(Decided.Until), new ExitBanLapsed(BanLapse.PeriodOver)));
        TravelBanDecider.Kind.Lapses(Formal.Given(Barelang, Tuesday, Extended).State).Single().Due.ShouldBe(Envelope.EndOf(Extended.Until));
    }

    [Fact]
    public void It_stands_in_the_list_under_one_number()
    {
        Urgent.When(Batam, Tuesday, Entered with { EntryNumber = "CEKAL/119" }).ThenRefused(TravelBanRefusals.EnteredOtherwise);
        Nothing.Given(Barelang, Monday, Requested).When(Batam, Monday, Entered with { EntryNumber = "" }).ThenRefused(InputRefusals.Blank, "entryNumber");
        Nothing.When(Batam, Monday, Entered).ThenRefused(TravelBanRefusals.Unknown);
        Urgent.Given(Barelang, Tuesday, Lifted).When(Batam, Tuesday, Entered).ThenRefused(TravelBanRefusals.Over);
    }

    [Fact]
    public void Who_asked_lifts_it()
    {
        Formal.When(Barelang, Tuesday, Lifted).Then(Lifted).State.IsOver.ShouldBeTrue();
        Formal.When(Batam, Tuesday, Lifted).ThenRefused(TravelBanRefusals.NotRequester);
        Formal.When(Barelang, Tuesday, Lifted with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Barelang, Tuesday, Lifted).ThenRefused(TravelBanRefusals.Unknown);
    }

    [Fact]
    public void Who_asked_and_the_border_read_it() => TravelBanDecider.Kind.Readers(Urgent.State)
        .ShouldBe([Audiences.Unit("POLRI", "POLRESTA-BARELANG"), Audiences.Agency("IMIGRASI")]);
}

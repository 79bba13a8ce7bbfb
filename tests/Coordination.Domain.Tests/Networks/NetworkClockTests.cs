using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Networks.P3MITests;

namespace Coordination.Domain.Tests.Networks;

public sealed class NetworkClockTests
{
    private static readonly WatchEntryProposed OnGagak = new(WatchKind.Punitive, "Perekrut.", "Hubungi penyidik.", Person: Gagak);
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Watched => Story.Of(WatchEntryDecider.Kind)
        .Given(Batam, Monday, OnGagak).Given(Kupang, Monday, new WatchEntryApproved(new DateOnly(2026, 8, 2)));

    private static Story<NetworkLink, NetworkLinkEvent, NetworkLinkCommand> Linked => Story.Of(NetworkLinkDecider.Kind).Given(
        Belu, Monday, new NetworkLinkAsserted(
            new(NetworkEndKind.Person, Gagak), new(NetworkEndKind.BrokerProfile, Stream: Stream(2)), NetworkLinkType.WorksWith, 0.5m, Stream(1)));

    [Fact]
    public void An_entry_is_reviewed_two_weeks_before_its_end()
    {
        var due = Running(WatchEntryClocks.Clock, Watched.State).Single();
        (due.Code, due.Due, due.Severity).ShouldBe((AlertCodes.WatchReview, new DateTimeOffset(2026, 7, 19, 0, 0, 0, Wib), Severity.Medium));
        due.Recipients.ShouldBe([Audiences.Unit("IMIGRASI", "KANIM-BATAM")]);
        due.Subjects.ShouldBe([Gagak]);
        Running(WatchEntryClocks.Clock, Watched.Given(Batam, Tuesday, new WatchEntryRemoved("Keliru.")).State).ShouldBeEmpty();
    }

    [Fact]
    public void An_extension_moves_the_review_and_a_short_entry_has_none()
    {
        Running(WatchEntryClocks.Clock, Watched.Given(Kupang, Tuesday, new WatchEntryExtended(new DateOnly(2026, 9, 2), "Masih aktif.")).State)
            .Single().Due.ShouldBe(new DateTimeOffset(2026, 8, 19, 0, 0, 0, Wib));
        Running(WatchEntryClocks.Clock, Watched.Given(Kupang, Tuesday, new WatchEntryExtended(MondaysDate.AddDays(9), "Sebentar.")).State).ShouldBeEmpty();
    }

    [Fact]
    public void A_hit_is_reviewed_within_a_day_by_place_and_owner()
    {
        var hit = Watched.Given(Kepri, Tuesday, new WatchHit("PL/0113"));
        var due = Running(WatchEntryClocks.Clock, hit.State).Single(one => one.Step == "hit/PL/0113");
        (due.Due, due.Severity).ShouldBe((Tuesday.AddDays(1), Severity.High));
        due.Recipients.ShouldBe([Audiences.Unit("BP3MI", "BP3MI-KEPRI"), Audiences.Unit("IMIGRASI", "KANIM-BATAM")]);
        Running(WatchEntryClocks.Clock, hit.Given(Kepri, Tuesday, new WatchReviewed("PL/0113", WatchOutcome.False, "Orang lain.")).State)
            .ShouldNotContain(one => one.Step.StartsWith("hit", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_is_looked_at_after_thirty_days_and_told_after_sixty()
    {
        Running(NetworkLinkClocks.Clock, Linked.State).Select(due => (due.Step, due.Due))
            .ShouldBe([("notice/review", Monday.AddDays(30)), ("unconfirmed", Monday.AddDays(60))]);
        Running(NetworkLinkClocks.Clock, Linked.Given(Kepri, Tuesday, new NetworkLinkConfirmed(0.9m)).State).ShouldBeEmpty();
        Running(NetworkLinkClocks.Clock, Linked.Given(Belu, Tuesday, new NetworkLinkRetracted("Keliru.")).State).ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_that_does_not_come_is_told_to_the_ministry()
    {
        var due = Running(P3MIClocks.Clock, WithFinding.Given(Kepri, Monday, Demanded).State).Single();
        (due.Code, due.Due).ShouldBe((AlertCodes.PlacementAgency, Envelope.EndOf(Demanded.DueOn)));
        due.Recipients.ShouldBe([Audiences.Agency("KP2MI"), Audiences.Unit("BP3MI", "BP3MI-KEPRI")]);
        Running(P3MIClocks.Clock, WithFinding.Given(Kepri, Monday, Demanded, new CorrectiveActionCompleted("T-01", "Bukti.")).State).ShouldBeEmpty();
    }

    [Fact]
    public void A_finding_of_which_nothing_else_is_said_is_put_right_within_two_weeks()
    {
        var due = Running(P3MIClocks.Clock, WithFinding.State).Single();
        (due.Code, due.Since, due.Due).ShouldBe((AlertCodes.PlacementAgency, Monday, Envelope.EndOf(MondaysDate.AddDays(14))));
        due.Recipients.ShouldBe([Audiences.Agency("KP2MI"), Audiences.Unit("BP3MI", "BP3MI-KEPRI")]);
        Running(P3MIClocks.Clock, WithFinding.Given(Kepri, Tuesday, Demanded with { DueOn = MondaysDate.AddDays(40) }).State).Single().Due
            .ShouldBe(Envelope.EndOf(MondaysDate.AddDays(40)));
    }

    [Fact]
    public void The_end_of_a_suspension_is_told_a_week_ahead()
    {
        var suspended = Company.Given(Ministry, Monday, new P3MISanctioned("KEP-24", SanctionKind.Suspension, MondaysDate, "Temuan.", new DateOnly(2026, 5, 1)));
        Running(P3MIClocks.Clock, suspended.State).Single().Due.ShouldBe(new DateTimeOffset(2026, 4, 24, 0, 0, 0, Wib));
        Running(P3MIClocks.Clock, suspended.Given(Ministry, Tuesday, new SanctionLifted("KEP-24", "Dipenuhi.")).State).ShouldBeEmpty();
    }

    [Fact]
    public void Money_is_answered_in_two_weeks_and_an_advertisement_down_in_two_days()
    {
        var asked = FinancialInquiryTests.Nothing.Given(Barelang, Monday, FinancialInquiryTests.Asked);
        var money = Running(InquiryClocks.OfMoney, asked.State).Single();
        (money.Due, money.Recipients.Count).ShouldBe((Monday.AddDays(14), 2));
        Running(InquiryClocks.OfMoney, asked.Given(FinancialInquiryTests.Analyst, Tuesday, FinancialInquiryTests.Answered).State).ShouldBeEmpty();
        var ad = JobAdTests.NoAd.Given(Ministry, Monday, JobAdTests.Reported);
        Running(InquiryClocks.OfAd, ad.State).Single().Due.ShouldBe(Monday.AddDays(2));
        Running(InquiryClocks.OfAd, ad.Given(JobAdTests.Digital, Tuesday, JobAdTests.TakenDown).State).ShouldBeEmpty();
    }

    private static List<Deadline> Running(StreamClock clock, object state) => [.. clock.Running(state)];
}

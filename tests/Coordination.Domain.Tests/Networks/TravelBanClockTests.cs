using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Networks.ExitBanTests;

namespace Coordination.Domain.Tests.Networks;

public sealed class TravelBanClockTests
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    [Fact]
    public void Who_asked_urgently_is_told_five_days_and_one_day_before_the_twentieth()
    {
        var running = TravelBanClocks.Clock.Running(Urgent.State).ToList();
        running.Select(due => due.Due).ShouldBe([new DateTimeOffset(2026, 2, 17, 0, 0, 0, Wib), new DateTimeOffset(2026, 2, 21, 0, 0, 0, Wib)]);
        running.ShouldAllBe(due => due.Code == AlertCodes.BanExpiry && due.Recipients[0] == Audiences.Unit("POLRI", "POLRESTA-BARELANG"));
        running.Select(due => due.Step).ShouldBe(["notice/decision/2026-02-22/t-5", "notice/decision/2026-02-22/t-1"]);
    }

    /// <summary>Half past midnight is still the day before in Jakarta.</summary>
    [Theory]
    [InlineData("POLRI", "POLRES-BELU", 8, 22)]
    [InlineData("IMIGRASI", "KANIM-JAYAPURA", 9, 22)]
    [InlineData("POLRI", "POLRESTA-BARELANG", 9, 21)]
    public void The_twenty_days_count_from_the_day_that_it_was_where_the_ban_was_asked_for(string agency, string unit, int offset, int last)
    {
        var asked = new DateTimeOffset(2026, 2, 2, 0, 30, 0, TimeSpan.FromHours(offset));
        var ban = Nothing.Given(Barelang with { Agency = agency, Unit = unit }, asked, new UrgentExitBanRequested(Gagak, "R/31", "Hendak berangkat.", Sha256)).State;
        ban.DecisionBy.ShouldBe(new DateOnly(2026, 2, last));
        ban.DecisionDue.ShouldBe(new DateTimeOffset(2026, 2, last + 1, 0, 0, 0, Wib));
    }

    /// <summary>The period ends on 2 August, so the last day for an extension is 30 July.</summary>
    [Fact]
    public void After_the_decision_the_notice_is_about_the_extension()
    {
        TravelBanClocks.Clock.Running(Formal.State).Single().Due.ShouldBe(new DateTimeOffset(2026, 7, 27, 0, 0, 0, Wib));
        TravelBanClocks.Clock.Running(Formal.Given(Barelang, Tuesday, new ExitBanExtended("KEP/71", MondaysDate.AddMonths(12), "Belum selesai.")).State)
            .ShouldBeEmpty();
    }

    /// <summary>It ends on 2 February 2031, and can be extended until then.</summary>
    [Fact]
    public void Who_asked_for_an_entry_ban_is_told_three_days_before_its_last_day()
    {
        var notice = TravelBanClocks.Clock.Running(EntryBanTests.Listed.State).Single();
        (notice.Code, notice.Step, notice.Due)
            .ShouldBe((AlertCodes.BanExpiry, "notice/extension/2031-02-02/t-3", new DateTimeOffset(2031, 1, 30, 0, 0, 0, Wib)));
        notice.Recipients.ShouldBe([Audiences.Unit("POLRI", "POLRESTA-BARELANG")]);
        TravelBanClocks.Clock.Running(EntryBanTests.Listed.Given(Officer.System, notice.Due.AddDays(4), new EntryBanLapsed(MondaysDate.AddYears(5))).State)
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_is_over_needs_no_notice()
    {
        TravelBanClocks.Clock.Running(Urgent.Given(Barelang, Tuesday, new ExitBanLifted("Dihentikan.")).State).ShouldBeEmpty();
        TravelBanClocks.Clock.Running(Urgent.Given(Officer.System, Tuesday, new ExitBanLapsed(BanLapse.NoFormalDecision)).State).ShouldBeEmpty();
        TravelBanClocks.Clock.Running(TravelBan.None).ShouldBeEmpty();
    }
}

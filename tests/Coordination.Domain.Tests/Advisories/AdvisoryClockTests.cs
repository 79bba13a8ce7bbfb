using Coordination.Domain.Advisories;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Advisories.TpiAdvisoryTests;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Advisories;

public sealed class AdvisoryClockTests
{
    [Fact]
    public void Each_shift_that_says_nothing_for_four_hours_of_its_duty_is_one_alert_to_the_head_of_its_office()
    {
        var silent = Running(Advised.Given(Sekupang, Monday, Acknowledged)).Where(due => due.Code == AlertCodes.AdvisoryUnacknowledged).ToList();
        var (afternoon, night) = (AtWib(14), AtWib(22));
        silent.Select(due => (due.Step, due.Due)).ShouldBe(
        [
            ("silent/TPI-SEKUPANG/SIANG", afternoon.AddHours(4)),
            ("silent/TPI-BATAM-CENTER/PAGI", Monday.AddHours(4)), ("silent/TPI-BATAM-CENTER/SIANG", afternoon.AddHours(4)),
            ("silent/TPI-JUANDA/PAGI", Monday.AddHours(4)), ("silent/TPI-JUANDA/SIANG", afternoon.AddHours(4)), ("silent/TPI-JUANDA/MALAM", night.AddHours(4)),
        ]);
        silent.Select(due => due.Recipients.Single()).Distinct()
            .ShouldBe([Audiences.Unit("IMIGRASI", "KANIM-BATAM"), Audiences.Unit("IMIGRASI", "KANIM-SURABAYA")]);
    }

    [Fact]
    public void A_shift_that_the_advisory_never_meets_is_not_waited_for() =>
        Running(Nothing.Given(Kupang, AtWib(23), Published with { ValidTo = MondaysDate })).Where(due => due.Code == AlertCodes.AdvisoryUnacknowledged)
            .Select(due => due.Step).ShouldBe(["silent/TPI-JUANDA/MALAM"]);

    [Fact]
    public void What_came_of_a_hit_is_said_within_two_hours()
    {
        var hit = Advised.Given(Sekupang, Monday, Hit);
        var due = Running(hit).Single(one => one.Step == "hit/PL/0113");
        (due.Due, due.Severity).ShouldBe((Monday.AddHours(2), Severity.High));
        due.Recipients.ShouldBe([Audiences.Unit("IMIGRASI", "TPI-SEKUPANG"), Audiences.Unit("IMIGRASI", "KANIM-BATAM")]);
        Running(hit.Given(Sekupang, Monday, Outcome)).ShouldNotContain(one => one.Step == "hit/PL/0113");
    }

    [Fact]
    public void A_day_before_its_end_the_publisher_is_told()
    {
        var due = Running(Advised).Single(one => one.Step.StartsWith("notice/end/", StringComparison.Ordinal));
        (due.Due, due.Recipients.Single()).ShouldBe((Envelope.EndOf(Published.ValidTo).AddDays(-1), Audiences.Unit("IMIGRASI", "KANIM-KUPANG")));
        Running(Nothing.Given(Kupang, Monday, Published with { ValidTo = MondaysDate }))
            .ShouldNotContain(one => one.Step.StartsWith("notice/end/", StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_expired_is_not_waited_for() =>
        Running(Advised.Given(Officer.System, Envelope.EndOf(Published.ValidTo), new AdvisoryExpired(Published.ValidTo))).ShouldBeEmpty();

    [Fact]
    public void A_warning_reaches_the_checkpoints_within_the_hour()
    {
        var advisory = Running(NetworkWarningTests.Warned).Single(due => due.Step == "advisory");
        (advisory.Due, advisory.Severity, advisory.Recipients.Single()).ShouldBe((Monday.AddHours(1), Severity.Critical, Audiences.Agency("IMIGRASI")));
        Running(NetworkWarningTests.Warned.Given(Officer.System, Monday, new WarningAdvised(Stream(7), "INS/07"))).ShouldNotContain(due => due.Step == "advisory");
    }

    [Fact]
    public void A_day_after_an_outcome_the_border_is_reminded_and_after_two_both_sides_are_told()
    {
        var met = NetworkWarningTests.Warned.Given(Officer.System, Monday, new WarningAdvised(Stream(7), "INS/07"))
            .Given(Officer.System, Tuesday, new WarningOutcomeNoted(Stream(7), "PL/1")).Given(Officer.System, Tuesday.AddHours(5), new WarningOutcomeNoted(Stream(7), "PL/2"));
        Running(met).Select(due => (due.Due, due.Recipients.Count)).ShouldBe([(Tuesday.AddHours(24), 1), (Tuesday.AddHours(48), 2)]);
        var answered = met.Given(Batam, Tuesday.AddHours(6), NetworkWarningTests.Feedback);
        Running(answered).ShouldBeEmpty();
        Running(answered.Given(Officer.System, Tuesday.AddDays(3), new WarningOutcomeNoted(Stream(7), "PL/3"))).First().Due.ShouldBe(Tuesday.AddDays(4));
    }

    [Fact]
    public void A_warning_that_met_nobody_is_answered_when_its_dates_are_over()
    {
        var advised = NetworkWarningTests.Warned.Given(Officer.System, Monday, new WarningAdvised(Stream(7), "INS/07"));
        Running(advised).First().Due.ShouldBe(Envelope.EndOf(NetworkWarningTests.Issued.Until).AddHours(24));
        Running(advised.Given(Batam, Tuesday, NetworkWarningTests.Feedback with { Hits = 0 })).ShouldBeEmpty();
    }

    private static DateTimeOffset AtWib(int hour) => new(MondaysDate.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(7));

    private static List<Deadline> Running(Story<NetworkWarning, NetworkWarningEvent, NetworkWarningCommand> story) =>
        [.. NetworkWarningClocks.Clock.Running(story.State)];

    private static List<Deadline> Running(Story<TpiAdvisory, TpiAdvisoryEvent, TpiAdvisoryCommand> story) =>
        [.. TpiAdvisoryClocks.Clock.Running(story.State)];
}

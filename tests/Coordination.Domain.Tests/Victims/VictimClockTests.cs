using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class VictimClockTests
{
    private static readonly VictimReferred Referred = new(Teratai, ReferralSource.Officer, "Ditemukan di penampungan.");
    private static readonly VictimScreened Screened = new("SKRINING-TPPO", ["A1"], 5, false, "id", true, Person: Teratai);
    private static readonly VictimStatusDetermined Presumed = new(VictimStatus.Presumed, "Alasan.", Person: Teratai);

    private static Story<Victim, VictimEvent, VictimCommand> Nothing => Story.Of(VictimDecider.Kind);

    [Fact]
    public void A_referral_waits_a_day_for_a_screening()
    {
        var late = Nothing.Given(Batam, Monday, Referred).Running().ShouldHaveSingleItem();
        (late.Code, late.Severity, late.Due).ShouldBe((AlertCodes.VictimLate, Severity.High, Monday.AddHours(24)));
        late.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-BATAM", "agency:BP3MI", "agency:KEMENPPPA"]);
        late.Subjects.ShouldBe([Teratai]);
    }

    [Fact]
    public void A_child_waits_an_hour()
    {
        var late = Nothing.Given(Batam, Monday, Referred with { IsChild = true }).Running().ShouldHaveSingleItem();
        (late.Code, late.Severity, late.Due).ShouldBe((AlertCodes.Child, Severity.Critical, Monday.AddHours(1)));
    }

    [Fact]
    public void A_screening_waits_a_week_for_a_decision()
    {
        var late = Nothing.Given(Batam, Monday, Referred).Given(Kepri, Tuesday, Screened).Running().ShouldHaveSingleItem();
        (late.Facts["step"], late.Due).ShouldBe(("decision", Tuesday.AddDays(7)));
    }

    [Fact]
    public void A_decision_stops_every_clock() =>
        Nothing.Given(Batam, Monday, Referred).Given(Kepri, Tuesday, Screened).Given(Kepri, Tuesday, Presumed).Running().ShouldBeEmpty();

    [Fact]
    public void A_second_referral_starts_a_clock_of_its_own()
    {
        var first = Nothing.Given(Batam, Monday, Referred);
        var again = first.Given(Kepri, Monday, Presumed).Given(Batam, Monday.AddDays(90), Referred);
        again.Running().Single().Step.ShouldNotBe(first.Running().Single().Step);
    }

    [Fact]
    public void A_reflection_period_is_said_to_end_and_ends_with_its_last_day()
    {
        var granted = new ReflectionPeriodGranted("SK 1", MondaysDate.AddDays(30), Person: Teratai);
        var ends = Nothing.Given(Kepri, Monday, Presumed).Given(Batam, Monday, granted).Running().ToList();
        var midnight = new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.FromHours(7));
        ends.Select(one => (one.Code, one.Due)).ShouldBe([(AlertCodes.Reflection, midnight.AddDays(-3)), (AlertCodes.Reflection, midnight)]);
        ends.ShouldAllBe(one => one.Facts["due"] == "2026-03-04T17:00:00Z");
    }
}

internal static class ClocksOfStories
{
    public static IEnumerable<Deadline> Running(this Story<Victim, VictimEvent, VictimCommand> story) => VictimClocks.Clock.Running(story.State);

    public static IEnumerable<Deadline> Running(this Story<Protection, ProtectionEvent, ProtectionCommand> story) =>
        ProtectionClocks.Clock.Running(story.State);
}

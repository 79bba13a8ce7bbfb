using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Audit;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class VictimShieldRuleTests
{
    private static readonly CommandRejected Shielded =
        new("ImposeAdministrativeAction", "administrative_action.victim_shield", "administrative_action", Stream(9), Teratai);

    private static Seen Log => new(new VictimShieldRule());

    [Fact]
    public void A_stopped_act_is_told_to_the_unit_that_tried_and_to_those_who_look_after_victims()
    {
        var finding = Log.And(Shielded, 0, 1, "KANIM-BATAM", "21.71").Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Critical);
        finding.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-BATAM", "agency:BP3MI", "agency:KEMENPPPA", "unit:PEMDA-KAB/PEMDA-BATAM"]);
        finding.Facts["command"].ShouldBe("ImposeAdministrativeAction");
        finding.Evidence.ShouldHaveSingleItem().Person.ShouldBe(Teratai);
    }

    [Fact]
    public void At_a_checkpoint_the_integrated_service_of_its_region_hears_of_it() =>
        VictimShieldRule.Protectors("TPI-SEKUPANG").ShouldContain("unit:PEMDA-KAB/PEMDA-BATAM");

    [Theory]
    [InlineData("21.71.06")]
    [InlineData("21.71.06.1001")]
    public void In_a_village_the_integrated_service_of_its_regency_hears_of_it(string place) =>
        VictimShieldRule.Protectors(place).ShouldContain("unit:PEMDA-KAB/PEMDA-BATAM");

    [Theory]
    [InlineData("21")]
    [InlineData("KANIM-BATAM")]
    public void Where_no_regency_is_said_no_regency_is_told(string place) =>
        VictimShieldRule.Protectors(place).ShouldBe(["agency:BP3MI", "agency:KEMENPPPA"]);

    [Fact]
    public void Any_other_refusal_is_not() => Log.And(Shielded with { Code = "authority.not_allowed" }, 0, 1).Findings.ShouldBeEmpty();

    [Fact]
    public void A_refusal_from_before_persons_were_noted_is_not() => Log.And(Shielded with { Person = null }, 0, 1).Findings.ShouldBeEmpty();

    [Fact]
    public void Trying_again_the_same_day_is_the_same_finding_and_the_next_week_another() =>
        Log.And(Shielded, 0, 1).And(Shielded with { Command = "ProposeWatchEntry", Code = "watch_entry.victim_shield" }, 0.5, 1).And(Shielded, 7, 1)
            .Findings.Count.ShouldBe(2);

    [Fact]
    public void Another_unit_or_another_person_is_another_finding() =>
        Log.And(Shielded, 0, 1).And(Shielded, 0, 1, "KANIM-KUPANG").And(Shielded with { Person = Jati }, 0, 1).Findings.Count.ShouldBe(3);
}

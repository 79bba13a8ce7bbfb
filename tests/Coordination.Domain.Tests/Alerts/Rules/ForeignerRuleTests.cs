using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class ForeignerRuleTests
{
    private static readonly ContactRef House = new(new Guid(9, 9, 9, new byte[8]));

    private static PersonEncountered Met(int n, string nationality = "VN") => new(Person(n), nationality, default, default);

    private static Seen Ten(Func<int, PersonEncountered> met, string rule)
    {
        var log = new Seen(AlertRules.Find(rule)!);
        for (var n = 1; n <= 10; n++)
            log.And(met(n), n, 1);
        return log;
    }

    [Fact]
    public void R31_counts_the_foreign_guests_of_one_sponsor()
    {
        Ten(n => Met(n) with { Sponsor = Person(99) }, "R31").Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.High);
        Ten(n => Met(n, "ID") with { Sponsor = Person(99) }, "R31").Findings.ShouldBeEmpty();
        Ten(n => Met(Math.Min(n, 9)) with { Sponsor = Person(99) }, "R31").Findings.ShouldBeEmpty("nine people, one of them met twice");
    }

    [Fact]
    public void R31_counts_the_sponsored_guests_at_one_address_and_takes_one_word_of_a_sponsor_who_does_not_exist()
    {
        Ten(n => Met(n) with { Sponsor = Person(90 + n), Lodging = House }, "R31-ADDRESS").Findings.ShouldHaveSingleItem().Facts["count"].ShouldBe("10");
        Ten(n => Met(n) with { Lodging = House }, "R31-ADDRESS").Findings.ShouldBeEmpty("nobody sponsors them");
        var fictitious = new Seen(AlertRules.Find("R31-FICTITIOUS")!);
        fictitious.And(Met(1) with { Findings = [FieldFinding.AddressMismatch] }, 0, 1).Findings.ShouldBeEmpty();
        fictitious.And(Met(1) with { Findings = [FieldFinding.FictitiousSponsor] }, 0, 1).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.High);
        new Seen(AlertRules.Find("R31-FICTITIOUS")!).And(new LocationInspected("L-01", "51.03", "Vila", [FieldFinding.FictitiousSponsor]), 0, 1)
            .Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void R32_needs_eight_of_one_nationality_and_a_word_of_night_work()
    {
        var told = new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Address: House, Signs: [TipSign.NightWork]);
        Ten(n => Met(n) with { Lodging = House }, "R32").Findings.ShouldBeEmpty();
        Ten(n => Met(n) with { Lodging = House }, "R32").And(told, 11, 2).Findings.ShouldHaveSingleItem().Facts["count"].ShouldBe("10");
        var apart = Ten(n => Met(n) with { Lodging = n > 5 ? House : null }, "R32");
        apart.And(Met(11) with { Lodging = House }, 55, 1).And(Met(12) with { Lodging = House }, 55, 1).And(Met(13) with { Lodging = House }, 55, 1)
            .And(told, 30, 2).Findings.ShouldBeEmpty("eight within two months, and never within thirty days");
        Ten(n => Met(n, n % 2 == 0 ? "VN" : "TH") with { Lodging = House }, "R32").And(told, 11, 2).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_screening_that_indicates_a_victim_is_one_too()
    {
        var screened = new VictimScreened("F-1", ["I-1"], 2, false, "id", Indicated: true, Person: Teratai);
        new Seen(AlertRules.Find("A-VICT")!).And(screened, 0, 1).Findings.ShouldHaveSingleItem().Recipients.ShouldContain("agency:POLRI");
        new Seen(AlertRules.Find("A-VICT")!).And(screened with { Indicated = false }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_victim_identified_in_the_field_is_an_alert_for_who_looks_after_victims() =>
        new Seen(AlertRules.Find("A-VICT")!).And(new VictimIdentifiedInField(Teratai, []), 0, 1).Findings.ShouldHaveSingleItem()
            .Recipients.ShouldContain("agency:BP3MI");
}

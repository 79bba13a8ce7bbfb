using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

/// <summary>Rules on travellers: each fires on its pattern, and not just beside it.</summary>
public sealed class TravellerRuleTests
{
    private const string BatamCenter = "TPI-BATAM-CENTER";
    private static readonly ContactRef Shared = new(new Guid(9, 9, 9, new byte[8]));
    private static readonly TravellerReferredToSecondary Referral = new(Teratai, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "KH");

    private static Seen Rule(string id, params (string, int)[] set) => new(AlertRules.Find(id)!, set);

    [Fact]
    public void R07_doubts_a_one_way_ticket_and_a_return_bought_yesterday()
    {
        Rule("R07").And(Referral with { Ticket = TicketType.OneWay }, 0, 1).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Medium);
        Rule("R07").And(Referral with { Ticket = TicketType.OneWay, Destination = "JP" }, 0, 1).Findings.ShouldBeEmpty();
        var bought = Referral with { Ticket = TicketType.Return, Journey = new(DepartsAt: Start, TicketBoughtAt: Start.AddHours(-47)) };
        Rule("R07").And(bought, 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R07").And(bought with { Journey = new(DepartsAt: Start, TicketBoughtAt: Start.AddHours(-48)) }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, Severity.High)]
    [InlineData(6, Severity.High)]
    [InlineData(7, Severity.Medium)]
    [InlineData(29, Severity.Medium)]
    [InlineData(30, null)]
    public void R09_asks_how_old_a_passport_from_elsewhere_is(int days, Severity? severity)
    {
        var issued = DateOnly.FromDateTime(Start.Date).AddDays(-days);
        var fresh = Referral with { PassportIssuedOn = issued, PassportIssuedBy = "KANIM-BATAM", Domicile = "53.21" };
        Rule("R09").And(fresh, 0, 1).Findings.Select(finding => (Severity?)finding.Severity).SingleOrDefault().ShouldBe(severity);
        Rule("R09").And(fresh with { Domicile = "21.72" }, 0, 1).Findings.ShouldBeEmpty("from the home province");
    }

    [Fact]
    public void R10_is_low_and_needs_a_first_trip()
    {
        var far = Referral with { FirstTrip = true, Domicile = "53.21" };
        Rule("R10").And(far, 0, 1, place: BatamCenter).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Low);
        Rule("R10").And(far with { FirstTrip = false }, 0, 1, place: BatamCenter).Findings.ShouldBeEmpty();
        Rule("R10").And(far with { Domicile = "21.71" }, 0, 1, place: BatamCenter).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R12_sees_who_left_after_a_deferral_by_the_border_feed_or_by_a_tip()
    {
        var deferral = new DepartureDeferred([DeferralReason.Other], "BAP-1", Traveller: Teratai);
        var left = new DepartureRecorded(Teratai, BatamCenter, TransportMode.Sea, "MY", DepartureClearance.None);
        Rule("R12").And(deferral, 0, 1).And(left, 10, 2).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);
        Rule("R12").And(left, 10, 2).And(deferral, 0, 1).Findings.ShouldHaveSingleItem("in either order of recording");
        Rule("R12").And(deferral, 0, 1).And(left with { Clearance = DepartureClearance.Given }, 10, 2).Findings.ShouldBeEmpty();
        Rule("R12").And(deferral, 0, 1).And(new DepartureDeferralOverturned("Lengkap", Teratai), 1, 1).And(left, 10, 2).Findings.ShouldBeEmpty();
        Rule("R12").And(deferral, 0, 1).And(left, 31, 2).Findings.ShouldBeEmpty();

        var told = new TipReceived(
            TipChannel.Village, false, TipUrgency.Urgent, "Ringkasan", Subjects: [new(Teratai, TipRole.Departed)],
            Departure: new("21.71.01", DateOnly.FromDateTime(Start.Date).AddDays(20)));
        Rule("R12").And(new PassportIssuanceDeferred([DeferralReason.Other], [], Applicant: Teratai), 0, 1).And(told, 36, 3)
            .Findings.ShouldHaveSingleItem("the day that it happened counts, not the day that it was told").Facts["days"].ShouldBe("20");
    }

    [Fact]
    public void R13_is_one_finding_per_group_and_asks_for_the_licence_and_the_return()
    {
        var group = Referral with { Purpose = TravelPurpose.Umrah, Destination = "SA", Party = new(11, "G-1", OrganiserLicensed: false), Journey = new() };
        Rule("R13").And(group, 0, 1).And(group with { Traveller = Jati }, 0, 2).And(group, 3, 3)
            .Findings.Select(finding => (finding.Name, finding.Cycle)).Distinct().ShouldBe([(null, "High")]);
        Rule("R13").And(group with { Party = new(11, "G-1", OrganiserLicensed: true) }, 0, 1).Findings.ShouldBeEmpty();
        Rule("R13").And(group with { Party = new(11, "G-1") }, 0, 1).Findings.ShouldBeEmpty("nobody looked the licence up");
        Rule("R13").And(group with { Party = new(4, "G-1", OrganiserLicensed: false) }, 0, 1).Findings.ShouldBeEmpty();
        Rule("R13").And(group with { Journey = new(ReturnOn: DateOnly.FromDateTime(Start.Date).AddDays(12)) }, 0, 1).Findings.ShouldBeEmpty();
        Rule("R13").And(group with { Journey = new(ReturnOn: DateOnly.FromDateTime(Start.Date).AddDays(31)) }, 0, 1).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void R13_tells_the_next_journey_under_a_code_that_is_used_again_once_as_well()
    {
        var party = new TravelParty(11, "G-1", OrganiserLicensed: false);
        var group = Referral with { Purpose = TravelPurpose.Umrah, Destination = "SA", Party = party, Journey = new() };
        Rule("R13").And(group, 0, 1).And(group, 60, 2).And(group with { Traveller = Jati }, 61, 3).And(group, 150, 4)
            .Findings.Select(finding => finding.Cycle).ShouldBe(["High", "High/2026-03-20", "High/2026-03-20", "High/2026-06-18"]);
        Rule("R13").And(group with { Party = party with { OrganiserLicensed = true } }, 0, 1).And(group, 60, 2)
            .Findings.ShouldHaveSingleItem("a journey that was in order has no alert").Cycle.ShouldBe("High");
    }

    [Fact]
    public void R14_counts_young_women_on_one_route_with_one_escort()
    {
        var young = Referral with { Sex = Sex.Female, Age = 20, Escort = Person(9) };
        Rule("R14").And(young with { Traveller = Person(1) }, 0, 1).And(young with { Traveller = Person(2) }, 1, 2).And(young with { Traveller = Person(3) }, 2, 3)
            .Findings.ShouldHaveSingleItem();
        Rule("R14").And(young with { Traveller = Person(1) }, 0, 1).And(young with { Traveller = Person(2), Sex = Sex.Male }, 1, 2)
            .And(young with { Traveller = Person(3) }, 2, 3).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R15_and_R16_ask_about_host_and_itinerary()
    {
        var visit = Referral with { Purpose = TravelPurpose.FamilyVisit, Destination = "MY" };
        Rule("R15").And(visit, 0, 1).And(new SecondaryInspectionConducted("Ringkasan", [], Host: new(HostKind.Family, Verified: false)), 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R15").And(visit with { Host = new(HostKind.Family, Verified: true) }, 0, 1).Findings.ShouldBeEmpty();
        Rule("R15").And(visit with { Host = new(HostKind.Family, Verified: false, InPlacementRecord: true) }, 0, 1).Findings.ShouldBeEmpty();

        var hub = Referral with { Age = 24, Journey = new(HasItinerary: false, Via: ["SG"]) };
        Rule("R16").And(hub, 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R16").And(hub with { Age = 36 }, 0, 1).Findings.ShouldBeEmpty();
        Rule("R16").And(hub with { Journey = new(HasItinerary: true, Via: ["SG"]) }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R08_and_R23_count_people_of_different_families_and_different_brides()
    {
        var booked = Referral with { Journey = new(Booking: Shared) };
        Rule("R08").And(booked with { Traveller = Person(1) }, 0, 1).And(booked with { Traveller = Person(2) }, 0, 2).And(booked with { Traveller = Person(3) }, 0, 3)
            .Findings.ShouldHaveSingleItem().Facts["contact"].ShouldBe("booking");
        var family = booked with { FamilyCard = new(new Guid(7, 7, 7, new byte[8])) };
        Rule("R08").And(family with { Traveller = Person(1) }, 0, 1).And(family with { Traveller = Person(2) }, 0, 2).And(family with { Traveller = Person(3) }, 0, 3)
            .Findings.ShouldBeEmpty();

        var match = Referral with { Marriage = new(Matchmaker: Person(9)) };
        Rule("R23").And(match with { Traveller = Person(1) }, 0, 1).And(match with { Traveller = Person(2) }, 90, 2).And(match with { Traveller = Person(3) }, 180, 3)
            .Findings.ShouldHaveSingleItem();
        var wed = Referral with { Marriage = new(DateOnly.FromDateTime(Start.Date).AddDays(-29), 16) };
        Rule("R23-WED").And(wed, 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R23-WED").And(wed with { Marriage = new(DateOnly.FromDateTime(Start.Date).AddDays(-29), 15) }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Signs_of_a_victim_are_counted_and_the_officers_word_counts_alone()
    {
        VictimIndicatorScreened Screened(ScreeningResult result, params VictimIndicator[] signs) => new(signs, false, result, Traveller: Teratai);
        Rule("A-VICT").And(Screened(ScreeningResult.Indication), 0, 1).Findings.ShouldHaveSingleItem();
        Rule("A-VICT").And(Screened(ScreeningResult.NoIndication, VictimIndicator.PaidByOther), 0, 1).Findings.ShouldBeEmpty();
        Rule("A-VICT", ("indicators", 1)).And(Screened(ScreeningResult.NoIndication, VictimIndicator.PaidByOther), 0, 1).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_child_is_one_alert_within_the_days_whichever_events_say_so()
    {
        var screened = new VictimIndicatorScreened([], IsChild: true, ScreeningResult.NoIndication, Traveller: Teratai);
        var log = Rule("A-CHILD").And(screened, 0, 1).And(screened, 1, 1);
        log.Findings.ShouldHaveSingleItem().Recipients.ShouldBe(
            ["agency:BP3MI", "agency:KEMENPPPA", "agency:KP2MI", "agency:POLRI", "unit:IMIGRASI/KANIM-ATAMBUA"], ignoreOrder: true);
        log.And(screened, 32, 3).Findings.Count.ShouldBe(2);
        Rule("A-CHILD").And(screened with { IsChild = false }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void What_only_gives_reasons_raises_no_alert() => AlertRules.InForce.Where(rule => rule.Code is null).Select(rule => rule.Id)
        .ShouldBe(["R05", "R07", "R09", "R10", "R15", "R16", "R20", "R21", "R23-WED", "R24"], ignoreOrder: true);

    [Theory]
    [InlineData(0, RiskAdvice.None)]
    [InlineData(39, RiskAdvice.None)]
    [InlineData(40, RiskAdvice.Secondary)]
    [InlineData(79, RiskAdvice.Secondary)]
    [InlineData(80, RiskAdvice.Supervisor)]
    public void The_sum_of_reasons_says_who_looks_next(int score, RiskAdvice advice) =>
        new RuleBook().LimitsOf(null, Known.MondaysDate).Advice(score).ShouldBe(advice);

    [Fact]
    public void One_rule_counts_once_by_the_gravest_that_it_found() => RiskWeights
        .Sum(Weighed(new(), ("R09", Severity.Medium), ("R09", Severity.High), ("R07", Severity.Medium), ("R10", Severity.Low))).ShouldBe(65);

    [Fact]
    public void A_rule_that_was_given_another_weight_adds_it_for_its_gravest_and_less_for_less()
    {
        var book = new RuleBook();
        book.Add(new("R09", "21", Known.MondaysDate, new Dictionary<string, int>(StringComparer.Ordinal) { [RuleThreshold.Weight] = 30 }, 1));
        Weighed(book, ("R09", Severity.High), ("R09", Severity.Medium), ("R07", Severity.Medium)).ShouldBe([("R09", 30), ("R09", 15), ("R07", 20)]);
        book.WeightOf("R09", Severity.High, "53", Known.MondaysDate).ShouldBe(40, "set for another province");
        book.WeightOf("R09", Severity.High, "TPI-SEKUPANG", Known.MondaysDate.AddDays(-1)).ShouldBe(40, "the day before");
        book.WeightOf("R-GONE", Severity.High, null, Known.MondaysDate).ShouldBe(40, "reasons of a rule that is no longer in force stay what they were");
    }

    private static IEnumerable<(string Rule, int Weight)> Weighed(RuleBook book, params (string Rule, Severity Severity)[] found) =>
        found.Select(one => (one.Rule, book.WeightOf(one.Rule, one.Severity, "TPI-SEKUPANG", Known.MondaysDate)));
}

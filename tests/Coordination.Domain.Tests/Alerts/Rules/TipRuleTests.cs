using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class TipRuleTests
{
    private static readonly ContactRef Shared = new(new Guid(9, 9, 9, new byte[8]));
    private static readonly TipReceived Tip = new(TipChannel.Web, false, TipUrgency.Routine, "Ringkasan", Village: "53.21.01");

    private static readonly TipReceived Named = Tip with { Subjects = [new(Person(9), TipRole.Recruiter)] };
    private static readonly IntelligenceReportFiled Report = new("Judul", "Ringkasan", SourceGrade.B, 2, [Person(9)]);

    private static Seen Rule(string id) => new(AlertRules.Find(id)!);

    [Fact]
    public void R27_wants_sources_that_do_not_know_each_other()
    {
        var named = Tip with { Subjects = [new(Person(9), TipRole.Recruiter)], ReporterContact = Shared };
        Rule("R27").And(named, 0, 1).And(named, 1, 2).Findings.ShouldBeEmpty("the same reporter twice is one source");
        Rule("R27").And(named, 0, 1).And(named with { ReporterContact = null }, 1, 2).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.High);
        Rule("R27").And(named, 0, 1).And(named with { ReporterContact = null, Subjects = [new(Person(9), TipRole.Other)] }, 1, 2).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R27_counts_interviews_and_intelligence_beside_tips()
    {
        var interview = new PassportInterviewConducted([], "Ringkasan", Applicant: Bakung, RecruiterPhone: Shared);
        Rule("R27").And(interview, 0, 1).And(interview, 1, 1).Findings.ShouldBeEmpty("one applicant is one source");
        Rule("R27").And(interview, 0, 1).And(interview with { Applicant = Teratai }, 1, 2).Findings.ShouldHaveSingleItem();
        Rule("R27").And(Tip with { Phones = [Shared] }, 0, 1).And(interview, 1, 2).Findings.ShouldHaveSingleItem();
        Rule("R27").And(Tip with { Phones = [Shared] }, 0, 1).And(Tip with { Phones = [Shared] }, 1, 2).Findings.ShouldBeEmpty("that is R28");
        Rule("R27").And(Named, 0, 1).And(Report, 1, 2).Findings.ShouldHaveSingleItem();
        Rule("R27").And(Report, 0, 1).And(Report, 1, 2, agency: "POLRI").Findings.ShouldBeEmpty("a subject of intelligence may be anybody");
    }

    [Fact]
    public void R27_on_open_sources_is_not_spent_with_intelligence()
    {
        var findings = Rule("R27").And(Named, 0, 1).And(Report, 1, 2).And(Named, 2, 3).Findings;
        findings.Select(finding => string.Join(' ', finding.Evidence.Select(one => one.Kind))).ShouldBe(["recruiter intelligence", "recruiter recruiter"]);
        Rule("R27").And(Named, 0, 1).And(Named, 2, 3).Findings.ShouldHaveSingleItem("told once, where no intelligence is among it");
    }

    [Fact]
    public void R28_counts_regencies()
    {
        var phone = Tip with { Phones = [Shared] };
        Rule("R28").And(phone, 0, 1).And(phone with { Village = "53.21.02" }, 1, 2).Findings.ShouldBeEmpty();
        Rule("R28").And(phone, 0, 1).And(phone with { Village = "53.04.01" }, 1, 2).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void R29_asks_where_the_boat_was_seen()
    {
        var boat = Tip with { Vehicles = [Shared] };
        Rule("R29").And(boat, 0, 1).And(boat, 1, 2).Findings.ShouldBeEmpty("Malaka Tengah is no landing place");
        Rule("R29").And(boat with { Village = "21.71.01.1001" }, 0, 1).And(boat with { Signs = [TipSign.InformalCrossing] }, 1, 2)
            .Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Medium);
    }

    [Fact]
    public void R30_takes_the_largest_number_told_of_a_house_near_the_border()
    {
        var house = Tip with { Village = "53.04.05", Address = Shared, OutsidersLodged = 5 };
        Rule("R30").And(house, 0, 1).And(house, 1, 2).Findings.ShouldHaveSingleItem("told twice within the week it is no news");
        Rule("R30").And(house with { OutsidersLodged = 4 }, 0, 1).And(house with { OutsidersLodged = 4 }, 1, 2).Findings.ShouldBeEmpty();
        Rule("R30").And(house with { Village = "32.12.01" }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R30_counts_people_who_were_met_in_the_house_as_well()
    {
        var met = Enumerable.Range(1, 5).Select(n => new PersonEncountered(Person(n), "ID", default, default, Lodging: Shared)).ToList();
        Seen Log(double apart) => met.Select((one, n) => (one, n)).Aggregate(Rule("R30"), (log, next) => log.And(next.one, next.n * apart, 1, place: "53.04.05"));
        var finding = Log(0.1).Findings.ShouldHaveSingleItem();
        (finding.Facts["count"], finding.Evidence.Count).ShouldBe(("5", 5));
        Log(2).Findings.ShouldBeEmpty("the week is over before the fifth is met");
        met[4] = met[0];
        Log(0.1).Findings.ShouldBeEmpty("the same person twice");
        met[4] = new(Person(5), "ID", default, default);
        Log(0.1).Findings.ShouldBeEmpty("nobody said that the fifth was lodged there");
        Rule("R30").And(Tip with { Village = "53.04.05", Address = Shared, OutsidersLodged = 4 }, 0, 1).And(met[0], 1, 2, place: "53.04.05")
            .Findings.ShouldBeEmpty("who was met may be among those who were told of");
    }

    [Fact]
    public void R38_hears_a_ransom_from_every_side()
    {
        Rule("R38").And(Tip with { Signs = [TipSign.RansomMentioned] }, 0, 1).Findings.ShouldHaveSingleItem().Recipients.ShouldContain("agency:KEMLU");
        Rule("R38").And(new SecondaryInspectionConducted("Ringkasan", [WarningSign.RansomMentioned], Traveller: Teratai), 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R38").And(Tip, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R40_is_for_the_internal_affairs_desk_and_names_no_writer()
    {
        foreach (var named in new object[]
        {
            Tip with { Signs = [TipSign.OfficialNamed] }, Tip with { Subjects = [new(Person(9), TipRole.Official)] },
            new PassportInterviewConducted([WarningSign.OfficialNamed], "Ringkasan", Applicant: Bakung),
        })
        {
            var finding = Rule("R40").And(named, 0, 1).Findings.ShouldHaveSingleItem();
            (finding.Restricted, finding.Severity).ShouldBe((true, Severity.Critical));
            finding.Recipients.ShouldBe(["unit:SATGAS/PENGAWAS-INTERNAL"]);
        }
    }

    public static TheoryData<object, bool> Officials => new()
    {
        { new SecondaryInspectionConducted("Ringkasan", [WarningSign.OfficialNamed], Traveller: Teratai), true },
        { new TipTriaged(TipCategory.Official, TipPriority.High), true },
        { new TipTriaged(TipCategory.Recruitment, TipPriority.High), false },
        { new FieldCheckReported("SP/1", FieldCheckFinding.Confirmed, "Ringkasan", Bakung, OfficialNamed: true), true },
        { new FieldCheckReported("SP/1", FieldCheckFinding.Confirmed, "Ringkasan", Bakung, OfficialNamed: false), false },
        { new VictimIndicatorScreened([], false, ScreeningResult.NoIndication, Traveller: Teratai, OfficialNamed: true), true },
        { new VictimIndicatorScreened([], false, ScreeningResult.NoIndication, Traveller: Teratai), false },
        { new VictimScreened("SKRINING-SINGKAT", [], 0, false, "id", Person: Teratai, OfficialNamed: true), true },
        { Report with { OfficialNamed = true }, true },
        { Report, false },
        { new PoliceReportRegistered("LP/1", ["UU-21-2007:4", "UU 21/2007 Ps 8"], [Person(9)]), true },
        { new PoliceReportRegistered("LP/1", ["UU-21-2007:4"], [Person(9)]), false },
        { new InvestigationStarted("SP/1", ["UU-21-2007:8"]), true },
        { new OffenceReclassified(Offence.Smuggling, Offence.Trafficking, "POLRI", "Alasan", Articles: ["UU-21-2007:8"]), true },
        { new OffenceReclassified(Offence.Smuggling, Offence.Trafficking, "POLRI", "Alasan"), false },
        { new IndictmentFiled("PDM/1", "PN-BATAM", ["UU-21-2007:8"]), true },
        { new IndictmentFiled("PDM/1", "PN-BATAM", ["UU-21-2007:80"]), false },
    };

    [Theory]
    [MemberData(nameof(Officials))]
    public void R40_listens_wherever_an_official_can_be_named(object happened, bool named)
    {
        var findings = Rule("R40").And(happened, 0, 1).Findings;
        findings.Count.ShouldBe(named ? 1 : 0);
        findings.ShouldAllBe(finding => finding.Restricted && string.Join(" ", finding.Recipients) == "unit:SATGAS/PENGAWAS-INTERNAL");
    }

    [Fact]
    public void R40_points_at_nobody_of_whom_it_does_not_know_that_he_is_the_official() =>
        Rule("R40").And(new PoliceReportRegistered("LP/1", ["UU-21-2007:8"], [Person(9)]), 0, 1).And(Report with { OfficialNamed = true }, 0, 2)
            .Findings.SelectMany(finding => finding.Evidence).ShouldAllBe(one => one.Person == default);

    [Fact]
    public void A_tip_about_a_child_is_a_child_at_risk() =>
        Rule("A-CHILD").And(Tip with { Signs = [TipSign.ChildConcerned] }, 0, 1).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);
}

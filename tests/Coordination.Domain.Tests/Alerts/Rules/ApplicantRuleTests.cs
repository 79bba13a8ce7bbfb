using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

/// <summary>Rules on applicants: each fires on its pattern, and not just beside it.</summary>
public sealed class ApplicantRuleTests
{
    private static readonly ContactRef Shared = new(new Guid(9, 9, 9, new byte[8]));
    private static readonly PassportApplicationReceived Application = new(Bakung, ApplicationChannel.WalkIn, TravelPurpose.Tourism);
    private static readonly PassportInterviewConducted Interview = new([], "Ringkasan", Applicant: Bakung);

    private static Seen Rule(string id, params (string, int)[] set) => new(AlertRules.Find(id)!, set);

    private static ContactRef Contact(int n) => new(new Guid(n, 8, 8, new byte[8]));

    [Fact]
    public void R02_counts_applicants_of_one_sponsor_and_needs_fewer_where_they_come_from_several_regencies()
    {
        var sponsor = Application with { Sponsor = Person(99), Domicile = "53.04" };
        var local = Rule("R02");
        for (var n = 1; n <= 4; n++)
            local.And(sponsor with { Applicant = Person(n) }, n, n);
        local.Findings.ShouldBeEmpty();
        local.And(sponsor with { Applicant = Person(5) }, 5, 5).Findings.ShouldHaveSingleItem().Facts["count"].ShouldBe("5");

        Rule("R02").And(sponsor with { Applicant = Person(1) }, 0, 1).And(sponsor with { Applicant = Person(2) }, 20, 2)
            .And(sponsor with { Applicant = Person(3), Domicile = "53.21" }, 60, 3).Findings.ShouldHaveSingleItem().Facts["regencies"].ShouldBe("2");
    }

    [Fact]
    public void R03_counts_families_and_not_their_members()
    {
        var home = Application with { Address = Shared };
        var one = Rule("R03");
        for (var n = 1; n <= 6; n++)
            one.And(home with { Applicant = Person(n), FamilyCard = Contact(1) }, 0, n);
        one.Findings.ShouldBeEmpty("one family lives there");
        for (var n = 7; n <= 9; n++)
            one.And(home with { Applicant = Person(n), FamilyCard = Contact(n) }, 1, n);
        one.Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Medium);
    }

    [Fact]
    public void R04_sees_an_escort_at_three_interviews_and_a_payer_of_three_fees()
    {
        Rule("R04").And(Interview with { Escort = Person(9) }, 0, 1).And(Interview with { Escort = Person(9) }, 1, 2)
            .And(Interview with { Companions = [Person(9)] }, 2, 3).Findings.ShouldHaveSingleItem();
        Rule("R04").And(Application with { FeePayer = Shared }, 0, 1).And(Application with { FeePayer = Shared }, 1, 2).Findings.ShouldBeEmpty();
        Rule("R04").And(Application with { FeePayer = Shared }, 0, 1).And(Application with { FeePayer = Shared }, 1, 2)
            .And(Application with { FeePayer = Shared }, 2, 3).Findings.ShouldHaveSingleItem().Facts["contact"].ShouldBe("payer");
    }

    [Fact]
    public void R05_reads_application_and_interview_together_in_either_order()
    {
        var (received, asked) = (Application with { FirstPassport = true, Destination = "KH" }, Interview with { Means = new(1_000_000, 2_500_000, 12_000_000) });
        Rule("R05").And(received, 0, 1).And(asked, 1, 1).Findings.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        Rule("R05").And(asked, 0, 1).And(received, 1, 1).Findings.ShouldHaveSingleItem();
        Rule("R05").And(received with { Destination = "JP" }, 0, 1).And(asked, 1, 1).Findings.ShouldBeEmpty();
        Rule("R05").And(received, 0, 1).And(asked, 1, 2).Findings.ShouldBeEmpty("another application");
        Rule("R05", ("times", 12)).And(received, 0, 1).And(asked, 1, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R06_compares_whole_digests_and_is_one_cluster_whatever_band_led_to_it()
    {
        string[] words = [.. Enumerable.Range(0, 32).Select(n => $"w{n}")];
        string[] close = [.. words.Take(31), "x"];
        string[] far = [.. words.Take(20), .. Enumerable.Range(0, 12).Select(n => $"y{n}")];
        PassportInterviewConducted Of(int n, string[] digest) => Interview with { Applicant = Person(n), AnswerDigest = digest };

        var findings = Rule("R06").And(Of(1, words), 0, 1).And(Of(2, close), 1, 2).And(Of(3, words), 2, 3).Findings;
        findings.Select(finding => (finding.Name, finding.Cycle)).Distinct().ShouldHaveSingleItem().Item1.ShouldBe("R06");
        findings[0].Evidence.Select(one => one.Stream).Distinct().Count().ShouldBe(3);
        Rule("R06").And(Of(1, words), 0, 1).And(Of(2, far), 1, 2).And(Of(3, words), 2, 3).Findings.ShouldBeEmpty();
        Rule("R06").And(Of(1, words), 0, 1).And(Of(2, words), 1, 2).And(Of(3, words), 15, 3).Findings.ShouldBeEmpty("more than 14 days");
    }

    [Fact]
    public void R17_looks_over_all_sources_and_at_the_face()
    {
        var passport = Application with { Births = [new(BirthSource.Passport, 2004, 3)] };
        ApplicantDocumentVerified Registry(int year) =>
            new(DocumentType.IdentityCard, "DUKCAPIL", DocumentResult.Mismatch, Births: [new(BirthSource.CivilRegistry, year, 4)], Applicant: Bakung);

        Rule("R17").And(passport, 0, 1).And(Registry(2006), 1, 1).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);
        Rule("R17").And(passport, 0, 1).And(Registry(2006) with { Births = [new(BirthSource.CivilRegistry, 2006, 3)] }, 1, 1).Findings.ShouldBeEmpty();
        Rule("R17").And(Application with { LooksMinor = true }, 0, 1).Findings.ShouldHaveSingleItem().Recipients.ShouldContain("agency:KEMENPPPA");
    }

    [Fact]
    public void R18_takes_the_figure_that_was_computed_where_the_names_are()
    {
        Rule("R18").And(Application with { NikFound = false }, 0, 1).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.High);
        Rule("R18").And(Application with { NikFound = false }, 0, 1).Findings[0].Recipients.ShouldContain("agency:DUKCAPIL", "its issuer hears of it");
        Rule("R18").And(Application with { NikFound = true, NameSimilarity = 79 }, 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R18").And(Application with { NikFound = true, NameSimilarity = 80 }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R19_finds_one_document_on_two_people_however_far_apart()
    {
        var shown = Application with { Documents = [new(DocumentType.Passport, Shared)] };
        Rule("R19").And(shown, 0, 1).And(shown with { Applicant = Teratai }, 3000, 2).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);
        Rule("R19").And(shown, 0, 1).And(shown, 30, 2).Findings.ShouldBeEmpty("the same person");
        var verified = new ApplicantDocumentVerified(DocumentType.MarriageBook, "KUA Betun", DocumentResult.Mismatch, Shared, Applicant: Teratai);
        Rule("R19").And(shown, 0, 1).And(verified, 1, 2).Findings.ShouldHaveSingleItem().Recipients
            .ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA", "agency:IMIGRASI", "agency:KEMENAG"]);
        var family = Application with { Documents = [new(DocumentType.FamilyCard, Shared)] };
        Rule("R19").And(family, 0, 1).And(family with { Applicant = Teratai }, 1, 2).Findings.ShouldBeEmpty("a family card is for several");
    }

    [Fact]
    public void R20_needs_another_office_and_ninety_days()
    {
        var lost = Application with { Lost = new(new DateOnly(2025, 11, 1), "KANIM-KUPANG") };
        Rule("R20").And(lost, 0, 1).Findings.ShouldHaveSingleItem();
        Rule("R20").And(lost, 20, 1).Findings.ShouldBeEmpty();
        Rule("R20").And(lost, 0, 1, unit: "KANIM-KUPANG").Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R21_is_a_reason_and_no_alert()
    {
        var rule = AlertRules.Find("R21")!;
        rule.Code.ShouldBeNull();
        new Seen(rule).And(Application with { DeportedOn = new DateOnly(2025, 9, 1) }, 0, 1).Findings.ShouldHaveSingleItem();
        new Seen(rule).And(Application with { DeportedOn = new DateOnly(2025, 7, 1) }, 0, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void R24_asks_for_a_school_that_is_there_and_has_not_begun()
    {
        var study = Application with { Purpose = TravelPurpose.Study, Destination = "TW" };
        Rule("R24").And(study, 0, 1).And(Interview with { Host = new(HostKind.School, Verified: false) }, 1, 1).Findings.ShouldHaveSingleItem();
        Rule("R24").And(study, 0, 1).And(Interview with { Host = new(HostKind.School, Verified: true, StartsOn: new DateOnly(2026, 1, 1)) }, 1, 1)
            .Findings.ShouldHaveSingleItem();
        Rule("R24").And(study, 0, 1).And(Interview with { Host = new(HostKind.School, Verified: true, StartsOn: new DateOnly(2026, 9, 1)) }, 1, 1)
            .Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_is_told_to_every_immigration_office_and_a_forgery_to_its_issuer()
    {
        new Seen(AlertRules.Find("A-REFUSE")!).And(new PassportApplicationRefused([DeferralReason.PurposeNotCredible], "Alasan", Applicant: Bakung), 0, 1)
            .Findings.ShouldHaveSingleItem().Recipients.ShouldContain("agency:IMIGRASI");
        var forged = new DocumentForgerySuspected(DocumentType.IdentityCard, "DUKCAPIL", [ForgerySign.Altered], "Alasan", Applicant: Bakung);
        new Seen(AlertRules.Find("A-DOC")!).And(forged, 0, 1).Findings.ShouldHaveSingleItem().Recipients.ShouldContain("agency:DUKCAPIL");
    }
}

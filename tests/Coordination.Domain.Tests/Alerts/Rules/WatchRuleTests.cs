using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class WatchRuleTests
{
    private static readonly ContactRef Phone = new(new Guid(9, 9, 9, new byte[8]));
    private static readonly DateOnly Today = DateOnly.FromDateTime(Start.Date);
    private static readonly WatchEntryApproved OfPhone = new(Today.AddDays(60), null, WatchKind.Entity, Contact: Phone);
    private static readonly WatchEntryApproved OfPerson = new(Today.AddDays(60), null, WatchKind.Protective, Teratai);
    private static readonly TravellerReferredToSecondary Referral = new(Teratai, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "KH", Phone: Phone);

    private static Seen Rule(string id) => new(AlertRules.Find(id)!);

    [Fact]
    public void R37_meets_a_telephone_and_a_person_while_the_entry_holds()
    {
        Rule("R37").And(OfPhone, 0, 1, agency: "POLRI", unit: "POLRESTA-BARELANG").And(Referral with { Traveller = Jati }, 5, 2, unit: "KANIM-BATAM")
            .Findings.ShouldHaveSingleItem().Recipients.ShouldBe(["unit:POLRI/POLRESTA-BARELANG", "unit:IMIGRASI/KANIM-BATAM"]);
        Rule("R37").And(OfPerson, 0, 1).And(Referral with { Phone = null }, 5, 2).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.High);
        Rule("R37").And(OfPhone, 0, 1).And(new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Phones: [Phone]), 5, 3)
            .Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Medium);
    }

    [Fact]
    public void R37_is_silent_before_the_approval_after_the_last_day_and_once_removed()
    {
        Rule("R37").And(OfPhone, 5, 1).And(Referral, 4, 2).Findings.ShouldBeEmpty();
        Rule("R37").And(OfPhone, 0, 1).And(Referral, 61, 2).Findings.ShouldBeEmpty();
        Rule("R37").And(OfPhone, 0, 1).And(new WatchEntryRemoved("Keliru", Contact: Phone), 1, 1).And(Referral, 5, 2).Findings.ShouldBeEmpty();
        Rule("R37").And(OfPhone, 0, 1).And(new WatchEntryExtended(Today.AddDays(200), "Masih", WatchKind.Entity, Contact: Phone), 50, 1)
            .And(Referral, 61, 2).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void R37_is_met_in_the_field_too()
    {
        var met = new PersonEncountered(Teratai, "ID", default, default);
        Rule("R37").And(OfPerson, 0, 1).And(met, 5, 2).Findings.ShouldHaveSingleItem();
        Rule("R37").And(OfPhone, 0, 1).And(met with { Person = Jati, Lodging = Phone }, 5, 2).Findings.ShouldHaveSingleItem();
        Rule("R37").And(OfPerson, 0, 1).And(new PersonSecured(Teratai, "Alasan"), 5, 2).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void R37_meets_a_boat_at_a_checkpoint_and_the_number_of_what_is_seized()
    {
        var departure = new DepartureRecorded(Jati, "TPI-SEKUPANG", TransportMode.Sea, "MY", DepartureClearance.Given);
        var seized = new EvidenceSeized("B-01", SeizedKind.Telephone, "Telepon", 1, "Gudang");
        object[] met = [Referral with { Traveller = Jati, Phone = null, Vehicle = Phone }, departure with { Vehicle = Phone }, seized with { Number = Phone }];
        foreach (var meeting in met)
            Rule("R37").And(OfPhone, 0, 1).And(meeting, 5, 2).Findings.ShouldHaveSingleItem(meeting.GetType().Name);
        Rule("R37").And(OfPhone, 0, 1).And(seized, 5, 2).And(departure, 5, 3).Findings.ShouldBeEmpty();
        var ad = new IllegalJobAdReported(new string('a', 64), "FACEBOOK", "Ringkasan", Phone);
        Rule("R36").And(ad, 0, 1).And(seized with { Number = Phone }, 5, 2).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void R37_finds_an_encounter_that_was_recorded_before_the_approval_that_it_followed() =>
        Rule("R37").And(Referral, 5, 2).And(OfPhone, 0, 1).Findings.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);

    [Fact]
    public void Of_an_entry_for_few_the_place_hears_whom_to_ask_and_nothing_else()
    {
        var few = new Marking(Level.R, ["unit:POLRI/POLRESTA-BARELANG"], [Caveat.OriginatorControl]);
        var findings = Rule("R37").And(OfPerson, 0, 1, agency: "POLRI", unit: "POLRESTA-BARELANG", marking: few).And(Referral, 5, 2, unit: "KANIM-BATAM").Findings;
        findings.Select(finding => finding.Recipients.ShouldHaveSingleItem()).ShouldBe(["unit:POLRI/POLRESTA-BARELANG", "unit:IMIGRASI/KANIM-BATAM"]);
        findings.Select(finding => finding.Facts["unit"]).ShouldBe(["KANIM-BATAM", "POLRESTA-BARELANG"]);
        findings.Select(finding => finding.Facts.ContainsKey("kind")).ShouldBe([true, false]);
        foreach (var finding in findings)
        {
            var side = finding.Evidence.ShouldHaveSingleItem();
            AlertInput[] inputs = [new(side.Agency, side.Marking)];
            AlertMarking.Recipients(inputs, finding.Recipients).ShouldBe(finding.Recipients);
            var marking = AlertMarking.Of(inputs, finding.Recipients);
            (marking.Level, marking.Has(Caveat.OriginatorControl)).ShouldBe((Level.R, true));
            marking.Audience.ShouldBe([finding.Recipients[0], $"agency:{side.Agency}"]);
        }
    }

    [Fact]
    public void A_hit_that_somebody_reports_is_told_to_who_keeps_the_entry()
    {
        var proposed = new WatchEntryProposed(WatchKind.Punitive, "Alasan", "Hubungi", Person: Teratai);
        var finding = Rule("A-WATCH").And(proposed, 0, 1, agency: "POLRI", unit: "POLRESTA-BARELANG").And(new WatchHit("H-1", Teratai), 3, 1, unit: "KANIM-BATAM")
            .Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.High);
        finding.Recipients.ShouldBe(["unit:POLRI/POLRESTA-BARELANG", "unit:IMIGRASI/KANIM-BATAM"]);
    }

    [Fact]
    public void R36_knows_an_advertisement_by_its_wording_under_another_number()
    {
        string[] words = [.. Enumerable.Range(0, 40).Select(n => $"{n:x8}")];
        string[] Changed(int places) => [.. words.Select((word, at) => at % 10 < places ? "ffffffff" : word)];
        var ad = new IllegalJobAdReported(new string('a', 64), "FACEBOOK", "Ringkasan", Phone, AdvertTextDigest: words);
        object[] met =
        [
            new PassportInterviewConducted([], "Ringkasan", Applicant: Bakung, AdvertTextDigest: Changed(1)),
            new SecondaryInspectionConducted("Ringkasan", [], Traveller: Teratai, AdvertTextDigest: words),
            new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", AdvertTextDigest: words),
        ];
        foreach (var use in met)
        {
            Rule("R36").And(ad, 0, 1).And(use, 9, 2).Findings.Select(finding => (finding.Name, finding.Cycle)).Distinct().ShouldHaveSingleItem(use.GetType().Name);
            Rule("R36").And(use, 0, 2).And(ad, 9, 1).Findings.ShouldNotBeEmpty(use.GetType().Name);
            Rule("R36").And(ad, 0, 1).And(use, 181, 2).Findings.ShouldBeEmpty();
        }
        Rule("R36").And(ad, 0, 1).And(new SecondaryInspectionConducted("Ringkasan", [], Traveller: Teratai, AdvertTextDigest: Changed(2)), 9, 2)
            .Findings.ShouldBeEmpty("four fifths are another advertisement");
        Rule("R36").And(met[1], 0, 1).And(met[2], 9, 2).Findings.ShouldBeEmpty("nobody has reported it as illegal");
    }

    [Fact]
    public void R36_matches_an_advertisement_reported_before_or_after()
    {
        var ad = new IllegalJobAdReported(new string('a', 64), "FACEBOOK", "Ringkasan", Phone);
        var interview = new PassportInterviewConducted([], "Ringkasan", Applicant: Bakung, RecruiterPhone: Phone);
        Rule("R36").And(ad, 0, 1).And(interview, 180, 2).Findings.ShouldHaveSingleItem();
        Rule("R36").And(interview, 0, 2).And(ad, 20, 1).Findings.ShouldHaveSingleItem();
        Rule("R36").And(ad, 0, 1).And(interview, 181, 2).Findings.ShouldBeEmpty();
        var address = new ContactRef(new Guid(9, 9, 8, new byte[8]));
        Rule("R36").And(ad with { Phone = null, Advert = address }, 0, 1).And(interview with { RecruiterPhone = null, JobAdvert = address }, 9, 2)
            .Findings.ShouldHaveSingleItem();
    }
}

using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

/// <summary>Records come late, and offices write at once: what happened decides what is found, not who wrote first.</summary>
public sealed class OrderOfArrivalTests
{
    private static readonly ContactRef Shared = new(new Guid(9, 9, 9, new byte[8]));
    private static readonly PassportApplicationReceived Application = new(Bakung, ApplicationChannel.WalkIn, TravelPurpose.Tourism);
    private static readonly TravellerReferredToSecondary Referral = new(Teratai, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "KH");

    private static readonly PassportInterviewConducted Interview = new([], "Ringkasan", Applicant: Bakung);
    private static readonly TipReceived Tip = new(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan");

    /// <summary>Histories in which the rule finds something: what happened, on which day, in which stream, where.</summary>
    public static TheoryData<string> Rules => [.. Histories.Keys];

    /// <summary>Rules of which the first that says so makes the alert, whichever it is, and those that one stream feeds in its own order.</summary>
    private static readonly string[] FirstWord = ["A-CHILD", "R30", "A-TAK", "A-WATCH", "R-CONFLICT"];

    private static readonly Dictionary<string, (object Body, double Day, int Stream, string? Place)[]> Histories = new(StringComparer.Ordinal)
    {
        ["R01"] = Each(3, 10, n => Application with { Applicant = Person(n), Phone = Shared }),
        ["R02"] = Each(3, 20, n => Application with { Applicant = Person(n), Sponsor = Person(9), Domicile = $"53.0{n}" }),
        ["R03"] = Each(4, 8, n => Application with { Applicant = Person(n), Address = Shared }),
        ["R04"] = Each(3, 10, n => Interview with { Applicant = Person(n), Escort = Person(9) }),
        ["R06"] = Each(3, 7, n => Interview with { Applicant = Person(n), AnswerDigest = ["a", "b", "c", "d"] }),
        ["R08"] = Each(3, 10, n => Referral with { Traveller = Person(n), Journey = new(Booking: Shared) }),
        ["R14"] = Each(3, 10, n => Referral with { Traveller = Person(n), Sex = Sex.Female, Age = 20, Escort = Person(9) }),
        ["R15"] =
        [
            (Application with { Purpose = TravelPurpose.FamilyVisit, Destination = "MY" }, 0, 1, null),
            (Interview with { Host = new(HostKind.Family, Verified: false) }, 1, 1, null),
        ],
        ["R23"] = Each(3, 60, n => Referral with { Traveller = Person(n), Marriage = new(Matchmaker: Person(9)) }),
        ["R24"] =
        [
            (Application with { Purpose = TravelPurpose.Study, Destination = "DE" }, 0, 1, null),
            (Interview with { Host = new(HostKind.School, Verified: true, StartsOn: DateOnly.FromDateTime(Start.Date).AddDays(10)) }, 15, 1, null),
        ],
        ["R27"] = Each(2, 30, _ => Tip with { Subjects = [new(Person(9), TipRole.Recruiter)] }),
        ["R29"] = Each(2, 30, _ => Tip with { Vehicles = [Shared], Signs = [TipSign.InformalCrossing] }),
        ["R31"] = Each(3, 40, n => Met(n) with { Sponsor = Person(9) }),
        ["R31-ADDRESS"] = Each(3, 40, n => Met(n) with { Sponsor = Person(9 + n), Lodging = Shared }),
        ["R32"] = [.. Each(3, 10, n => Met(n) with { Lodging = Shared }), (Tip with { Address = Shared, Signs = [TipSign.NightWork] }, 35, 9, null)],
        ["R36"] =
        [
            (new IllegalJobAdReported(new string('a', 64), "FACEBOOK", "Ringkasan", Shared), 5, 1, null),
            (Interview with { RecruiterPhone = Shared }, 0, 2, null),
        ],
        ["R37"] =
        [
            (new WatchEntryApproved(DateOnly.FromDateTime(Start.Date).AddDays(60), Kind: WatchKind.Entity, Contact: Shared), 0, 1, null),
            (new WatchEntryExtended(DateOnly.FromDateTime(Start.Date).AddDays(200), "Masih", WatchKind.Entity, Contact: Shared), 50, 1, null),
            (Referral with { Phone = Shared }, 100, 2, null),
        ],
        ["R05"] =
        [
            (Application with { FirstPassport = true, Destination = "KH" }, 0, 1, null),
            (new PassportInterviewConducted([], "Ringkasan", Applicant: Bakung, Means: new(1_000_000, 2_500_000, 12_000_000)), 1, 1, null),
        ],
        ["R11"] =
        [
            (new DepartureDeferred([DeferralReason.Other], "BAP-1", Traveller: Teratai), 0, 1, "TPI-BATAM-CENTER"),
            (new DepartureDeferred([DeferralReason.Other], "BAP-2", Traveller: Teratai), 3, 2, "TPI-BATAM-CENTER"),
            (Referral, 9, 3, "TPI-SEKUPANG"),
        ],
        ["R12"] =
        [
            (new PassportIssuanceDeferred([DeferralReason.Other], [], Applicant: Teratai), 0, 1, null),
            (new DepartureRecorded(Teratai, "TPI-SEKUPANG", TransportMode.Sea, "MY", DepartureClearance.None), 20, 2, "TPI-SEKUPANG"),
        ],
        ["R17"] =
        [
            (Application with { Births = [new(BirthSource.Passport, 2000)] }, 0, 1, null),
            (new ApplicantDocumentVerified(DocumentType.SchoolCertificate, "SEKOLAH", DocumentResult.Mismatch, Births: [new(BirthSource.School, 2008)], Applicant: Bakung), 1, 1, null),
        ],
        ["R19"] =
        [
            (Application with { Documents = [new(DocumentType.Passport, Shared)] }, 0, 1, null),
            (Referral with { PassportNumber = Shared }, 400, 2, null),
        ],
        ["R22"] =
        [
            (new VictimStatusDetermined(VictimStatus.Confirmed, "Alasan.", Person: Teratai), 0, 1, null),
            (Referral, 400, 2, null),
        ],
        ["R28"] =
        [
            .. new[] { "53.21.01", "53.04.01" }.Select((village, n) => (
                (object)new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Village: village, Phones: [Shared]), n * 30d, n + 1, (string?)null)),
        ],
        ["A-REAPPLY"] =
        [
            (new PassportIssuanceDeferred([DeferralReason.Other], [], Applicant: Bakung), 0, 1, null),
            (Application, 7, 2, "53.71"),
        ],
    };

    [Fact]
    public void Every_rule_that_remembers_is_asked() => AlertRules.InForce.Where(rule => rule.Remembers).Select(rule => rule.Id)
        .ShouldBe([.. Histories.Keys, .. FirstWord], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Any_order_of_arrival_leads_to_the_same_last_word(string rule)
    {
        var history = Histories[rule];
        var words = Orders(history.Length).Select(order => LastWord(rule, [.. order.Select(at => history[at])])).ToList();
        words[0].ShouldNotBeEmpty("it finds something at all");
        words.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    // The gravest finding: which days it rests on. Lesser ones may have come before it was known.
    private static string LastWord(string rule, (object Body, double Day, int Stream, string? Place)[] log)
    {
        // Ten guests arrive in too many orders.
        var seen = new Seen(AlertRules.Find(rule)!, rule[..2] == "R3" && rule != "R30" ? [("count", 3)] : []);
        foreach (var (body, day, stream, place) in log)
            seen.And(body, day, stream, stream == 2 && rule == "A-REAPPLY" ? "KANIM-KUPANG" : "KANIM-ATAMBUA", place);
        var last = seen.Findings.OrderByDescending(finding => (finding.Severity, finding.Evidence.Count)).FirstOrDefault();
        return last is null ? "" : $"{last.Severity}: {string.Join(' ', last.Evidence.Select(one => one.At).Distinct().Order().Select(at => (at - Start).TotalDays))}";
    }

    private static PersonEncountered Met(int n) => new(Person(n), "VN", default, default);

    /// <summary>One after the other, each in a stream of its own, so many days apart.</summary>
    private static (object Body, double Day, int Stream, string? Place)[] Each(int count, double days, Func<int, object> body) =>
        [.. Enumerable.Range(1, count).Select(n => (body(n), n * days, n, (string?)null))];

    private static IEnumerable<int[]> Orders(int count) => count == 1
        ? [[0]]
        : Orders(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));
}

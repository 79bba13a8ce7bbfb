using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
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

    /// <summary>Histories in which the rule finds something: what happened, on which day, in which stream, where.</summary>
    public static TheoryData<string> Rules => [.. Histories.Keys];

    private static readonly Dictionary<string, (object Body, double Day, int Stream, string? Place)[]> Histories = new(StringComparer.Ordinal)
    {
        ["R01"] = [.. Enumerable.Range(1, 3).Select(n => ((object)(Application with { Applicant = Person(n), Phone = Shared }), n * 10d, n, (string?)null))],
        ["R02"] = [.. Enumerable.Range(1, 3).Select(n => ((object)(Application with { Applicant = Person(n), Sponsor = Person(9), Domicile = $"53.0{n}" }), n * 20d, n, (string?)null))],
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
        var seen = new Seen(AlertRules.Find(rule)!);
        foreach (var (body, day, stream, place) in log)
            seen.And(body, day, stream, stream == 2 && rule == "A-REAPPLY" ? "KANIM-KUPANG" : "KANIM-ATAMBUA", place);
        var last = seen.Findings.OrderByDescending(finding => (finding.Severity, finding.Evidence.Count)).FirstOrDefault();
        return last is null ? "" : $"{last.Severity}: {string.Join(' ', last.Evidence.Select(one => one.At).Distinct().Order().Select(at => (at - Start).TotalDays))}";
    }

    private static IEnumerable<int[]> Orders(int count) => count == 1
        ? [[0]]
        : Orders(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));
}

using Coordination.Domain.Advisories;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sentences;

/// <summary>Whatever a clock of networks and advisories says has a sentence in which nothing is unknown.</summary>
public sealed class NetworkAlertTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Monday.UtcDateTime);

    public static TheoryData<string, object> Streams => new()
    {
        { "watch_entry", Fold(WatchEntryDecider.Kind, new WatchEntryProposed(WatchKind.Punitive, "a", "b", Gagak), new WatchEntryApproved(Day.AddMonths(6)), new WatchHit("PL/1")) },
        { "network_link", Fold(NetworkLinkDecider.Kind, new NetworkLinkAsserted(
            new(NetworkEndKind.Person, Gagak), new(NetworkEndKind.Entity, Name: "KM Fiktif"), NetworkLinkType.Transports, 0.5m, Guid.Empty)) },
        { "p3mi", Fold(P3MIDecider.Kind, new P3MIRegistered("FK-001", "PT Fiktif", LicenceStatus.Active), new P3MIInspected("BAP/1", "a"),
            new FindingRaised("T-1", "BAP/1", "BIAYA", "a"), new CorrectiveActionDue("T-1", "a", Day.AddDays(14)),
            new P3MISanctioned("KEP-1", SanctionKind.Suspension, Day, "a", Day.AddMonths(3))) },
        { "financial_inquiry", Fold(FinancialInquiryDecider.Kind, new FinancialInquiryRequested("B/1", "a", [])) },
        { "job_ad", Fold(JobAdDecider.Kind, new IllegalJobAdReported(new string('a', 64), "FACEBOOK", "a")) },
        { "travel_ban", Fold(TravelBanDecider.Kind, new UrgentExitBanRequested(Gagak, "R/1", "a", new string('a', 64))) },
        { "travel_ban", Fold(TravelBanDecider.Kind, new ExitBanDecided(Gagak, "KEP/1", Day, Day.AddMonths(6), "a")) },
        { "network_warning", Fold(NetworkWarningDecider.Kind, new NetworkWarningIssued("PJ/1", "a", "b", Day, Day.AddDays(9))) },
        { "tpi_advisory", Fold(TpiAdvisoryDecider.Kind, new TpiAdvisoryPublished("INS/1", ["TPI-SEKUPANG"], ["a"], "b", Day.AddDays(9)),
            new AdvisoryHitRecorded("PL/1", "TPI-SEKUPANG")) },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Every_deadline_is_told_in_both_languages(string kind, object state)
    {
        var running = StreamClocks.InForce.Where(clock => clock.Kind.Type == kind).SelectMany(clock => clock.Running(state)).ToList();
        running.ShouldNotBeEmpty();
        foreach (var due in running)
        {
            var sentence = AlertSentences.Raised(due.Code, due.Facts, due.Subjects);
            NetworkAlerts.Of(due.Code, due.Facts).ShouldNotBeNull(due.Step);
            sentence.Id.ShouldNotContain("?", customMessage: due.Step);
            sentence.En.ShouldNotContain("?", customMessage: due.Step);
            sentence.Id.ShouldNotStartWith("Peringatan A-");
        }
    }

    private static object Fold(StreamKind kind, params object[] events) => events.Aggregate(
        kind.Initial, (state, happened) => kind.Evolve(state, happened, new Envelope(Batam, Monday, Monday, null, [], Marking.Default, null)));
}

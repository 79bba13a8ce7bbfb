using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class RepeatDeferralRuleTests
{
    private const string BatamCenter = "TPI-BATAM-CENTER";
    private const string Sekupang = "TPI-SEKUPANG";

    private static Seen Log => new(new RepeatDeferralRule());

    [Fact]
    public void A_second_attempt_elsewhere_within_a_week_is_critical_at_the_counter_already()
    {
        var finding = Deferred(Log, 0, 1, BatamCenter).And(Referral(Teratai), 7, 2, place: Sekupang).Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["earlierPlace"].ShouldBe(BatamCenter);
        finding.Facts["place"].ShouldBe(Sekupang);
        finding.Facts["days"].ShouldBe("7");
        finding.Recipients.ShouldContain("agency:BP3MI");
    }

    [Fact]
    public void Fourteen_days_elsewhere_count_and_a_second_more_does_not()
    {
        Deferred(Log, 0, 1, BatamCenter).And(Referral(Teratai), 14, 2, place: Sekupang).Findings.ShouldHaveSingleItem().Severity.ShouldBe(
            Severity.Critical);
        Deferred(Log, 0, 1, BatamCenter).And(Referral(Teratai), 14 + (1 / 86400d), 2, place: Sekupang).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Thirty_days_at_the_same_place_are_high_and_a_second_more_is_nothing()
    {
        Deferred(Log, 0, 1, BatamCenter).And(Referral(Teratai), 30, 2, place: BatamCenter).Findings.ShouldHaveSingleItem(
            ).Severity.ShouldBe(Severity.High);
        Deferred(Log, 0, 1, BatamCenter).And(Referral(Teratai), 30 + (1 / 86400d), 2, place: BatamCenter).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Another_traveller_is_no_repetition() =>
        Deferred(Log, 0, 1, BatamCenter).And(Referral(Jati), 1, 2, place: Sekupang).Findings.ShouldBeEmpty();

    [Fact]
    public void An_attempt_is_one_alert_however_many_events_it_has() =>
        Deferred(Log, 0, 1, BatamCenter).And(Referral(Teratai), 7, 2, place: Sekupang).And(Deferral(Teratai), 7.1, 2, place: Sekupang)
            .Findings.Select(finding => finding.Cycle).Distinct().Count().ShouldBe(1);

    [Fact]
    public void A_deferral_recorded_late_still_counts_where_it_happened() =>
        Log.And(Referral(Teratai), 7, 2, place: Sekupang).And(Deferral(Teratai), 0, 1, place: BatamCenter)
            .Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    [Fact]
    public void A_deferral_that_was_overturned_does_not_count() =>
        Deferred(Log, 0, 1, BatamCenter).And(new DepartureDeferralOverturned("Dokumen lengkap", Teratai), 1, 1, place: BatamCenter)
            .And(Referral(Teratai), 7, 2, place: Sekupang).Findings.ShouldBeEmpty();

    [Fact]
    public void The_checkpoint_counts_whether_it_was_said_as_place_or_as_unit() =>
        Log.And(Deferral(Teratai), 0, 1, unit: BatamCenter, place: "21.71").And(Referral(Teratai), 20, 2, place: BatamCenter)
            .Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.High);

    private static Seen Deferred(Seen log, double days, int stream, string place) =>
        log.And(Referral(Teratai), days, stream, place: place).And(Deferral(Teratai), days, stream, place: place);

    private static TravellerReferredToSecondary Referral(PersonRef traveller) =>
        new(traveller, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY");

    private static DepartureDeferred Deferral(PersonRef traveller) =>
        new([DeferralReason.PurposeNotCredible], "BAP-1", Traveller: traveller);
}

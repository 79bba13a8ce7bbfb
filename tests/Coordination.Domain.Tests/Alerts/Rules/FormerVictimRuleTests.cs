using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class FormerVictimRuleTests
{
    private static readonly VictimStatusDetermined Confirmed = new(VictimStatus.Confirmed, "Alasan.", Person: Teratai);
    private static readonly VictimStatusRevised Cleared = new(VictimStatus.NotVictim, "Keliru.", Person: Teratai);
    private static readonly TravellerReferredToSecondary Referral = new(Teratai, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "KH");

    private static Seen Log => new(new FormerVictimRule());

    [Fact]
    public void A_victim_of_before_who_travels_again_is_told_to_those_who_protect_and_to_nobody_else()
    {
        var finding = Log.And(Confirmed, 0, 1, agency: "POLRI", unit: "POLRESTA-BARELANG").And(Referral, 400, 2, unit: "KANIM-BATAM").Findings.ShouldHaveSingleItem();
        (finding.Severity, finding.Restricted, finding.Facts["days"]).ShouldBe((Severity.High, true, "400"));
        finding.Recipients.ShouldContain("agency:BP3MI");
        finding.Recipients.ShouldNotContain(group => group.Contains("IMIGRASI", StringComparison.Ordinal) || group.Contains("POLRI", StringComparison.Ordinal));
        finding.Evidence.Select(one => one.Stream).ShouldBe([Stream(1), Stream(2)]);
    }

    [Fact]
    public void An_application_counts_and_a_finding_that_is_recorded_late_too()
    {
        var application = new PassportApplicationReceived(Teratai, ApplicationChannel.WalkIn, TravelPurpose.Work);
        Log.And(Confirmed, 0, 1).And(application, 10, 2).Findings.ShouldHaveSingleItem();
        Log.And(application, 10, 2).And(Confirmed, 0, 1).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_suspicion_alone_another_person_three_years_and_the_journey_before_it_are_not()
    {
        Log.And(Confirmed with { Status = VictimStatus.Suspected }, 0, 1).And(Referral, 10, 2).Findings.ShouldBeEmpty();
        Log.And(Confirmed, 0, 1).And(Referral with { Traveller = Jati }, 10, 2).Findings.ShouldBeEmpty();
        Log.And(Confirmed, 0, 1).And(Referral, (3 * 365) + 1, 2).Findings.ShouldBeEmpty();
        Log.And(Referral, 0, 2).And(Confirmed, 10, 1).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_agency_took_back_does_not_count_and_what_another_holds_does()
    {
        Log.And(Confirmed, 0, 1, agency: "POLRI").And(Cleared, 5, 1, agency: "POLRI").And(Referral, 10, 2).Findings.ShouldBeEmpty();
        Log.And(Confirmed, 0, 1, agency: "POLRI").And(Cleared, 5, 3, agency: "BP3MI").And(Referral, 10, 2).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void Each_journey_is_one_finding() =>
        Log.And(Confirmed, 0, 1).And(Referral, 10, 2).And(Referral, 10.1, 2).And(Referral, 40, 3).Findings.Select(finding => finding.Cycle).Distinct().Count().ShouldBe(2);
}

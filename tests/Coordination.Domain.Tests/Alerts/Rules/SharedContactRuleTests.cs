using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class SharedContactRuleTests
{
    private static readonly ContactRef Phone = new(new Guid(9, 9, 9, new byte[8]));

    private static readonly IAlertRule Contact = AlertRules.Find("R01")!;

    private static Seen Log => new(Contact);

    [Fact]
    public void Three_applicants_with_one_telephone_are_a_cluster()
    {
        var finding = Log.And(Application(Bakung), 0, 1).And(Application(Teratai), 1, 2)
            .And(Application(Jati), 2, 3).Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.High);
        finding.Evidence.Count.ShouldBe(3);
        finding.Facts["count"].ShouldBe("3");
        finding.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA"]);
    }

    [Fact]
    public void Two_applicants_are_not() => Log.And(Application(Bakung), 0, 1).And(Application(Teratai), 1, 2).Findings.ShouldBeEmpty();

    [Fact]
    public void The_same_person_twice_is_not_two_applicants() =>
        Log.And(Application(Bakung), 0, 1).And(Application(Bakung), 1, 2).And(Application(Teratai), 2, 3).Findings.ShouldBeEmpty();

    [Fact]
    public void Thirty_days_from_the_first_to_the_third_still_count() =>
        Log.And(Application(Bakung), 0, 1).And(Application(Teratai), 15, 2).And(Application(Jati), 30, 3).Findings.Count.ShouldBe(1);

    [Fact]
    public void A_second_more_does_not() =>
        Log.And(Application(Bakung), 0, 1).And(Application(Teratai), 15, 2)
            .And(Application(Jati), 30 + (1 / 86400d), 3).Findings.ShouldBeEmpty();

    [Fact]
    public void An_application_recorded_late_counts_on_the_day_it_happened() =>
        Log.And(Application(Bakung), 0, 1).And(Application(Jati), 30, 3).And(Application(Teratai), 10, 2).Findings.Count.ShouldBe(1);

    [Fact]
    public void A_fourth_applicant_is_no_second_alert_and_three_new_ones_are()
    {
        var log = Log.And(Application(Bakung), 0, 1).And(Application(Teratai), 1, 2).And(Application(Jati), 2, 3)
            .And(Application(Person(4)), 3, 4);
        log.Findings.Count.ShouldBe(1);
        log.And(Application(Person(5)), 4, 5).And(Application(Person(6)), 5, 6).Findings.Count.ShouldBe(2);
    }

    [Fact]
    public void A_number_of_half_a_village_is_parked()
    {
        var log = new Seen(Contact, ("parkAbove", 4));
        for (var n = 1; n <= 12; n++)
            log.And(Application(Person(n)), 0, n);
        log.Findings.Count.ShouldBe(1, "before it was known to be one");
    }

    private static PassportApplicationReceived Application(PersonRef applicant) =>
        new(applicant, ApplicationChannel.WalkIn, TravelPurpose.Tourism, Phone: Phone);
}

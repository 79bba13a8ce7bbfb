using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class TargetConflictRuleTests
{
    private static readonly UnitAddress Immigration = new("IMIGRASI", "KANIM-BATAM");
    private static readonly UnitAddress PoliceUnit = new("POLRI", "POLRESTA-BARELANG");
    private static readonly OperationTarget Target = new(["21.71.06"], Monday, Monday.AddHours(6));

    private readonly TargetConflictRule _rule = new();
    private readonly List<Observation> _known = [];
    private int _events;

    [Fact]
    public void Each_side_is_told_whom_to_call_and_nothing_else()
    {
        Tell(new SurveillanceDeclared(Target, PoliceUnit), PoliceUnit, 1).ShouldBeEmpty();
        var findings = Tell(new JointOperationApproved(Target: Target, Lead: Immigration), new("SATGAS", "SEKRETARIAT"), 2);
        findings.Select(finding => finding.Recipients.ShouldHaveSingleItem()).ShouldBe(["unit:IMIGRASI/KANIM-BATAM", "unit:POLRI/POLRESTA-BARELANG"]);
        findings.Select(finding => finding.Facts["contact"]).ShouldBe(["POLRESTA-BARELANG", "KANIM-BATAM"]);
        findings.ShouldAllBe(finding => finding.Facts.Count == 2 && finding.Evidence.Count == 1 && finding.Evidence[0].Person == default);
        findings.Select(finding => finding.Evidence[0].Agency).ShouldBe(["IMIGRASI", "POLRI"]);
    }

    [Fact]
    public void Neither_side_nor_the_members_of_its_case_may_read_the_alert_of_the_other()
    {
        Tell(new SurveillanceDeclared(Target, PoliceUnit), PoliceUnit, 1);
        foreach (var finding in Tell(new JointOperationApproved(Target: Target, Lead: Immigration), Immigration, 2))
        {
            AlertInput[] inputs = [.. finding.Evidence.Select(one => new AlertInput(one.Agency, one.Marking))];
            var side = finding.Evidence[0].Agency;
            AlertMarking.Recipients(inputs, finding.Recipients).ShouldBe(finding.Recipients);
            AlertMarking.Of(inputs, finding.Recipients).Audience.ShouldBe([finding.Recipients[0], $"agency:{side}"]);
        }
    }

    [Theory]
    [InlineData("21.71.06.1001", true)]
    [InlineData("21.71", true)]
    [InlineData("21", true)]
    [InlineData("21.71.07", false)]
    [InlineData("TPI-SEKUPANG", false)]
    public void An_area_lies_in_the_way_of_what_it_holds(string place, bool conflicts)
    {
        Tell(new SurveillanceDeclared(Target with { Places = [place] }, PoliceUnit), PoliceUnit, 1);
        Tell(new JointOperationApproved(Target: Target, Lead: Immigration), Immigration, 2).Count.ShouldBe(conflicts ? 2 : 0);
    }

    [Fact]
    public void A_checkpoint_lies_in_its_city()
    {
        Tell(new SurveillanceDeclared(Target with { Places = ["TPI-SEKUPANG"] }, PoliceUnit), PoliceUnit, 1);
        Tell(new JointOperationApproved(Target: Target with { Places = ["21.71"] }, Lead: Immigration), Immigration, 2).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(48, true)]
    [InlineData(48.1, false)]
    [InlineData(-54, true)]
    [InlineData(-54.1, false)]
    public void Forty_eight_hours_apart_is_near_enough(double hours, bool conflicts)
    {
        var (from, until) = (hours > 0 ? Target.Until.AddHours(hours) : Target.From.AddHours(hours), TimeSpan.FromHours(6));
        Tell(new SurveillanceDeclared(Target with { From = from, Until = from + until }, PoliceUnit), PoliceUnit, 1);
        Tell(new JointOperationApproved(Target: Target, Lead: Immigration), Immigration, 2).Count.ShouldBe(conflicts ? 2 : 0);
    }

    [Fact]
    public void The_turn_of_a_month_makes_no_difference_and_no_second_alert()
    {
        var lastNight = new DateTimeOffset(2026, 2, 28, 20, 0, 0, TimeSpan.Zero);
        Tell(new SurveillanceDeclared(new(["21.71.06"], lastNight, lastNight.AddHours(2)), PoliceUnit), PoliceUnit, 1);
        Tell(new JointOperationApproved(Target: new(["21.71.06"], lastNight.AddHours(10), lastNight.AddHours(12)), Lead: Immigration), Immigration, 2)
            .Count.ShouldBe(2);
    }

    [Fact]
    public void The_same_person_contact_or_thing_elsewhere_is_a_conflict_under_one_name()
    {
        var watched = new OperationTarget(["53.04"], Monday, Tuesday, [Gagak], [ElangsPhone], ["BP 1234-xx"]);
        Tell(new SurveillanceDeclared(watched, PoliceUnit), PoliceUnit, 1);
        var findings = Tell(
            new JointOperationApproved(Target: Target with { Persons = [Gagak], Contacts = [ElangsPhone], Entities = ["bp1234XX"] }, Lead: Immigration),
            Immigration, 2);
        findings.Count.ShouldBe(6);
        findings.Select(finding => (finding.Name, finding.Cycle)).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void An_agency_is_not_in_its_own_way()
    {
        Tell(new SurveillanceDeclared(Target, new("IMIGRASI", "KANIM-KARIMUN")), Immigration, 1);
        Tell(new JointOperationApproved(Target: Target, Lead: Immigration), Immigration, 2).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_cancelled_or_ended_is_in_nobodys_way()
    {
        Tell(new SurveillanceDeclared(Target, PoliceUnit), PoliceUnit, 1);
        Tell(new SurveillanceEnded(Target: Target), PoliceUnit, 1).ShouldBeEmpty();
        Tell(new JointOperationApproved(Target: Target, Lead: Immigration), Immigration, 2).ShouldBeEmpty();
        Tell(new OperationCancelled("x", Target), Immigration, 2).ShouldBeEmpty();
        Tell(new SurveillanceDeclared(Target, PoliceUnit), PoliceUnit, 3).ShouldBeEmpty();
    }

    private List<Finding> Tell(object body, UnitAddress by, int stream)
    {
        var envelope = By(new Officer("petugas", by.Agency, by.Unit, OfficerRole.Officer, Level.R), Monday.AddHours(_events));
        var happening = new Happening(Stream(100 + ++_events), Stream(stream), body, envelope, []);
        var findings = new List<Finding>();
        foreach (var observation in _rule.Observe(happening))
        {
            _known.Add(observation);
            findings.AddRange(_rule.Judge([.. _known.Where(one => one.Key == observation.Key)], observation, new HashSet<Guid>(), new RuleValues(_rule)));
        }
        return findings;
    }
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Prosecution;

public sealed class CompetenceConflictTests
{
    private static readonly Officer Chief = Barelang with { Role = OfficerRole.UnitHead };

    private static readonly CompetenceConflictRaised Raised =
        new(Offence.Smuggling, Offence.Trafficking, ["IMIGRASI", "POLRI"], "Ada tujuan eksploitasi.", new(Stream(1)));

    private static readonly CompetenceConflictDecided Decided = new("POLRI", Offence.Trafficking, "KETUA-HARIAN", "Unsur terpenuhi.");

    private static Story<CompetenceConflict, CompetenceConflictEvent, CompetenceConflictCommand> Nothing => Story.Of(CompetenceConflictDecider.Kind);

    private static Story<CompetenceConflict, CompetenceConflictEvent, CompetenceConflictCommand> Open => Nothing.Given(Batam, Monday, Raised);

    [Fact]
    public void Two_agencies_differ_over_something()
    {
        Nothing.When(Batam, Monday, Raised with { Agencies = ["POLRI", "IMIGRASI", "POLRI"] }).Then(Raised);
        Nothing.When(Batam, Monday, Raised with { Agencies = ["IMIGRASI"] }).ThenRefused(CompetenceConflictRefusals.TwoAgencies);
        Nothing.When(Batam, Monday, Raised with { Agencies = ["IMIGRASI", "KPU"] }).ThenRefused(ReferenceRefusals.UnknownAgency);
        Nothing.When(Batam, Monday, Raised with { Handoff = null }).ThenRefused(CompetenceConflictRefusals.AboutNothing);
        Nothing.When(Batam, Monday, Raised with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Open.When(Batam, Tuesday, Raised with { Handoff = new(Stream(2)) }).ThenRefused(CompetenceConflictRefusals.Exists);
    }

    [Fact]
    public void The_chair_of_the_meeting_decides()
    {
        Open.When(Coordinator, Tuesday, Decided).Then(Decided);
        Open.When(Chief, Tuesday, Decided).Then(Decided);
        Open.When(Barelang, Tuesday, Decided).ThenRefused(CompetenceConflictRefusals.NotChair);
        Open.When(Barelang with { Role = OfficerRole.SystemClient }, Tuesday, Decided).ThenRefused(CompetenceConflictRefusals.NotChair);
        Open.When(Coordinator with { Role = OfficerRole.SystemClient }, Tuesday, Decided).Then(Decided);
        Nothing.When(Coordinator, Tuesday, Decided).ThenRefused(CompetenceConflictRefusals.Unknown);
    }

    [Fact]
    public void It_is_decided_once_with_a_reason_and_for_one_who_may()
    {
        Open.Given(Coordinator, Tuesday, Decided).When(Coordinator, Tuesday, Decided with { CompetentAgency = "IMIGRASI" })
            .ThenRefused(CompetenceConflictRefusals.Decided);
        Open.When(Coordinator, Tuesday, Decided with { CompetentAgency = "IMIGRASI" }).ThenRefused(CompetenceConflictRefusals.NotCompetent);
        Open.When(Coordinator, Tuesday, Decided with { CompetentUnit = "POLRES-ATLANTIS" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        Open.When(Coordinator, Tuesday, Decided with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
    }

    [Fact]
    public void A_conference_is_due_in_two_days()
    {
        var alarm = CompetenceConflictClocks.Clock.Running(Open.State).ShouldHaveSingleItem();
        (alarm.Code, alarm.Due).ShouldBe(("A-COMPETENCE", Monday.AddDays(2)));
        CompetenceConflictClocks.Clock.Running(Open.Given(Coordinator, Tuesday, Decided).State).ShouldBeEmpty();
        CompetenceConflictClocks.Clock.Running(Nothing.State).ShouldBeEmpty();
    }
}

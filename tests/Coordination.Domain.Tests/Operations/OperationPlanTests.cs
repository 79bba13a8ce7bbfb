using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Operations.Plan;

namespace Coordination.Domain.Tests.Operations;

public sealed class OperationPlanTests
{
    [Fact]
    public void An_operation_is_proposed_and_led_by_who_proposes_unless_said_otherwise() =>
        Nothing.When(Batam, Monday, Proposed with { Lead = null }).Then(Proposed);

    [Fact]
    public void A_proposal_says_what_for_where_when_how_and_with_whom()
    {
        Nothing.When(Batam, Monday, Proposed with { Title = "", Purpose = " ", Method = "" }).ThenRefused(InputRefusals.Blank, "title", "purpose", "method");
        Nothing.When(Batam, Monday, Proposed with { Target = Plan.Sekupang with { Places = [] } }).ThenRefused(InputRefusals.Empty, "target.places");
        Nothing.When(Batam, Monday, Proposed with { Target = Plan.Sekupang with { Places = ["99"] } })
            .ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Nothing.When(Batam, Monday, Proposed with { Target = Plan.Sekupang with { Until = Night.AddHours(-1) } }).ThenRefused(OperationRefusals.PeriodReversed);
        Nothing.When(Batam, Monday, Proposed with { Agencies = [] }).ThenRefused(InputRefusals.Empty, "agencies");
        Nothing.When(Batam, Monday, Proposed with { Agencies = ["IMIGRASI", "X"] }).ThenRefused(ReferenceRefusals.UnknownAgency, "agency");
        Nothing.When(Batam, Monday, Proposed with { Lead = new("IMIGRASI", "X") }).ThenRefused(ReferenceRefusals.UnknownUnit, "unit");
        Nothing.When(Batam, Monday, Proposed with { Agencies = ["POLRI"] }).ThenRefused(OperationRefusals.OwnAgencyMissing);
    }

    [Fact]
    public void A_stream_is_one_operation()
    {
        Waiting.When(Batam, Tuesday, Proposed with { Title = "Lain" }).ThenRefused(OperationRefusals.Exists);
        Waiting.When(Malaka, Tuesday, Proposed).ThenRefused(OperationRefusals.NotParticipant);
    }

    [Fact]
    public void The_chair_approves_and_the_approval_repeats_the_target() =>
        Waiting.When(Coordinator, Tuesday, new JointOperationApproved(Target: new(["11"], Monday, Monday))).Then(Approved)
            .State.Status.ShouldBe(OperationStatus.Approved);

    [Fact]
    public void A_head_of_the_leading_agency_is_a_chair_as_well() => Waiting.When(BatamHead, Tuesday, new JointOperationApproved()).Then(Approved);

    [Fact]
    public void Nobody_else_decides()
    {
        Waiting.When(Kupang, Tuesday, new JointOperationApproved()).ThenRefused(OperationRefusals.ChairNeeded);
        Waiting.When(Barelang with { Role = OfficerRole.UnitHead }, Tuesday, new JointOperationApproved()).ThenRefused(OperationRefusals.ChairNeeded);
        Nothing.Given(BatamHead, Monday, Proposed).When(BatamHead, Tuesday, new JointOperationApproved()).ThenRefused(OperationRefusals.SecondPersonNeeded);
        Waiting.When(Malaka, Tuesday, new JointOperationApproved()).ThenRefused(OperationRefusals.NotParticipant);
        Nothing.When(Coordinator, Tuesday, new JointOperationApproved()).ThenRefused(OperationRefusals.Unknown);
    }

    [Fact]
    public void A_proposal_is_rejected_with_a_reason_and_that_is_the_end_of_it()
    {
        Waiting.When(Coordinator, Tuesday, new JointOperationRejected(" ")).ThenRefused(InputRefusals.Blank, "reason");
        Waiting.When(Barelang, Tuesday, new JointOperationRejected("x")).ThenRefused(OperationRefusals.ChairNeeded);
        var rejected = Waiting.When(Coordinator, Tuesday, new JointOperationRejected("Masih diamati.")).Then(new JointOperationRejected("Masih diamati."));
        rejected.When(Coordinator, Tuesday, new JointOperationApproved()).ThenRefused(OperationRefusals.AlreadyDecided);
        rejected.When(Batam, Tuesday, Order("1")).ThenRefused(OperationRefusals.Closed);
        Allowed.When(Coordinator, Tuesday, new JointOperationRejected("x")).ThenRefused(OperationRefusals.AlreadyDecided);
    }

    [Fact]
    public void Each_agency_orders_its_own_people()
    {
        var story = Allowed.When(Barelang, Tuesday, Order("SPRIN/2")).Then(Order("SPRIN/2"));
        story.State.WithoutOrder.ShouldBe(["IMIGRASI", "BP3MI"]);
        story.When(Barelang, Tuesday, Order("SPRIN/2") with { Team = [new("lain", "x", OperationRole.Leader)] }).ThenRefused(OperationRefusals.OrderExists);
        Allowed.When(Coordinator, Tuesday, Order("1")).ThenRefused(OperationRefusals.NoOwnAnswer);
        Allowed.When(Malaka, Tuesday, Order("1")).ThenRefused(OperationRefusals.NotParticipant);
        Waiting.When(Barelang, Tuesday, Order("1")).ThenRefused(OperationRefusals.NotApproved);
        Allowed.When(Barelang, Tuesday, Order("")).ThenRefused(InputRefusals.Blank, "orderNumber");
        Allowed.When(Barelang, Tuesday, Order("1") with { Team = [] }).ThenRefused(InputRefusals.Empty, "team");
        Allowed.When(Barelang, Tuesday, Order("1") with { Team = [new("", "x", OperationRole.Leader)] }).ThenRefused(InputRefusals.Blank, "team");
    }

    [Fact]
    public void A_briefing_says_that_victims_come_first()
    {
        Allowed.When(Batam, Wednesday, Briefed).Then(Briefed);
        Allowed.When(Batam, Wednesday, Briefed with { VictimFirst = false }).ThenRefused(OperationRefusals.VictimFirstMissing);
        Allowed.When(Batam, Wednesday, Briefed with { Tasks = "" }).ThenRefused(InputRefusals.Blank, "tasks");
        Allowed.When(Barelang, Wednesday, Briefed).ThenRefused(OperationRefusals.NotLead);
        Waiting.When(Batam, Wednesday, Briefed).ThenRefused(OperationRefusals.NotApproved);
        Running.When(Batam, Night, Briefed with { Tasks = "Lain" }).ThenRefused(OperationRefusals.AlreadyStarted);
        Allowed.Given(Batam, Wednesday, new OperationCancelled("x")).When(Batam, Wednesday, Briefed).ThenRefused(OperationRefusals.Closed);
    }

    [Fact]
    public void It_starts_when_approved_ordered_and_briefed()
    {
        Ready.When(Batam, Night, new OperationStarted()).Then(new OperationStarted()).State.StartedAt.ShouldBe(Night);
        Ready.When(Barelang, Night, new OperationStarted()).ThenRefused(OperationRefusals.NotLead);
        Waiting.When(Batam, Night, new OperationStarted()).ThenRefused(OperationRefusals.NotApproved);
        Allowed.When(Batam, Night, new OperationStarted()).ThenRefused(OperationRefusals.NotBriefed);
        Allowed.Given(Batam, Wednesday, Briefed).Given(Batam, Wednesday, Order("1")).When(Batam, Night, new OperationStarted())
            .ThenRefused(OperationRefusals.OrdersMissing, "POLRI", "BP3MI");
        Ready.Given(Batam, Wednesday, new OperationCancelled("x")).When(Batam, Night, new OperationStarted()).ThenRefused(OperationRefusals.Closed);
    }

    [Fact]
    public void In_an_urgent_case_the_orders_follow_within_a_day()
    {
        var urgent = Nothing.Given(Batam, Monday, Proposed with { Urgent = true }).Given(Coordinator, Monday, Approved).Given(Batam, Monday, Briefed)
            .When(Batam, Monday, new OperationStarted()).Then(new OperationStarted());
        var (dayAfter, twoDaysAfter) = (Order("1", MondaysDate.AddDays(1)), Order("1", MondaysDate.AddDays(2)));
        urgent.When(Barelang, Tuesday, dayAfter).Then(dayAfter);
        urgent.When(Barelang, Wednesday, twoDaysAfter).ThenRefused(OperationRefusals.OrderTooLate);
        Running.When(Barelang, Dawn, Order("9", MondaysDate.AddDays(3))).ThenRefused(OperationRefusals.OrderTooLate);
    }

    [Fact]
    public void It_is_cancelled_before_the_start_only()
    {
        Ready.When(Batam, Wednesday, new OperationCancelled("Bocor.")).Then(new OperationCancelled("Bocor.", Plan.Sekupang));
        Ready.When(Batam, Wednesday, new OperationCancelled("")).ThenRefused(InputRefusals.Blank, "reason");
        Ready.When(Barelang, Wednesday, new OperationCancelled("x")).ThenRefused(OperationRefusals.NotLead);
        Running.When(Batam, Dawn, new OperationCancelled("x")).ThenRefused(OperationRefusals.AlreadyStarted);
        Waiting.Given(Coordinator, Tuesday, new JointOperationRejected("x")).When(Batam, Tuesday, new OperationCancelled("x")).ThenRefused(OperationRefusals.Closed);
    }

    [Fact]
    public void All_that_take_part_read_it_and_the_task_force() => OperationDecider.Kind.Readers(Waiting.State).ShouldBe(
        ["agency:IMIGRASI", "agency:POLRI", "agency:BP3MI", "agency:SATGAS"]);
}

using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Operations.Plan;

namespace Coordination.Domain.Tests.Operations;

public sealed class OperationClockTests
{
    private static IReadOnlyList<Deadline> Of(JointOperation operation) => [.. OperationClocks.Clock.Running(operation)];

    [Fact]
    public void The_chair_has_three_working_days() =>
        Of(Waiting.State).ShouldHaveSingleItem().Due.ShouldBe(new DateTimeOffset(2026, 2, 6, 0, 0, 0, TimeSpan.FromHours(7)));

    [Fact]
    public void An_agency_without_an_order_hears_of_it_a_day_before()
    {
        var deadlines = Of(Allowed.Given(Batam, Tuesday, Order("1")).State);
        deadlines.Select(one => one.Step).ShouldBe(["order/POLRI", "order/BP3MI"]);
        deadlines[0].Due.ShouldBe(Night.AddDays(-1));
        deadlines[0].Recipients.ShouldBe(["agency:POLRI", "unit:IMIGRASI/KANIM-BATAM"]);
        Of(Ready.State).ShouldBeEmpty();
    }

    [Fact]
    public void After_an_urgent_start_an_order_is_late_after_one_day() => Of(
        Nothing.Given(Batam, Monday, Proposed with { Urgent = true }).Given(Coordinator, Monday, Approved).Given(Batam, Monday, Briefed, new OperationStarted())
            .State).Select(one => one.Due).Distinct().ShouldBe([new DateTimeOffset(2026, 2, 4, 0, 0, 0, TimeSpan.FromHours(7))]);

    [Fact]
    public void Everybody_has_an_outcome_within_a_day_of_the_conclusion_and_the_report_follows_in_working_days()
    {
        var deadlines = Of(Over.State);
        deadlines.Select(one => one.Step).ShouldBe([$"outcome/{Gagak}", $"outcome/{Teratai}", "draft", "final"]);
        deadlines[0].Due.ShouldBe(Dawn.AddHours(24));
        deadlines[0].Subjects.ShouldBe([Gagak]);
        // Dawn is Thursday 5 February, 02.00 in Batam; 16 February is collective leave and 17 February a feast.
        deadlines[2].Due.ShouldBe(new DateTimeOffset(2026, 2, 11, 0, 0, 0, TimeSpan.FromHours(7)));
        deadlines[3].Due.ShouldBe(new DateTimeOffset(2026, 2, 19, 0, 0, 0, TimeSpan.FromHours(7)));
    }

    [Fact]
    public void An_operation_that_nobody_concludes_is_late_when_its_last_day_ends()
    {
        var due = OperationClocks.OfConclusion.Running(Running.State).ShouldHaveSingleItem();
        // Planned until Thursday 5 February, 02.00 in Batam.
        (due.Step, due.Since, due.Due).ShouldBe(("conclusion", Night, new DateTimeOffset(2026, 2, 6, 0, 0, 0, TimeSpan.FromHours(7))));
        due.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-BATAM"]);
        Running.State.Conclusion.ShouldBe(new(TimedStep.Conclusion, Night, due.Due));
        OperationClocks.OfConclusion.Running(Over.State).ShouldBeEmpty();
        OperationClocks.OfConclusion.Running(Ready.State).ShouldBeEmpty();
        Over.State.Conclusion!.IsLate.ShouldBeFalse();
        Running.Given(Batam, Dawn.AddDays(1), ConcludedAll).State.Conclusion!.IsLate.ShouldBeTrue();
    }

    [Fact]
    public void Records_of_the_field_arrive_within_two_hours()
    {
        Running.State.FieldArrival.ShouldBe(new());
        var story = Running.Given(By(Batam, Night) with { RecordedAt = Night.AddMinutes(120) }, MetGagak)
            .Given(By(Batam, Night) with { RecordedAt = Night.AddMinutes(121) }, Inspected);
        story.State.FieldArrival.ShouldBe(new(2, 1, 121));
    }

    [Fact]
    public void Somebody_recorded_late_has_a_day_from_then_on() =>
        Of(Settled.Given(By(Batam, Night.AddHours(3)) with { RecordedAt = Dawn.AddDays(2) }, MetGagak with { Person = Bakung }).State)[0].Due
            .ShouldBe(Dawn.AddDays(3));

    [Fact]
    public void Who_has_not_answered_the_draft_hears_of_it_and_a_final_report_stops_all()
    {
        var drafted = Drafted.Given(Batam, Dawn.AddDays(1), new AgencyConcurred(1));
        Of(drafted.State).Select(one => one.Step).ShouldBe(["final", "answer/1/POLRI", "answer/1/BP3MI"]);
        Of(drafted.Given(Batam, Dawn.AddDays(2), new JointOperationReportFinalised(1)).State).ShouldBeEmpty();
        Of(Waiting.Given(Batam, Tuesday, new OperationCancelled("x")).State).ShouldBeEmpty();
        Of(JointOperation.None).ShouldBeEmpty();
    }
}

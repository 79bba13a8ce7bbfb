using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Tips;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Tips;

public sealed class TipClocksTests
{
    private static readonly TipReceived Received =
        new(TipChannel.Telephone, Anonymous: false, TipUrgency.Routine, "Tawaran kerja.", "FKT-1", ReporterContact: ElangsPhone, Subjects: [new(Gagak, TipRole.Recruiter)]);

    private static readonly TipTriaged Triaged = new(TipCategory.Recruitment, TipPriority.High);
    private static readonly TipAssigned Assigned = new("POLRI", "POLRES-BELU");
    private static readonly TipVerified Verified = new([TipBasis.FieldVisit], "Benar.");

    private static Story<Tip, TipEvent, TipCommand> Told => Story.Of(TipDecider.Kind).Given(Malaka, Monday, Received);

    private static Story<Tip, TipEvent, TipCommand> Owned => Told.Given(Coordinator, Tuesday, Triaged, Assigned);

    [Fact]
    public void A_tip_without_an_owner_is_an_orphan_after_a_day()
    {
        var due = Due(Told).ShouldHaveSingleItem();
        (due.Code, due.Step, due.Severity, due.Due).ShouldBe(("A-ORPHAN", "owner", Severity.Medium, Monday.AddHours(24)));
        due.Recipients.ShouldBe(["unit:PEMDA-KAB/PEMDA-MALAKA", "agency:SATGAS"]);
        due.Subjects.ShouldBe([Gagak]);
    }

    [Fact]
    public void Sorting_alone_gives_it_no_owner() => Due(Told.Given(Coordinator, Monday, Triaged)).ShouldHaveSingleItem().Code.ShouldBe("A-ORPHAN");

    [Fact]
    public void Danger_to_life_waits_one_hour()
    {
        var danger = Story.Of(TipDecider.Kind).Given(Malaka, Monday, Received with { Urgency = TipUrgency.DangerToLife });
        Due(danger).Select(due => (due.Step, due.Severity, due.Due)).ShouldBe(
            [("danger", Severity.Critical, Monday.AddHours(1)), ("owner", Severity.Medium, Monday.AddHours(24))]);
        Due(danger.Given(Coordinator, Monday, Triaged, Assigned)).ShouldNotContain(due => due.Code == "A-ORPHAN");
    }

    [Fact]
    public void The_owner_has_seven_days_and_a_new_owner_has_them_again()
    {
        var due = Due(Owned).ShouldHaveSingleItem();
        (due.Code, due.Due).ShouldBe(("A-TIP-LATE", Tuesday.AddDays(7)));
        due.Recipients[0].ShouldBe("unit:POLRI/POLRES-BELU");
        var further = Due(Owned.Given(Belu, Tuesday.AddDays(3), new TipAssigned("BP3MI", "BP3MI-NTT"))).ShouldHaveSingleItem();
        (further.Due, further.Step == due.Step).ShouldBe((Tuesday.AddDays(10), false));
    }

    [Fact]
    public void From_the_outcome_on_the_reporter_waits_seven_days()
    {
        var found = Owned.Given(Belu, Tuesday, Verified);
        var due = Due(found).ShouldHaveSingleItem();
        (due.Code, due.Step, due.Due).ShouldBe(("A-TIP-LATE", "feedback", Tuesday.AddDays(7)));
        Due(found.Given(Coordinator, Tuesday, new ReporterInformed(FeedbackText.ActedOn))).ShouldBeEmpty();
    }

    [Fact]
    public void That_it_arrived_is_no_outcome_to_hear_of() =>
        Due(Owned.Given(Coordinator, Tuesday, new ReporterInformed(FeedbackText.Received)).Given(Belu, Tuesday, Verified))
            .ShouldHaveSingleItem().Step.ShouldBe("feedback");

    [Fact]
    public void A_tip_that_became_a_case_at_once_is_no_orphan() =>
        Due(Told.Given(Coordinator, Tuesday, Triaged, new TipConverted(TipConversion.Case, Stream(7)))).ShouldHaveSingleItem().Step.ShouldBe("feedback");

    private static List<Deadline> Due(Story<Tip, TipEvent, TipCommand> story) => [.. TipClocks.Clock.Running(story.State)];
}

using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Projections.Cases;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Cases;

public sealed class CaseSummaryTests(World world) : IClassFixture<World>
{
    private readonly CaseId _case = new(Guid.CreateVersion7());
    private readonly PersonRef _person = new(Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_shown_with_subjects_elements_sources_and_next_step()
    {
        await Open(["IMIGRASI", "POLRI"]);
        await Tell(new CaseIndicatorsAssessed([TraffickingAct.Recruitment], [TraffickingMeans.Deception], [TraffickingPurpose.ForcedLabour],
            false), 1);
        await Tell(new CaseSubjectAdded(new(_person, CaseRole.SuspectedVictim, VictimStatus.Presumed)), 2);
        var handoff = Guid.CreateVersion7();
        await world.Tell(
            handoff,
            new HandoffProposed(HandoffKind.Investigation, _person, SubjectRole.Suspect, new("POLRI", "POLRESTA-BARELANG", "PPA-PPO"),
                "Ringkasan", Case: _case),
            Batam, Monday.AddHours(3));
        await world.Tell(handoff, new HandoffDispatched("S-1", []), Batam, Monday.AddHours(4));
        await world.Settle();

        var detail = (await world.Cases.Find(Viewer(Police), _case, Ct)).ShouldNotBeNull();
        detail.Members.ShouldBe(["IMIGRASI", "POLRI", "SATGAS"]);
        detail.Subjects.ShouldHaveSingleItem().Status.ShouldBe("presumed", "the latest word on the person");
        detail.Indicators.ShouldNotBeNull().PrimaFacie.ShouldBeTrue();
        detail.LastActivityAt.ShouldBe(Monday.AddHours(4));
        detail.NextStep.ShouldBe(new NextStep("POLRI", "POLRESTA-BARELANG", "receipt", new(handoff), Monday.AddHours(8)));
        detail.Handoffs.ShouldHaveSingleItem().CaseNumber.ShouldBe(detail.Number);
        detail.Version.ShouldBe(3);
        (await world.Cases.FindByNumber(Viewer(Police), detail.Number, Ct))!.Id.ShouldBe(_case);
        var item = (await world.Cases.List(Viewer(Police), null, 200, Ct)).Items.Single(item => item.Id == _case);
        (item.Subjects, item.OpenHandoffs, item.PrimaFacie).ShouldBe((1, 1, true));
    }

    [Fact]
    public async Task Who_may_not_know_the_case_finds_nothing_by_any_way()
    {
        await Open(["IMIGRASI"]);
        await world.Settle();

        foreach (var officer in new[] { Stranger, Malaka, Police })
        {
            (await world.Cases.Find(Viewer(officer), _case, Ct)).ShouldBeNull();
            (await world.Cases.FindByNumber(Viewer(officer), Number, Ct)).ShouldBeNull();
            (await world.Cases.List(Viewer(officer), null, 200, Ct)).Items.ShouldNotContain(item => item.Id == _case);
        }
    }

    [Fact]
    public async Task What_was_said_in_secret_does_not_show_through_the_panels()
    {
        await Open(["IMIGRASI", "PEMDA-KAB"]);
        var secret = Marking.Default with { Level = Level.R };
        await Tell(new CaseSubjectAdded(new(Gagak, CaseRole.Suspect)), 1, secret);
        await Tell(new CaseSourceLinked(new(Guid.CreateVersion7(), "intelligence_report")), 2, secret);
        await Tell(new CaseIndicatorsAssessed([TraffickingAct.Recruitment], [TraffickingMeans.Deception], [TraffickingPurpose.Slavery],
            false), 3, secret);
        await world.Settle();

        var below = (await world.Cases.Find(Viewer(Malaka), _case, Ct))!;
        (below.Subjects.Count, below.Sources.Count, below.Indicators).ShouldBe((1, 0, null));
        below.LastActivityAt.ShouldBe(Monday, "activity is what the viewer may read of it");
        var item = (await world.Cases.List(Viewer(Malaka), null, 200, Ct)).Items.Single(item => item.Id == _case);
        (item.Subjects, item.PrimaFacie, item.LastActivityAt).ShouldBe((1, false, Monday));
        (await world.Cases.Find(Viewer(Batam), _case, Ct))!.Subjects.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_rebuild_gives_the_rows_that_came_about_live()
    {
        await Open(["IMIGRASI"]);
        await Tell(new CaseSubjectAdded(new(new PersonRef(Guid.CreateVersion7()), CaseRole.Suspect)), 1);
        await Tell(new CaseIndicatorsAssessed([], [], [], true), 1);
        await world.RebuildShouldChangeNothing();
    }

    private string Number => $"2026-{_case.Value:N}";

    private Task<Guid> Open(string[] members) => world.Tell(
        _case.Value,
        new CaseOpened("Judul", MigrationPhase.BeforeDeparture, "Ringkasan", [], [new(_person, CaseRole.SuspectedVictim)], members, Number),
        Batam, Monday);

    private Task<Guid> Tell(object happened, double hours, Marking? marking = null) =>
        world.Tell(_case.Value, happened, Batam, Monday.AddHours(hours), marking);
}

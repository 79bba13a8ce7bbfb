using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Intelligence;

public sealed class IntelligenceBoardTests(World world) : IClassFixture<World>
{
    private static readonly Marking Own = Marking.Of(Level.T, "agency:IMIGRASI");

    private readonly Guid _report = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_reaches_whom_it_is_shared_with_and_nobody_else()
    {
        await File();
        await world.Settle();
        (await Find(Shelter)).ShouldBeNull();
        (await Find(Batam))!.Sentence.Id.ShouldContain("laporan intelijen B2");

        await Share(new("BP3MI"), new("POLRI", "POLRESTA-BARELANG"));
        await world.Settle();
        (await Find(Shelter))!.MineDueAt.ShouldBe(Monday.AddHours(25));
        (await Find(Police)).ShouldNotBeNull();
        (await Find(Police with { Unit = "POLDA-NTT" })).ShouldBeNull("the share named one unit");
        (await Find(Stranger)).ShouldBeNull();
        (await world.Intelligence.List(Viewer(Stranger), false, null, 200, Ct)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_acknowledged_is_no_longer_owed()
    {
        await File();
        await Share(new("BP3MI"), new("POLRI"));
        await world.Tell(_report, new IntelligenceAcknowledged(), Shelter, Monday.AddHours(2), Own);
        await world.Settle();

        (await Find(Shelter))!.MineDueAt.ShouldBeNull();
        (await Owed(Shelter)).ShouldBeFalse();
        (await Owed(Police)).ShouldBeTrue();
        (await world.Desk.Count(Viewer(Police), Monday, Ct)).IntelligenceToAcknowledge.ShouldBeGreaterThan(0);
        (await Find(Batam))!.Recipients.Select(one => (one.Agency, one.AcknowledgedBy))
            .ShouldBe([("BP3MI", "bp3mi.kepri"), ("POLRI", null)]);
    }

    [Fact]
    public async Task Each_unit_of_an_agency_owes_its_own_acknowledgement()
    {
        var (jatim, jabar) = (Shelter with { Id = "bp3mi.jatim", Unit = "BP3MI-JATIM" }, Shelter with { Id = "bp3mi.jabar", Unit = "BP3MI-JABAR" });
        await File();
        await Share(new("BP3MI", "BP3MI-JATIM"), new("BP3MI", "BP3MI-JABAR"));
        await world.Tell(_report, new IntelligenceAcknowledged(), jatim, Monday.AddHours(2), Own);
        await world.Settle();

        (await Owed(jatim)).ShouldBeFalse();
        (await Owed(jabar)).ShouldBeTrue();
        (await Find(jabar))!.MineDueAt.ShouldBe(Monday.AddHours(25));
        (await Find(Batam))!.Recipients.Select(one => (one.Recipient, one.AcknowledgedBy))
            .ShouldBe([("unit:BP3MI/BP3MI-JABAR", null), ("unit:BP3MI/BP3MI-JATIM", "bp3mi.jatim")]);
    }

    [Fact]
    public async Task A_grading_that_is_more_secret_makes_the_report_so()
    {
        await File();
        await world.Tell(_report, new IntelligenceGraded(SourceGrade.A, 1, "Terkonfirmasi"), Batam, Monday.AddHours(1),
            Own with { Level = Level.R });
        await world.Settle();

        (await Find(Batam))!.SourceGrade.ShouldBe("A");
        (await Find(Batam with { Clearance = Level.T })).ShouldBeNull();
    }

    [Fact]
    public async Task A_rebuild_gives_the_rows_that_came_about_live()
    {
        await File();
        await Share(new Recipient("BP3MI"));
        await world.Tell(_report, new IntelligenceAcknowledged(), Shelter, Monday.AddHours(2), Own);
        await world.RebuildShouldChangeNothing();
    }

    private Task<Guid> File() =>
        world.Tell(_report, new IntelligenceReportFiled("Perekrut", "Ringkasan", SourceGrade.B, 2, [Gagak]), Batam, Monday, Own);

    private Task<Guid> Share(params Recipient[] recipients) =>
        world.Tell(_report, new IntelligenceShared(recipients, "Perlu tahu"), Batam, Monday.AddHours(1), Own);

    private Task<Projections.Intelligence.IntelligenceReport?> Find(Officer officer) =>
        world.Intelligence.Find(Viewer(officer), _report, Ct);

    private async Task<bool> Owed(Officer officer) =>
        (await world.Intelligence.List(Viewer(officer), true, null, 200, Ct)).Items.Any(report => report.Id == _report);
}

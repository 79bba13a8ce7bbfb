using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.Projections.Sharing;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sharing;

/// <summary>A request for consent tells of a thing: whoever is not cleared for the thing is told of none, in the agency that answers as well.</summary>
public sealed class ConsentQueriesTests(World world) : IClassFixture<World>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Level.T)]
    [InlineData(Level.R)]
    [InlineData(Level.SR)]
    public async Task Only_the_cleared_are_told_what_was_asked(Level level)
    {
        var report = Guid.CreateVersion7(Monday);
        var thing = new SharedThing(report, "intelligence_report", "IMIGRASI");
        await world.Tell(
            report, new IntelligenceReportFiled("Penampungan", "Rumah", SourceGrade.B, 2), Batam, Monday, Marking.Of(level, "agency:IMIGRASI", "agency:POLRI"));
        await world.Tell(
            SharingDecider.StreamOf(report), new ConsentRequested(thing, ConsentKind.OnwardSharing, [new("BP3MI")], "Sumber rahasia di Batam.", 1), Police, Monday);
        await world.Settle();

        foreach (var clearance in new[] { Level.B, Level.T, Level.R, Level.SR })
        {
            (await Told(Batam with { Clearance = clearance }, report)).ShouldBe(clearance >= level, $"the owner's, cleared for {clearance}");
            (await Told(Police with { Clearance = clearance }, report)).ShouldBe(clearance >= level, $"the asker's, cleared for {clearance}");
        }
    }

    private async Task<bool> Told(Officer officer, Guid thing) =>
        (await new ConsentQueries(world.Daemon).List(Viewer(officer), thing, false, Monday, Ct)).Count > 0;
}

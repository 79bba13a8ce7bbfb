using Coordination.Domain.Cases;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.Projections.Cases;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sharing;

/// <summary>Who could see a thing when: widened, narrowed, withdrawn, a member removed, asked at each moment.</summary>
public sealed class ThingSightTests(World world) : IClassFixture<World>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_agency_could_see_is_told_for_every_moment_of_its_history()
    {
        var report = Guid.CreateVersion7(Monday);
        var thing = new SharedThing(report, "intelligence_report", "IMIGRASI");
        await Tell(report, new IntelligenceReportFiled("Penampungan", "Rumah", SourceGrade.B, 2), 0, Marking.Of(Level.R, "agency:IMIGRASI"));
        await Tell(report, new IntelligenceShared([new("POLRI")], "Penyidikan."), 1);
        await Tell(SharingDecider.StreamOf(report), new SharingNarrowed(thing, [new("POLRI", "POLRESTA-BARELANG")], "Satu unit saja.", 1), 2);
        await Tell(SharingDecider.StreamOf(report), new SharingNarrowed(thing, [], "Ditarik.", 2), 3);
        await Tell(report, new IntelligenceShared([new("POLRI")], "Dibagikan kembali."), 4);
        await world.Settle();

        (await Over(Police, report, 5)).ShouldBe("-, nothing, full, full, nothing, full");
        (await Over(Police with { Unit = "POLDA-NTT" }, report, 5)).ShouldBe("-, nothing, full, nothing, nothing, full");
        (await Over(Police with { Clearance = Level.T }, report, 5)).ShouldBe("-, nothing, existence, existence, nothing, existence");
        (await Over(Batam, report, 5)).ShouldBe("-, full, full, full, full, full");
    }

    [Fact]
    public async Task A_removed_member_could_see_the_case_until_then_and_its_timeline_no_more_not_even_as_of_then()
    {
        var caseId = Guid.CreateVersion7(Monday);
        await Tell(caseId, new CaseOpened("Malaka", MigrationPhase.BeforeDeparture, "Perekrutan", [], [], ["IMIGRASI"], "2026-0009"), 0);
        await Tell(caseId, new CaseMemberAdded("POLRI", "Penyidikan."), 1);
        await world.Settle();
        (await Lines(Police, caseId, At(1.5))).ShouldBe(2);
        await Tell(caseId, new CaseMemberRemoved("POLRI", "Selesai."), 2);
        await world.Settle();
        (await Lines(Police, caseId, null)).ShouldBeNull();
        (await Lines(Police, caseId, At(1.5))).ShouldBeNull();
        await Tell(caseId, new CaseMemberAdded("POLRI", "Kembali."), 3);
        await world.Settle();
        (await Over(Police, caseId, 4)).ShouldBe("-, nothing, full, nothing, full");
        (await Lines(Police, caseId, At(2.5))).ShouldBeNull("it could not open the case at that time");
        (await Lines(Police, caseId, null)).ShouldBe(4);
    }

    [Fact]
    public async Task A_case_is_widened_to_a_stranger_and_taken_back_for_lists_and_timelines_alike()
    {
        var caseId = Guid.CreateVersion7(Monday);
        var thing = new SharedThing(caseId, "case", "IMIGRASI");
        await Tell(caseId, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI"], "2026-0010"), 0);
        await Tell(SharingDecider.StreamOf(caseId), new SharingWidened(thing, [new("POLRI")], "Penyidikan."), 1);
        await world.Settle();
        (await Lines(Police, caseId, null)).ShouldBe(1);
        (await Lines(Police, caseId, At(0.5))).ShouldBeNull();
        (await world.Cases.Find(Viewer(Police), new(caseId), Ct)).ShouldNotBeNull();
        await Tell(SharingDecider.StreamOf(caseId), new SharingNarrowed(thing, [], "Keliru.", 1), 2);
        await world.Settle();
        (await Lines(Police, caseId, null)).ShouldBeNull();
        (await Lines(Police, caseId, At(1.5))).ShouldBeNull("what was taken back stays taken back");
        (await world.Cases.Find(Viewer(Police), new(caseId), Ct)).ShouldBeNull();
        (await world.Cases.Find(Viewer(Batam), new(caseId), Ct)).ShouldNotBeNull();
        (await Over(Police, caseId, 3)).ShouldBe("-, nothing, full, nothing");
        await world.RebuildShouldChangeNothing();
    }

    [Fact]
    public async Task Readers_are_told_of_an_audience_no_more_than_their_own_part()
    {
        var report = Guid.CreateVersion7(Monday);
        await Tell(report, new IntelligenceReportFiled("Rumah", "Rumah", SourceGrade.B, 2), 0, Marking.Of(Level.T, "agency:IMIGRASI"));
        await Tell(report, new IntelligenceShared([new("POLRI"), new("BP3MI")], "Penyidikan."), 1);
        await world.Settle();
        var told = (await world.Intelligence.Find(Viewer(Police), report, Ct)).ShouldNotBeNull();
        (string.Join(',', told.Marking.Audience), told.Recipients.Single().Agency).ShouldBe(("agency:POLRI", "POLRI"));
        (await world.Intelligence.Find(Viewer(Batam), report, Ct))!.Recipients.Count.ShouldBe(2);
    }

    // At half past each step: before it, and after each.
    private async Task<string> Over(Officer officer, Guid stream, int steps)
    {
        var seen = new List<string>();
        for (var step = -1; step < steps; step++)
            seen.Add((await world.Sights.Of(Viewer(officer), stream, At(step + 0.5), Ct))?.Sight.ToString().ToLowerInvariant() ?? "-");
        return string.Join(", ", seen);
    }

    private async Task<int?> Lines(Officer officer, Guid caseId, DateTimeOffset? asOf) =>
        (await world.Timeline.Page(Viewer(officer), new(caseId), new TimelineFilter(AsOf: asOf), Ct))?.Items.Count;

    private static DateTimeOffset At(double hours) => Monday.AddHours(hours);

    private Task<Guid> Tell(Guid stream, object body, int hour, Marking? marking = null) => world.Tell(stream, body, Batam, At(hour), marking);
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.Projections.Cases;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sharing;

/// <summary>An alert says something about what it rests on: what is taken back of that is taken back of the alert, on every path, at any time.</summary>
public sealed class NarrowedEvidenceTests(World world) : IClassFixture<World>
{
    private static readonly Marking ForAll = Marking.Of(Level.T, "agency:IMIGRASI", "agency:POLRI", "agency:BP3MI");

    private readonly Guid _report = Guid.CreateVersion7(Monday);
    private readonly Guid _alert = Guid.CreateVersion7(Monday);
    private readonly CaseId _case = new(Guid.CreateVersion7(Monday));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SharedThing Report => new(_report, "intelligence_report", "IMIGRASI");

    [Fact]
    public async Task Whoever_is_shut_out_of_the_evidence_sees_the_alert_nowhere_until_let_in_again()
    {
        await Raise(await Begin());
        (await Seen(Police)).ShouldBe((1, true, 1, 1, 1, 1));
        var others = await Seen(Shelter);
        others.ShouldBe((1, true, 1, 1, 1, 1));

        await Tell(SharingDecider.StreamOf(_report), new SharingNarrowed(Report, [new("POLRI")], "Sumber terancam.", 1), 3);
        (await Seen(Shelter)).ShouldBe((0, false, 0, 0, 0, 0));
        (await Seen(Police)).ShouldBe((1, true, 1, 1, 1, 1));
        (await Seen(Batam)).Found.ShouldBeTrue("it is its own information");

        // Being told of the alert is not being told of what it rests on.
        await Tell(_alert, new AlertEscalated(1, ["agency:BP3MI"]), 4, ForAll, Officer.System);
        (await Seen(Shelter)).ShouldBe((0, false, 0, 0, 0, 0));
        await Tell(SharingDecider.StreamOf(_report), new SharingWidened(Report, [new("BP3MI")], "Pelindungan."), 5);
        (await Seen(Shelter)).Found.ShouldBeTrue();
        await world.RebuildShouldChangeNothing();
    }

    [Fact]
    public async Task An_alert_that_is_raised_after_the_narrowing_is_narrow_from_the_start()
    {
        var evidence = await Begin();
        await Tell(SharingDecider.StreamOf(_report), new SharingNarrowed(Report, [], "Ditarik.", 1), 2);
        await Raise(evidence);
        (await Seen(Police)).ShouldBe((0, false, 0, 0, 0, 0));
        (await Seen(Shelter)).ShouldBe((0, false, 0, 0, 0, 0));
        (await Seen(Batam)).Found.ShouldBeTrue();
    }

    private async Task<Guid> Begin()
    {
        await Tell(_case.Value, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI", "POLRI", "BP3MI"], $"2026-{_report:N}"), 0);
        return await Tell(_report, new IntelligenceReportFiled("Penampungan", "Rumah", SourceGrade.B, 2), 1, ForAll);
    }

    private Task<Guid> Raise(Guid evidence) =>
        Tell(_alert, TestAlerts.Raised([evidence], []) with { Case = _case }, 2.5, ForAll with { Audience = [.. ForAll.Audience, "members"] }, Officer.System);

    /// <summary>In the list, by its id, as a frame, on the timeline, as a live line, in the count of its case.</summary>
    private async Task<(int Listed, bool Found, int Frames, int Lines, int Live, int Counted)> Seen(Officer officer)
    {
        await world.Settle();
        var viewer = Viewer(officer);
        var lines = await world.Timeline.Page(viewer, _case, new TimelineFilter(Kind: "alert_raised"), Ct);
        return (
            (await world.Alerts.List(viewer, false, _case, null, 10, Ct)).Items.Count(alert => alert.Id == _alert),
            await world.Alerts.Find(viewer, _alert, Ct) is not null && await world.Sights.Of(viewer, _alert, null, Ct) is { Sight: Sight.Full },
            (await world.Alerts.Since(viewer, 0, 200, Ct)).Count(change => change.Alert.Id == _alert),
            lines!.Items.Count,
            (await world.Timeline.Since(viewer, 0, 200, Ct)).Count(line => line.Case == _case && line.Kind == "alert_raised"),
            (await world.Cases.Find(viewer, _case, Ct))!.OpenAlerts);
    }

    private Task<Guid> Tell(Guid stream, object body, double hour, Marking? marking = null, Officer? by = null) =>
        world.Tell(stream, body, by ?? Batam, Monday.AddHours(hour), marking);
}

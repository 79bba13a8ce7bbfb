using System.Text;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sharing;

/// <summary>Who else reads a thing is its owner's business: a reader of another agency is told of the own groups and of no others, on every path.</summary>
public sealed class AudienceNamesTests(World world) : IClassFixture<World>
{
    private static readonly Marking Shared = Marking.Of(Level.T, "agency:IMIGRASI", "agency:POLRI", "agency:BP3MI");

    private readonly Guid _report = Guid.CreateVersion7(Monday);
    private readonly Guid _alert = Guid.CreateVersion7(Monday);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_read_by_its_id_names_no_other_reader_in_its_sentence_or_its_body()
    {
        var sharing = await Share();
        var theirs = (await world.Events.Find(Viewer(Police), sharing, Ct))!;
        Text(theirs).ShouldNotContain("BP3MI");
        Text(theirs).ShouldContain("POLRI");
        Text((await world.Events.Find(Viewer(Batam), sharing, Ct))!).ShouldContain("BP3MI");
    }

    [Fact]
    public async Task An_alert_names_no_other_reader_in_its_evidence_its_marking_its_recipients_or_its_frames()
    {
        var raised = await world.Tell(
            _alert, TestAlerts.Raised([await Share()], []) with { Recipients = ["agency:POLRI", "unit:BP3MI/BP3MI-KEPRI"] }, Officer.System, Monday.AddHours(2), Shared);
        await world.Settle();
        var viewer = Viewer(Police);
        var alert = (await world.Alerts.Find(viewer, _alert, Ct))!;
        alert.EvidenceEvents.ShouldHaveSingleItem().Sentence!.Id.ShouldNotContain("BP3MI");
        alert.Recipients.ShouldBe(["agency:POLRI"]);
        foreach (var marking in new[]
        {
            alert.Item.Marking, (await world.Alerts.List(viewer, false, null, null, 50, Ct)).Items.Single(one => one.Id == _alert).Marking,
            (await world.Alerts.Since(viewer, 0, 200, Ct)).Single(one => one.Alert.Id == _alert).Alert.Marking,
        })
            marking.Audience.ShouldBe(["agency:POLRI"]);
        Text((await world.Events.Find(viewer, raised, Ct))!).ShouldNotContain("BP3MI");
    }

    private static string Text(EventDetail found) =>
        $"{found.Sentence.Id} {found.Sentence.En} {string.Join(' ', found.Marking.Audience)} {Encoding.UTF8.GetString(found.Data.Utf8.Span)}";

    private async Task<Guid> Share()
    {
        await world.Tell(_report, new IntelligenceReportFiled("Penampungan", "Rumah", SourceGrade.B, 2), Batam, Monday, Marking.Of(Level.T, "agency:IMIGRASI"));
        var sharing = await world.Tell(_report, new IntelligenceShared([new("POLRI"), new("BP3MI")], "Penyidikan."), Batam, Monday.AddHours(1), Shared);
        await world.Settle();
        return sharing;
    }
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Alerts;

/// <summary>Into whose hands an alert comes after it was raised: up by silence, or given to somebody.</summary>
public sealed class AlertHandsTests : IAsyncLifetime
{
    private static readonly Officer Province = Batam with { Id = "imigrasi.kepri", Unit = "KANWIL-IMIGRASI-KEPRI" };
    private static readonly Officer Centre = Batam with { Id = "imigrasi.pusat", Unit = "DITJEN-IMIGRASI" };
    private static readonly Officer PoliceOfProvince = Police with { Id = "polri.kepri", Unit = "POLDA-KEPRI" };

    private readonly World _world = new();
    private readonly Guid _alert = Guid.CreateVersion7();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_tells_province_and_centre_of_every_recipients_agency()
    {
        const string police = "unit:POLRI/POLRESTA-BARELANG";
        await Raise(Marking.Of(Level.T, "members", "unit:IMIGRASI/KANIM-BATAM", police), police);
        (await Sees(Province), await Sees(PoliceOfProvince), await Sees(Centre)).ShouldBe((false, false, false));
        await _world.RaiseDue(Monday.AddHours(1));
        (await Sees(Province), await Sees(PoliceOfProvince)).ShouldBe((false, false), "the head of the unit reads with it");
        await _world.RaiseDue(Monday.AddHours(2));
        (await Sees(Province), await Sees(PoliceOfProvince), await Sees(Centre)).ShouldBe((true, true, false));
        await _world.RaiseDue(Monday.AddHours(3));
        (await Sees(Centre), await Sees(Stranger)).ShouldBe((true, false));
        (await Told()).ShouldBe(
            [
                "unit:IMIGRASI/KANIM-BATAM", "unit:POLRI/POLRESTA-BARELANG", "agency:SATGAS", "unit:IMIGRASI/DITJEN-IMIGRASI",
                "unit:IMIGRASI/KANWIL-IMIGRASI-KEPRI", "unit:POLRI/BARESKRIM", "unit:POLRI/POLDA-KEPRI",
            ],
            ignoreOrder: true);
        await _world.RebuildShouldChangeNothing();
    }

    // Of all: each reader is told of its own groups only.
    private async Task<string[]> Told()
    {
        await using var command = _world.Daemon.CreateCommand("select recipients from readmodel.alert where alert_id = $1");
        command.Parameters.Add(new() { Value = _alert });
        return (string[])(await command.ExecuteScalarAsync(Ct))!;
    }

    [Fact]
    public async Task What_names_its_readers_gains_none_by_silence()
    {
        await Raise(new(Level.T, ["unit:IMIGRASI/KANIM-BATAM", "unit:POLRI/POLRESTA-BARELANG"], []));
        for (var hours = 1; hours <= 3; hours++)
            (await _world.RaiseDue(Monday.AddHours(hours))).ShouldBe(1);
        foreach (var other in new[] { Province, Centre, PoliceOfProvince, Coordinator, Stranger })
            (await Sees(other)).ShouldBeFalse(other.Id);
    }

    [Fact]
    public async Task Whom_it_is_given_to_reads_it_everywhere_and_is_asked_until_there_is_an_answer()
    {
        var file = new CaseId(Guid.CreateVersion7());
        var opened = new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI", "BP3MI"], $"2026-{_alert:N}");
        await _world.Tell(file.Value, opened, Batam, Monday);
        await Raise(Marking.Of(Level.T, "agency:IMIGRASI", "agency:BP3MI"), file: file);
        var own = Marking.Of(Level.T, "agency:IMIGRASI");
        await _world.Tell(_alert, new AlertAssigned("POLRI", "POLRESTA-BARELANG"), Batam, Monday.AddMinutes(30), own);
        (await Sees(Police), await Sees(PoliceOfProvince), await Sees(Stranger)).ShouldBe((true, false, false));
        (await _world.Alerts.List(Viewer(Police), true, null, null, 10, Ct)).Items.ShouldHaveSingleItem()
            .EscalatesAt.ShouldBe(Monday.AddMinutes(90));
        (await _world.Alerts.Since(Viewer(Police), 0, 10, Ct)).ShouldNotBeEmpty();

        (await _world.RaiseDue(Monday.AddMinutes(89))).ShouldBe(0);
        (await _world.RaiseDue(Monday.AddMinutes(90))).ShouldBe(1, "whoever was given it is silent");
        await _world.Tell(_alert, new AlertAcknowledged(), Police, Monday.AddHours(2), own);
        (await _world.RaiseDue(Monday.AddDays(9))).ShouldBe(0);
        await _world.RebuildShouldChangeNothing();
    }

    private async Task Raise(Marking marking, string? also = null, CaseId? file = null)
    {
        var met = new TravellerReferredToSecondary(Teratai, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY");
        var evidence = await _world.Tell(Guid.CreateVersion7(), met, Batam, Monday, place: "TPI-SEKUPANG");
        var raised = TestAlerts.Raised([evidence], [Teratai], Severity.Critical) with { Case = file };
        await _world.Tell(
            _alert, also is null ? raised : raised with { Recipients = [.. raised.Recipients, also] }, Officer.System, Monday, marking);
        await _world.Settle();
    }

    private async Task<bool> Sees(Officer officer)
    {
        await _world.Settle();
        return await _world.Alerts.Find(Viewer(officer), _alert, Ct) is not null;
    }
}

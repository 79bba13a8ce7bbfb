using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Projections.Handoffs;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Handoffs;

public sealed class HandoffInboxTests(World world) : IClassFixture<World>
{
    private static readonly EvidenceItem Passport = new("B-01", "Paspor", EvidenceKind.Document, "Polresta", "KB-221");
    private static readonly EvidenceItem Image = new("B-02", "Citra ponsel", EvidenceKind.DeviceImage, "Kanim Batam", "KB-224",
        Pending: true);

    private readonly Guid _handoff = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_way_is_shown_with_what_is_missing_and_whose_turn_it_is()
    {
        await Dispatch();
        await Tell(new HandoffReceived(), Police, 2);
        await Tell(new HandoffReturned([new("Citra ponsel", "B-02"), new("BAP petugas TPI")], "Diperlukan sebelum penyidikan"), Police, 3);
        await world.Settle();

        var returned = (await Find(Batam))!;
        returned.Item.Status.ShouldBe("returned");
        returned.Item.Clock.ShouldBe(new RunningClock("supplement", "IMIGRASI", "KANIM-BATAM", Monday.AddHours(3),
            Monday.AddHours(3).AddDays(14)));
        returned.Manifest.Select(item => (item.Description, item.Pending, item.Missing))
            .ShouldBe([("Paspor", false, false), ("Citra ponsel", true, true), ("BAP petugas TPI", true, true)]);
        returned.Item.ItemsMissing.ShouldBe(2);

        await Tell(new HandoffSupplemented([Image with { Pending = false, Sha256 = new('a', 64) }]), Batam, 25);
        await Tell(new HandoffAccepted("LP/B/118/II/2026"), Police, 26);
        await world.Settle();

        var accepted = (await Find(Police))!;
        (accepted.Item.Status, accepted.Item.Clock, accepted.Item.ItemsMissing).ShouldBe(("accepted", null, 0));
        accepted.Stages.Select(stage => stage.Stage).ShouldBe(["dispatched", "received", "returned", "supplemented", "accepted"]);
        accepted.Stages[3].AfterPrevious.ShouldBe(TimeSpan.FromHours(22));
        accepted.Item.Version.ShouldBe(5);
    }

    [Fact]
    public async Task It_lies_in_the_receivers_box_and_in_the_senders_and_in_nobody_elses()
    {
        await Dispatch();
        await world.Settle();

        (await Box(Police, HandoffBox.Mine)).ShouldBeTrue();
        (await Box(Batam, HandoffBox.Mine)).ShouldBeFalse();
        (await Box(Batam, HandoffBox.Sent)).ShouldBeTrue();
        (await Box(Kupang, HandoffBox.Sent)).ShouldBeFalse("it is another unit's");
        (await Box(Shelter, HandoffBox.All)).ShouldBeFalse();
        (await Box(Police with { Clearance = Level.B }, HandoffBox.Mine)).ShouldBeFalse();
        (await world.Handoffs.List(Viewer(Police with { Clearance = Level.B }), HandoffBox.Mine, true, null, 200,
            Ct)).Withheld.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Who_may_not_know_it_finds_nothing()
    {
        await Dispatch();
        await world.Settle();

        (await Find(Stranger)).ShouldBeNull();
        (await Find(Shelter)).ShouldBeNull();
        (await Find(Police with { Unit = "POLDA-NTT" })).ShouldBeNull("another unit of the receiving agency");
        (await world.Handoffs.Find(Viewer(Batam), new(Guid.CreateVersion7()), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task On_a_case_its_members_read_it_and_the_number_is_told_to_them_alone()
    {
        var held = new CaseId(Guid.CreateVersion7());
        await world.Tell(held.Value, new CaseOpened("Judul", MigrationPhase.Abroad, "", [], [], ["IMIGRASI", "BP3MI"], "2026-7"), Batam,
            Monday);
        await Dispatch(held);
        await world.Settle();

        (await Find(Shelter))!.Item.CaseNumber.ShouldBe("2026-7");
        (await Find(Police))!.Item.CaseNumber.ShouldBeNull("the police are no member yet");
        (await world.Handoffs.OfCase(Viewer(Shelter), held, Ct)).ShouldHaveSingleItem().Stages.Count.ShouldBe(1);
        (await world.Handoffs.OfCase(Viewer(Police), held, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_desk_counts_what_waits_for_it_and_what_is_late()
    {
        var desk = Police with { Unit = "POLRES-BELU" };
        await world.Tell(_handoff, Handed(desk.Unit), Batam, Monday);
        await world.Settle();

        (await world.Desk.Count(Viewer(desk), Monday.AddHours(4), Ct)).ShouldSatisfyAllConditions(
            counts => counts.HandoffsToAnswer.ShouldBe(1), counts => counts.Late.ShouldBe(0));
        (await world.Desk.Count(Viewer(desk), Monday.AddHours(4).AddSeconds(1), Ct)).Late.ShouldBe(1);
        var nothing = await world.Desk.Count(Viewer(Stranger), Monday.AddYears(1), Ct);
        nothing.ShouldBe(new(0, 0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public async Task A_rebuild_gives_the_rows_that_came_about_live()
    {
        await Dispatch();
        await Tell(new HandoffReceived(), Police, 2);
        await Tell(new HandoffDeclined("Bukan kewenangan", "BP3MI"), Police, 3);
        await world.RebuildShouldChangeNothing();
    }

    private Task<Guid> Dispatch(CaseId? held = null) => world.Tell(_handoff, Handed("POLRESTA-BARELANG", held), Batam, Monday);

    private static FacilitatorHandedToPolice Handed(string unit, CaseId? held = null) =>
        new(Gagak, new("POLRI", unit, "PPA-PPO"), "BAST 016/II/2026", "Menunggu di luar", "UU 21/2007 Ps 2", [Passport, Image], Case: held);

    private Task<Guid> Tell(object happened, Officer by, double hours) =>
        world.Tell(_handoff, happened, by, Monday.AddHours(hours), persons: Gagak);

    private Task<HandoffDetail?> Find(Officer officer) => world.Handoffs.Find(Viewer(officer), new(_handoff), Ct);

    private async Task<bool> Box(Officer officer, HandoffBox box) =>
        (await world.Handoffs.List(Viewer(officer), box, true, null, 200, Ct)).Items.Any(item => item.Id.Value == _handoff);
}

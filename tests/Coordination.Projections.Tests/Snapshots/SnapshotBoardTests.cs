using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Sharing;
using Coordination.Domain.Victims;
using Coordination.Projections.Snapshots;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Snapshots;

public sealed class SnapshotBoardTests(World world) : IClassFixture<World>
{
    private static readonly SnapshotKind Watch = SnapshotKinds.Find("watch_entry")!;
    private static readonly DateTimeOffset Now = Monday.AddDays(30);

    private readonly Guid _entry = Guid.CreateVersion7(Monday);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thing_is_shown_as_the_fold_of_its_events()
    {
        await Propose(Marking.Of(Level.T, "agency:POLRI"), "TPI-SEKUPANG");
        await world.Settle();
        var proposed = (await Find(Police)).ShouldNotBeNull().Item;
        (proposed.Status, proposed.Open, proposed.Version, proposed.Agency, proposed.Unit).ShouldBe(("proposed", true, 1L, "IMIGRASI", "KANIM-BATAM"));
        proposed.Title.Id.ShouldBe($"Pantauan: penindakan {Gagak.Code}");
        (proposed.Place, string.Join(',', proposed.Persons)).ShouldBe(("TPI-SEKUPANG", Gagak.Code));

        await Approve(Kupang, Marking.Of(Level.T, "agency:POLRI"));
        await world.Settle();
        var approved = (await Find(Police)).ShouldNotBeNull();
        (approved.Item.Status, approved.Item.StatusName.Id, approved.Item.Version).ShouldBe(("active", "berlaku", 2L));
        (approved.Item.FirstAt, approved.Item.LastAt).ShouldBe((Monday, Monday.AddHours(2)));
        approved.History.Select(line => line.Kind).ShouldBe(["watch_entry_proposed", "watch_entry_approved"]);
        approved.History[1].Sentence.Id.ShouldContain("menyetujui");
        using var state = approved.State.Parse();
        state.RootElement.GetProperty("validUntil").GetString().ShouldBe("2026-12-31");
        state.RootElement.GetProperty("proposal").GetProperty("person").GetGuid().ShouldBe(Gagak.Value);
    }

    [Fact]
    public async Task Nobody_reads_a_state_that_an_event_not_for_them_is_part_of()
    {
        await Propose(Marking.Of(Level.T, "agency:POLRI", "agency:BP3MI"));
        await world.Settle();
        (await Find(Shelter)).ShouldNotBeNull();
        await Approve(Police, Marking.Of(Level.T, "unit:BP3MI/BP3MI-KEPRI"));
        await world.Settle();
        (await Find(Shelter)).ShouldNotBeNull("its unit is on the list of the one, its agency on that of the other");
        (await Find(Shelter with { Unit = "BP3MI-NTT" })).ShouldBeNull();
        (await Find(Police)).ShouldNotBeNull("it wrote the one and is on the list of the other");
        (await Find(Batam)).ShouldNotBeNull("whoever keeps an entry reads all that is said of it");
        (await Find(Stranger)).ShouldBeNull();
    }

    [Fact]
    public async Task A_thing_above_the_clearance_is_counted_and_not_shown_where_existence_may_be_known()
    {
        await Propose(Marking.Of(Level.T, "agency:POLRI"));
        await Approve(Kupang, Marking.Of(Level.R, "agency:POLRI"));
        await world.Settle();
        var low = Police with { Clearance = Level.T };
        (await Find(low)).ShouldBeNull();
        (await List(low)).Withheld.ShouldBeGreaterThanOrEqualTo(1);
        (await List(low, new(Person: Gagak))).Withheld.ShouldBe(0, "with a filter the count would tell what it is");
        (await List(Stranger with { Clearance = Level.T })).Withheld.ShouldBe(0);
    }

    [Fact]
    public async Task Sharing_widens_and_narrows_it_like_any_thing()
    {
        var thing = new SharedThing(_entry, "watch_entry", "IMIGRASI");
        await Propose(Marking.Of(Level.T));
        await world.Settle();
        (await Find(Police)).ShouldBeNull();
        await world.Tell(SharingDecider.StreamOf(_entry), new SharingWidened(thing, [new("POLRI")], "Penyidikan."), Batam, Monday.AddHours(3));
        await world.Settle();
        (await Find(Police)).ShouldNotBeNull().Item.Marking.Audience.ShouldBeEmpty("an audience is its owner's business");
        await world.Tell(SharingDecider.StreamOf(_entry), new SharingNarrowed(thing, [], "Keliru.", 1), Batam, Monday.AddHours(4));
        await world.Settle();
        (await Find(Police)).ShouldBeNull();
        (await Find(Batam)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Members_of_its_case_read_it_and_find_it_by_the_case()
    {
        var file = Guid.CreateVersion7(Monday);
        await world.Tell(file, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["POLRI"], "2026-0077"), Batam, Monday);
        await world.Tell(_entry, Proposal() with { Case = new CaseId(file) }, Batam, Monday);
        await world.Settle();
        (await Find(Police)).ShouldNotBeNull().Item.Cases.ShouldBe([new CaseId(file)]);
        (await List(Police, new(Case: new CaseId(file)))).Items.Single().Id.ShouldBe(_entry);
        (await List(Batam, new(Case: new CaseId(Guid.CreateVersion7())))).Items.ShouldBeEmpty();
        (await Find(Shelter)).ShouldBeNull();
    }

    [Fact]
    public async Task Every_filter_keeps_what_it_says()
    {
        await Propose(Marking.Of(Level.T, "agency:POLRI"), "53.21");
        await world.Settle();
        async Task<bool> Shown(Officer by, SnapshotFilter filter) => (await List(by, filter)).Items.Any(item => item.Id == _entry);
        (await Shown(Police, new(Status: "proposed"))).ShouldBeTrue();
        (await Shown(Police, new(Status: "approved"))).ShouldBeFalse();
        (await Shown(Police, new(Scope: SnapshotScope.Agency))).ShouldBeFalse();
        (await Shown(Kupang, new(Scope: SnapshotScope.Agency))).ShouldBeTrue();
        (await Shown(Kupang, new(Scope: SnapshotScope.Unit))).ShouldBeFalse();
        (await Shown(Batam, new(Scope: SnapshotScope.Unit))).ShouldBeTrue();
        (await Shown(Police, new(Person: Gagak))).ShouldBeTrue();
        (await Shown(Police, new(Person: Jati))).ShouldBeFalse();
        (await Shown(Police, new(Place: "53"))).ShouldBeTrue();
        (await Shown(Police, new(Place: "21"))).ShouldBeFalse();
        (await Shown(Police, new(OpenOnly: true))).ShouldBeTrue();
        (await Shown(Police, new(LateOnly: true))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_goes_on_after_its_last_item_and_each_kind_has_its_own()
    {
        for (var i = 0; i < 5; i++)
            await world.Tell(Guid.CreateVersion7(Monday), new ShelterAdmitted(Teratai, ShelterKind.Bp3mi, "RPTC", true), Shelter, Monday.AddHours(i));
        await world.Tell(Guid.CreateVersion7(Monday), new PoliceReportRegistered("LP/1", ["UU-21-2007:4"], [Gagak]), Police, Monday);
        await world.Settle();
        var kind = SnapshotKinds.Find("protection")!;
        var (seen, after) = (new List<SnapshotItem>(), (Keyset?)null);
        do
        {
            var page = await world.Snapshots.List(Viewer(Shelter), kind, new(), after, 2, Now, Ct);
            page.Items.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        seen.Select(item => item.LastAt).ShouldBe(Enumerable.Range(0, 5).Reverse().Select(i => Monday.AddHours(i)));
        seen.ShouldAllBe(item => item.Kind == "protection");
        (await world.Snapshots.Find(Viewer(Shelter), Watch, seen[0].Id, Now, Ct)).ShouldBeNull("it is there, but no watch entry");
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_rows()
    {
        await Propose(Marking.Of(Level.T, "agency:POLRI"));
        await Approve(Police, Marking.Of(Level.R, "agency:BP3MI"));
        await world.RebuildShouldChangeNothing();
    }

    private static WatchEntryProposed Proposal() => new(WatchKind.Punitive, "Merekrut.", "Periksa.", Gagak);

    private Task<Guid> Propose(Marking marking, string? place = null) => world.Tell(_entry, Proposal(), Batam, Monday, marking, place);

    private Task<Guid> Approve(Officer by, Marking marking) =>
        world.Tell(_entry, new WatchEntryApproved(new(2026, 12, 31)), by, Monday.AddHours(2), marking, persons: Gagak);

    private Task<SnapshotDetail?> Find(Officer officer) => world.Snapshots.Find(Viewer(officer), Watch, _entry, Now, Ct);

    private Task<Page<SnapshotItem>> List(Officer officer, SnapshotFilter? filter = null) =>
        world.Snapshots.List(Viewer(officer), Watch, filter ?? new(), null, 200, Now, Ct);
}

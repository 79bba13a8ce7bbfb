using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Projections.Snapshots;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Snapshots;

/// <summary>The marking of a snapshot against the events that it is made of, over random markings.</summary>
public sealed class SnapshotSightTests(World world) : IClassFixture<World>
{
    private static readonly Officer[] Writers = [Batam, Police, Shelter];
    private static readonly string[] Groups =
        ["*", "agency:IMIGRASI", "agency:POLRI", "unit:POLRI/POLRESTA-BARELANG", "agency:BP3MI", "unit:BP3MI/BP3MI-KEPRI", "unit:IMIGRASI/KANIM-BATAM"];

    [Fact]
    public async Task A_viewer_reads_the_state_when_it_reads_every_event_and_else_nothing()
    {
        var random = new Random(20260212);
        var things = new List<(Guid Id, List<(Marking Marking, string By)> Events)>();
        for (var i = 0; i < 80; i++)
            things.Add(await Tell(random));
        await world.Settle();
        Officer[] viewers = [Batam, Kupang, Police, Police with { Unit = "POLDA-NTT" }, Shelter, Shelter with { Clearance = Level.T }, Stranger];
        var read = 0;
        foreach (var viewer in viewers.Select(officer => Viewer(officer)))
        {
            var shown = (await world.Snapshots.List(viewer, SnapshotKinds.Find("watch_entry")!, new(), null, 200, Monday, TestContext.Current.CancellationToken))
                .Items.Select(item => item.Id).ToHashSet();
            foreach (var (id, events) in things)
            {
                // The report on what others see says the same.
                ((await world.Sights.Of(viewer, id, null, TestContext.Current.CancellationToken))!.Sight == Sight.Full).ShouldBe(shown.Contains(id), $"{viewer.Officer.Id} {id}");
                shown.Contains(id).ShouldBe(
                    events.All(one => Visibility.Of(viewer, one.Marking, one.By) == Sight.Full),
                    $"{viewer.Officer.Id}/{viewer.Officer.Unit}: {string.Join(" + ", events.Select(one => $"{one.By} {one.Marking.Level} {string.Join(',', one.Marking.Audience)}"))}");
            }

            read += shown.Count;
        }

        read.ShouldBeInRange(40, 400, "who reads all or nothing tests nothing");
    }

    private async Task<(Guid Id, List<(Marking Marking, string By)> Events)> Tell(Random random)
    {
        var (id, events) = (Guid.CreateVersion7(), new List<(Marking, string)>());
        var state = WatchEntry.None;
        for (var version = 0; version < 1 + random.Next(3); version++)
        {
            var by = Writers[random.Next(Writers.Length)];
            var marking = Marking.Of((Level)random.Next(3), [.. Groups.Where(_ => random.Next(3) == 0)]);
            WatchEntryEvent happened = version == 0
                ? new WatchEntryProposed(WatchKind.Entity, "Sebab", "Tindakan", Entity: "Kapal")
                : new WatchEntryApproved(new(2026, 12, version));
            // As the write path does: what is by nature for a reader is marked so.
            var envelope = new Envelope(by, Monday, Monday, null, [], marking, null);
            state = WatchEntry.Evolve(state, happened, envelope);
            marking = WatchEntryDecider.Kind.Addressed(envelope, state).Marking;
            await world.Tell(id, happened, by, Monday.AddMinutes(version), marking);
            events.Add((marking, by.Agency));
        }

        return (id, events);
    }
}

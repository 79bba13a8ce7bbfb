using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.EventStore.Integrity;
using Coordination.Projections;
using Coordination.Projections.Cases;

namespace Coordination.Host.Integrity;

/// <summary>Makes the bundle of a case: what this viewer may read of it, and the proof of each line.</summary>
internal sealed class CaseBundle(LogTree tree, Heads heads, CaseTimelineQueries timeline)
{
    /// <summary>Lines of the case that the viewer may read; null when the case is not theirs to know.</summary>
    public async Task<IReadOnlyList<TimelineEntry>?> Lines(Viewer viewer, CaseId file, CancellationToken ct)
    {
        var lines = new List<TimelineEntry>();
        var filter = new TimelineFilter(Limit: TimelineFilter.MaxLimit, Order: TimelineOrder.RecordedOldestFirst);
        while (true)
        {
            if (await timeline.Page(viewer, file, filter, ct) is not { } page)
                return null;
            lines.AddRange(page.Items);
            if (page.Next is not { } next)
                return lines;
            filter = filter with { After = next };
        }
    }

    /// <returns>Null when no head that is signed covers the last of them yet.</returns>
    public async Task<byte[]?> Pack(Viewer viewer, IReadOnlyList<TimelineEntry> lines, CancellationToken ct)
    {
        var positions = lines.Select(line => line.Position).Distinct().Order().ToList();
        if (await HeadOver(positions.Count > 0 ? positions[^1] : 0, ct) is not { } head)
            return null;
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var cosigned = await heads.Under(tree, head.Head, ct);
            await Add(zip, BundleFile.ReadMe, BundleFile.Explanation, ct);
            await Add(zip, BundleFile.Checkpoint, head.Note + string.Concat(cosigned.Select(one => $"{one.Line}\n")), ct);
            await Add(zip, BundleFile.Keys, $"{tree.Signer.Verifier}\n" + string.Concat(cosigned.Select(one => $"{one.Agency} {one.Key}\n")), ct);
            var events = new StringBuilder();
            foreach (var position in positions)
                events.Append(JsonSerializer.Serialize(await Event(viewer, position, head.Head.Size, ct), BundleFile.Json)).Append('\n');
            await Add(zip, BundleFile.Events, events.ToString(), ct);
        }
        return file.ToArray();
    }

    // The largest that agencies have counter-signed, if it goes far enough: it is worth more than a newer one that nobody outside has seen.
    private async Task<SignedHead?> HeadOver(long position, CancellationToken ct)
    {
        if (await heads.LargestCountersigned(tree, ct) is { } seen && await heads.Find(tree, seen.Size, seen.Root, ct) is { } held && held.Position >= position)
            return held;
        return await heads.Latest(tree, ct) is { } latest && latest.Position >= position ? latest : null;
    }

    private async Task<BundleEvent> Event(Viewer viewer, long position, long size, CancellationToken ct)
    {
        if (await Stored(position, ct) is not var (row, before) || await tree.Sealed.Find(position, ct) is not { } place)
            throw new TreeDamagedException($"Position {position} is shown and is not in the log.");
        var whole = BundleEvent.Of(row, place, before, await tree.Sealed.Inclusion(place.LeafIndex, size, ct));
        return AudienceNames.AreAllFor(viewer, row.Type, row.Data, row.Agency ?? "") ? whole : whole.WithoutBody();
    }

    // The connection is given back before the tree is asked, which takes one of the same pool.
    private async Task<(EventRow Row, byte[]? Before)?> Stored(long position, CancellationToken ct)
    {
        await using var connection = await tree.Database.OpenConnectionAsync(ct);
        if (await tree.Source.Read(connection, position - 1, position, 1, ct) is not [EventRow row])
            return null;
        var before = await tree.Source.Previous(connection, [(row.StreamId, row.Version)], ct);
        return (row, before.GetValueOrDefault(row.StreamId));
    }

    private static async Task Add(ZipArchive zip, string name, string text, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }
}

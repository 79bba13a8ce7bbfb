using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;
using Coordination.Projections.Reports;
using Coordination.Projections.Sharing;
using Npgsql;

namespace Coordination.Host.Reports;

/// <summary>
/// The events that a reader could see of a thing, and of what it rests on or rests on it, as the log stood at a position: what a report is made of. Sees
/// everything and hands on what the reader could see at that time and may still see.
/// </summary>
internal sealed class ReportInputs(NpgsqlDataSource daemon, EventLog log, ThingSight sights)
{
    private const string RestingText = "select distinct stream_id from readmodel.timeline_basis where basis = any($1) order by stream_id";

    /// <summary>Null when the reader could not know of the thing then, or may not now, exactly as when there was none.</summary>
    /// <param name="beside">Streams beside the thing itself, from its own events; each is left out when the reader could not see it.</param>
    /// <param name="found">
    /// What came to light in the thing, as streams and the position since which they count. When given, whatever rests on these or on the thing is followed
    /// from one to the next; else it ends with what rests on the thing itself.
    /// </param>
    public async Task<ReportInput?> Of(
        Viewer viewer, Guid stream, LogMoment moment, Func<IReadOnlyList<ReportEvent>, IEnumerable<Guid>> beside, Func<ReportEvent, bool> wanted,
        CancellationToken ct, Func<IReadOnlyList<ReportEvent>, IEnumerable<(Guid Stream, long Since)>>? found = null)
    {
        if (await Seen(viewer, stream, moment, ct) is not { Events.Count: > 0 } own || own.Events[0].Stream != stream || !own.IsWhole)
            return null;
        var (events, taken) = (own.Events.ToList(), new HashSet<Guid> { stream });
        foreach (var other in beside(own.Events).Distinct().Order())
        {
            if (taken.Add(other) && await Seen(viewer, other, moment, ct) is { } more)
                events.AddRange(more.Events.Where(wanted));
        }
        var bases = (found?.Invoke(own.Events) ?? []).Append((Stream: stream, Since: 0))
            .GroupBy(one => one.Stream).ToDictionary(one => one.Key, one => one.Min(basis => basis.Since));
        events.AddRange((await Resting(viewer, bases, found is not null, taken, moment, ct)).Where(wanted));
        return new(
            [.. events.OrderBy(one => one.Stream != stream).ThenBy(one => one.Position)], moment.Position, moment.At,
            // Above Rahasia nothing may be known and not read.
            own.Withheld);
    }

    /// <summary>
    /// What rests on the bases. That it does must have been said by the position, and to this reader: what a later event or a withheld one connects is
    /// not there, or the same position would not stay the same bytes.
    /// </summary>
    private async Task<List<ReportEvent>> Resting(
        Viewer viewer, Dictionary<Guid, long> bases, bool onward, HashSet<Guid> taken, LogMoment moment, CancellationToken ct)
    {
        var resting = new List<ReportEvent>();
        for (Guid[] next = [.. bases.Keys]; next.Length > 0;)
        {
            var reached = new List<Guid>();
            foreach (var other in await StreamsOn(next, ct))
            {
                if (taken.Contains(other) || await Seen(viewer, other, moment, ct) is not { } more
                    || more.Events.FirstOrDefault(one => Rests(one, bases)) is not { } link || !taken.Add(other))
                    continue;
                resting.AddRange(more.Events);
                // What rests on something from its beginning came of it; what was connected later only touches it.
                if (onward && more.IsWhole && link == more.Events[0] && bases.TryAdd(other, link.Position))
                    reached.Add(other);
            }
            next = [.. reached];
        }
        return resting;
    }

    private static bool Rests(ReportEvent one, Dictionary<Guid, long> bases) =>
        ReportMaking.BasisOf(one).Any(basis => bases.TryGetValue(basis, out var since) && one.Position > since);

    private async Task<SeenEvents?> Seen(Viewer viewer, Guid stream, LogMoment moment, CancellationToken ct)
    {
        // What was taken back stays taken back (docs/adr/0018), also from who asks for a position before that.
        if (!await LetsIn(viewer, stream, moment.At, ct) || !await LetsIn(viewer, stream, null, ct))
            return null;
        var sharing = (await Until(SharingDecider.StreamOf(stream), moment, ct)).Aggregate(
            ThingSharing.None, (state, one) => ThingSharing.Evolve(state, (SharingEvent)one.Body, one.Envelope));
        var all = (await Until(stream, moment, ct)).Select(one => one with { Marking = sharing.Effective(one.Envelope.Marking) }).ToList();
        if (all.Count == 0)
            return null;
        // Who sees the thing and not by its own audience sees it as a member of its case.
        var reader = SightOf(viewer, all[0]) == Sight.Nothing ? viewer.InCase() : viewer;
        var seen = all.Where(one => SightOf(reader, one) == Sight.Full).ToList();
        return new(seen, all.Count(one => SightOf(reader, one) == Sight.Existence), seen.Count > 0 && seen[0] == all[0]);
    }

    private async Task<bool> LetsIn(Viewer viewer, Guid stream, DateTimeOffset? at, CancellationToken ct) =>
        await sights.Of(viewer, stream, at, ct) is { Sight: not Sight.Nothing };

    private static Sight SightOf(Viewer viewer, ReportEvent one) => Visibility.Of(viewer, one.Marking, one.Envelope.By.Agency);

    private async Task<IReadOnlyList<ReportEvent>> Until(Guid stream, LogMoment moment, CancellationToken ct) =>
    [
        .. (await log.FetchStream(stream, ct)).Where(recorded => recorded.Position <= moment.Position).Select(recorded =>
        {
            var stored = EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp);
            return new ReportEvent(
                recorded.Id, stream, recorded.Position, recorded.Type.Alias, recorded.Body, stored.Envelope, stored.Persons, stored.Envelope.Marking);
        }),
    ];

    private async Task<IReadOnlyList<Guid>> StreamsOn(Guid[] bases, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand(RestingText);
        command.Parameters.Add(new() { Value = bases });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var resting = new List<Guid>();
        while (await reader.ReadAsync(ct))
            resting.Add(reader.GetGuid(0));
        return resting;
    }

    /// <param name="IsWhole">Its first event is among those seen: the reader knows what it is about.</param>
    private sealed record SeenEvents(IReadOnlyList<ReportEvent> Events, int Withheld, bool IsWhole);
}

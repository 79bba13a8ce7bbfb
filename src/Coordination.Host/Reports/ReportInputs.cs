using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;
using Coordination.Projections.Reports;
using Coordination.Projections.Sharing;
using Npgsql;

namespace Coordination.Host.Reports;

/// <summary>
/// The events that a reader could see of a thing, and of what it rests on or rests on it, as the log stood at a position: what a report is made of. Sees
/// everything and hands on what the reader may see, with the visibility of that time.
/// </summary>
internal sealed class ReportInputs(NpgsqlDataSource daemon, EventLog log, ThingSight sights)
{
    private const string RestingText = "select stream_id from readmodel.timeline_basis where basis = $1 order by stream_id";

    /// <summary>Null when the reader could not know of the thing then, exactly as when there was none.</summary>
    /// <param name="beside">Streams beside the thing itself, from its own events; each is left out when the reader could not see it.</param>
    public async Task<ReportInput?> Of(
        Viewer viewer, Guid stream, LogMoment moment, Func<IReadOnlyList<ReportEvent>, IEnumerable<Guid>> beside, Func<ReportEvent, bool> wanted,
        CancellationToken ct)
    {
        if (await Seen(viewer, stream, moment, ct) is not { Events.Count: > 0 } own || own.Events[0].Stream != stream || !own.IsWhole)
            return null;
        var events = own.Events.ToList();
        foreach (var other in beside(own.Events).Concat(await Resting(stream, ct)).Distinct().Order())
        {
            if (other != stream && await Seen(viewer, other, moment, ct) is { } more)
                events.AddRange(more.Events.Where(wanted));
        }
        return new(
            [.. events.OrderBy(one => one.Stream != stream).ThenBy(one => one.Position)], moment.Position, moment.At,
            // Above Rahasia nothing may be known and not read.
            own.Withheld);
    }

    private async Task<SeenEvents?> Seen(Viewer viewer, Guid stream, LogMoment moment, CancellationToken ct)
    {
        if (await sights.Of(viewer, stream, moment.At, ct) is not { Sight: not Sight.Nothing })
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

    private async Task<IReadOnlyList<Guid>> Resting(Guid stream, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand(RestingText);
        command.Parameters.Add(new() { Value = stream });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var resting = new List<Guid>();
        while (await reader.ReadAsync(ct))
            resting.Add(reader.GetGuid(0));
        return resting;
    }

    /// <param name="IsWhole">Its first event is among those seen: the reader knows what it is about.</param>
    private sealed record SeenEvents(IReadOnlyList<ReportEvent> Events, int Withheld, bool IsWhole);
}

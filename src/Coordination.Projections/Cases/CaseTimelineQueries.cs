using Coordination.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Projections.Cases;

/// <summary>Reads joint case timelines.</summary>
public sealed class CaseTimelineQueries(NpgsqlDataSource database, EventSentences sentences)
{
    private static readonly string SinceSql = SqlText.Read("timeline_since");

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["CaseTimeline"];

    /// <summary>A page of one case; null when the viewer may not know the case, exactly as when there is none.</summary>
    public async Task<Page<TimelineEntry>?> Page(Viewer viewer, CaseId caseId, TimelineFilter filter, CancellationToken ct)
    {
        var limit = Math.Clamp(filter.Limit, 1, TimelineFilter.MaxLimit);
        // Above Rahasia there is nothing that may be known and not be read; with a filter on what an entry is, a count would tell more than
        // that it exists.
        var counts = viewer.Clearance < Level.R && filter is { Agency: null, Kind: null, Person: null, Place: null, Among: null };
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer, caseId);
        batch.Add(TimelinePageSql.Door, Parameters.Uuid(caseId.Value), Time(filter.AsOf, DateTime.MaxValue));
        batch.Add(TimelinePageSql.Of(filter, counts), [.. Range(caseId, filter, limit), .. Filters(filter)]);
        if (counts)
            batch.AddExistence(TimelinePageSql.Withheld(filter.Order, viewer.Clearance), Range(caseId, filter, limit));
        await using var reader = await batch.Execute(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        await reader.NextResultAsync(ct);
        var (entries, more) = (new List<TimelineEntry>(limit), false);
        while (!more && await reader.ReadAsync(ct))
        {
            if (!(more = entries.Count == limit))
                entries.Add(TimelineEntryReader.Read(reader, caseId, sentences, viewer));
        }

        return new(entries, more ? After(entries[^1], filter.Order) : null, counts ? await Withheld(reader, ct) : 0);
    }

    /// <summary>
    /// Lines that came to stand on any case the viewer may open after a place in the log, oldest first: what a live reader has missed.
    /// The resume point of a line is its <see cref="TimelineEntry.ShownAt"/>; all lines of one place are in one answer, even over the
    /// limit.
    /// </summary>
    public async Task<IReadOnlyList<TimelineEntry>> Since(Viewer viewer, long shownAfter, int limit, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer);
        batch.Add(SinceSql, Parameters.Bigint(shownAfter), Parameters.Number(Math.Clamp(limit, 1, TimelineFilter.MaxLimit)));
        await using var reader = await batch.Execute(ct);
        var entries = new List<TimelineEntry>();
        while (await reader.ReadAsync(ct))
            entries.Add(TimelineEntryReader.Read(reader, new(reader.GetGuid(11)), sentences, viewer));
        return entries;
    }

    private static async Task<int> Withheld(NpgsqlDataReader reader, CancellationToken ct)
    {
        await ViewerBatch.ToExistence(reader, ct);
        await reader.ReadAsync(ct);
        return reader.GetInt32(0);
    }

    private static NpgsqlParameter[] Range(CaseId caseId, TimelineFilter filter, int limit)
    {
        var newestFirst = TimelinePageSql.NewestFirst(filter.Order);
        var after = filter.After ?? (newestFirst ? new(long.MaxValue, long.MaxValue) : new(long.MinValue, long.MinValue));
        var before = filter.OccurredBefore is { } one && (filter.To is not { } other || one < other) ? one : filter.To;
        return
        [
            Parameters.Uuid(caseId.Value), Time(filter.AsOf, DateTime.MaxValue),
            new() { Value = FromKey(after.Key), NpgsqlDbType = NpgsqlDbType.TimestampTz }, Parameters.Bigint(after.Position), Parameters.Number(limit),
            Time(before, DateTime.MaxValue), Time(filter.From, DateTime.MinValue),
        ];
    }

    private static NpgsqlParameter[] Filters(TimelineFilter filter) =>
        [Parameters.Text(filter.Agency), Parameters.Text(filter.Kind), Parameters.Uuid(filter.Person?.Value), Parameters.Text(filter.Place), Parameters.TextsOrNull(filter.Among)];

    private static Keyset After(TimelineEntry entry, TimelineOrder order) =>
        order is TimelineOrder.RecordedNewestFirst or TimelineOrder.RecordedOldestFirst
        ? new(0, entry.Position)
        : new((entry.OccurredAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, entry.Position);

    // Npgsql sends the extreme values as infinity, which is what "no limit" means.
    private static DateTime FromKey(long microseconds) => microseconds switch
    {
        long.MaxValue => DateTime.MaxValue,
        long.MinValue => DateTime.MinValue,
        _ when Math.Abs(microseconds) > 200_000_000_000_000_000 => DateTime.UnixEpoch, // made up by a caller: no such entry
        _ => DateTime.UnixEpoch.AddMicroseconds(microseconds),
    };

    private static NpgsqlParameter Time(DateTimeOffset? time, DateTime absent) =>
        new() { Value = time?.UtcDateTime ?? absent, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

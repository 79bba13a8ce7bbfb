using System.Globalization;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Host.Reports;

/// <summary>A place in the log and when the log stood there.</summary>
internal sealed record LogMoment(long Position, DateTimeOffset At);

/// <summary>Says which position a report is of. Everything before it is settled: the answer for a position never changes.</summary>
internal sealed class ReportPositions(NpgsqlDataSource daemon, ProjectionDaemon views)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WesternIndonesia = TimeSpan.FromHours(7);

    private const string AtPosition =
        "select seq_id, timestamp, (select max(seq_id) from public.mt_events) from public.mt_events where seq_id <= $1 order by seq_id desc limit 1";

    private const string AtTime =
        "select seq_id, timestamp, seq_id from public.mt_events where timestamp <= $1 order by seq_id desc limit 1";

    /// <summary>Null when the log has not got there, or had not begun.</summary>
    /// <exception cref="StoreUnavailableException">It is not settled yet; ask again.</exception>
    public async Task<LogMoment?> Find(long? position, DateTimeOffset? knownOn, CancellationToken ct)
    {
        // The connection is given back before the wait: the view that is waited for needs one of the same pool.
        if (await Read(position, knownOn, ct) is not { } found)
            return null;
        return (await views.WaitFor(found.Position, Patience, ct, "CaseTimeline")).Reached
            ? found
            : throw new StoreUnavailableException("The log is not settled up to this position yet.");
    }

    private async Task<LogMoment?> Read(long? position, DateTimeOffset? knownOn, CancellationToken ct)
    {
        await using var command = knownOn is { } time
            ? With(AtTime, new NpgsqlParameter<DateTime> { TypedValue = time.UtcDateTime })
            : With(AtPosition, new NpgsqlParameter<long> { TypedValue = position ?? long.MaxValue });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        if (position is { } asked && asked > reader.GetInt64(2))
            return null;
        // A position between two events is the report of that position, whatever the one before it is.
        return new LogMoment(position ?? reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1));
    }

    /// <summary>A day means its end in Jakarta; a moment itself.</summary>
    public static bool TryRead(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
            return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            time = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), WesternIndonesia).AddTicks(-10);
        else if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            time = moment;
        return time is not null;
    }

    private NpgsqlCommand With(string text, NpgsqlParameter parameter)
    {
        var command = daemon.CreateCommand(text);
        command.Parameters.Add(parameter);
        return command;
    }
}

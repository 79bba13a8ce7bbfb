using Npgsql;

namespace Coordination.Projections.Lapses;

/// <summary>Where something has ended by itself, for the worker that writes it. It has no viewer: nobody reads this but the product itself.</summary>
public sealed class DueLapses(NpgsqlDataSource database)
{
    /// <summary>Streams to look at now, the longest due first.</summary>
    public async Task<IReadOnlyList<Guid>> At(DateTimeOffset now, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select stream_id from lapse where due_at <= $1 order by due_at, stream_id limit $2");
        command.Parameters.With(Parameters.Time(now), Parameters.Number(limit));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<Guid>();
        while (await reader.ReadAsync(ct))
            due.Add(reader.GetGuid(0));
        return due;
    }

    /// <summary>When the next one comes; null when none does.</summary>
    public async Task<DateTimeOffset?> Next(DateTimeOffset after, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select min(due_at) from lapse where due_at > $1");
        command.Parameters.With(Parameters.Time(after));
        return await command.ExecuteScalarAsync(ct) is DateTime next ? new DateTimeOffset(next, TimeSpan.Zero) : null;
    }
}

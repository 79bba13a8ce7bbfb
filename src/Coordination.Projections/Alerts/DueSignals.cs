using System.Text.Json;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <summary>What is due, for the worker that appends alerts. It has no viewer: nobody reads this but the product itself.</summary>
public sealed class DueSignals(NpgsqlDataSource database)
{
    /// <summary>Alerts due now that do not stand in the log yet, as far as the projection has read it; the longest due first.</summary>
    public async Task<IReadOnlyList<Signal>> ToRaise(DateTimeOffset now, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select s.signal from alert_signal s
            where s.due_at <= $1 and not exists (select from alert_raised r where r.alert_id = s.alert_id)
            order by s.due_at, s.alert_id limit $2
            """);
        command.Parameters.With(Parameters.Time(now), Parameters.Number(limit));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<Signal>();
        while (await reader.ReadAsync(ct))
            due.Add(JsonSerializer.Deserialize<Signal>(reader.GetFieldValue<byte[]>(0), Signal.Json)!);
        return due;
    }

    /// <summary>Alerts that nobody answered in time, the longest silent first.</summary>
    public async Task<IReadOnlyList<DueEscalation>> ToEscalate(DateTimeOffset now, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select alert_id, version, level, severity, due_at, marking, persons from alert_raised where due_at <= $1 order by due_at, alert_id limit $2");
        command.Parameters.With(Parameters.Time(now), Parameters.Number(limit));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<DueEscalation>();
        while (await reader.ReadAsync(ct))
            due.Add(new(
                reader.GetGuid(0), reader.GetInt64(1), reader.GetInt32(2) + 1, Enum.Parse<Severity>(reader.GetString(3)),
                reader.GetFieldValue<DateTimeOffset>(4), JsonSerializer.Deserialize<Marking>(reader.GetFieldValue<byte[]>(5), Signal.Json)!,
                [.. reader.GetFieldValue<Guid[]>(6).Select(person => new PersonRef(person))]));
        return due;
    }

    /// <summary>When the next clock runs out; null when none runs.</summary>
    public async Task<DateTimeOffset?> Next(DateTimeOffset after, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select least(
                (select min(s.due_at) from alert_signal s where s.due_at > $1),
                (select min(r.due_at) from alert_raised r where r.due_at > $1))
            """);
        command.Parameters.With(Parameters.Time(after));
        return await command.ExecuteScalarAsync(ct) is DateTime next ? new DateTimeOffset(next, TimeSpan.Zero) : null;
    }
}

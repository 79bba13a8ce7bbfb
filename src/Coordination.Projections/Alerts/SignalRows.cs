using System.Text.Json;
using Coordination.EventStore;
using NpgsqlTypes;

namespace Coordination.Projections.Alerts;

/// <summary>An alert to be raised, as a row.</summary>
/// <param name="Key">What the rule or the clock names it by.</param>
/// <param name="Due">Null: at once.</param>
/// <param name="ClockOf">Stream whose clock it is; null for the finding of a rule.</param>
internal sealed record SignalRow(Signal Signal, string Key, DateTimeOffset? Due = null, Guid? ClockOf = null);

/// <summary>Writes alerts that are to be raised: one statement for a page.</summary>
internal static class SignalRows
{
    private const string Write = """
        insert into alert_signal (alert_id, rule, key, due_at, clock_of, evidence, signal)
        select s.alert_id, s.rule, s.key, coalesce(s.due_at, '-infinity'), s.clock_of,
               array(select jsonb_array_elements_text(s.signal -> 'alert' -> 'evidence')::uuid), s.signal
        from unnest($1, $2, $3, $4, $5, $6) as s (alert_id, rule, key, due_at, clock_of, signal)
        on conflict (alert_id) do nothing
        """;

    public static void Add(IReadOnlyCollection<SignalRow> rows, ProjectionSession session)
    {
        if (rows.Count == 0)
            return;
        session.Add(
            Write,
            Parameters.Uuids(rows.Select(row => row.Signal.AlertId)),
            Parameters.Texts(rows.Select(row => row.Signal.Alert.Rule)),
            Parameters.Texts(rows.Select(row => row.Key)),
            new() { Value = rows.Select(row => row.Due?.UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            new() { Value = rows.Select(row => row.ClockOf).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            new()
            {
                Value = rows.Select(row => JsonSerializer.Serialize(row.Signal, Signal.Json)).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
            });
    }
}

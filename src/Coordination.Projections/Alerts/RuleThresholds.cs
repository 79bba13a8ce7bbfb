using System.Text.Json;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <summary>Changed thresholds as rows, in the order of the log.</summary>
internal static class RuleThresholds
{
    private const string Select = "select rule, territory, from_day, set_values, position from rule_threshold order by position";

    /// <summary>The same for a viewer: every member may know them.</summary>
    public const string SeenText = "select rule, territory, from_day, set_values, position from rule_threshold where $1 is not null order by position";

    public static ThresholdChange? Of(Recorded recorded) =>
        recorded.Body is RuleThresholdChanged { Rule: { } rule, Values: { } values, From: { } from } changed
            ? new(rule, changed.Territory, from, Values(values), recorded.Position)
            : null;

    public static async Task<List<ThresholdChange>> Load(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var changes = new List<ThresholdChange>();
        while (await reader.ReadAsync(ct))
            changes.Add(Row(reader));
        return changes;
    }

    /// <summary>Of one result of <see cref="SeenText"/>.</summary>
    public static async Task<RuleBook> Book(NpgsqlDataReader reader, CancellationToken ct)
    {
        var book = new RuleBook();
        while (await reader.ReadAsync(ct))
            book.Add(Row(reader));
        return book;
    }

    public static void Add(Recorded recorded, ThresholdChange change, ProjectionSession session) => session.Add(
        "insert into rule_threshold (position, setting_id, rule, territory, from_day, set_values, changed_at) values ($1, $2, $3, $4, $5, $6, $7)",
        Parameters.Bigint(change.Position), Parameters.Uuid(recorded.Stream), Parameters.Text(change.Rule), Parameters.Text(change.Territory),
        Parameters.Date(change.From), Parameters.Json(change.Values, Signal.Json), Parameters.Time(recorded.Timestamp));

    private static ThresholdChange Row(NpgsqlDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetFieldValue<DateOnly>(2),
        JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetFieldValue<byte[]>(3))!, row.GetInt64(4));

    private static Dictionary<string, int> Values(IEnumerable<ThresholdValue> values)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
            all[value.Name] = value.Value;
        return all;
    }
}

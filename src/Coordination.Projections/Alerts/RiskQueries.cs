using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <summary>Why to look: one finding of one rule.</summary>
/// <param name="Severity">critical, high, medium, low.</param>
/// <param name="Weight">What it adds, unless the same rule found something graver.</param>
/// <param name="Alert">The alert that was raised for it; null for a rule that only gives reasons.</param>
public sealed record RiskReason(
    string Rule, int RuleVersion, string Severity, int Weight, Wording Sentence, DateTimeOffset At, IReadOnlyList<Guid> Evidence, Guid? Alert);

/// <summary>The reasons of one application or encounter, added up.</summary>
/// <param name="Advice">none, secondary, supervisor: who should look next. The officer decides.</param>
public sealed record RiskScore([property: JsonIgnore] Guid Id, int Score, string Advice, IReadOnlyList<RiskReason> Reasons);

/// <summary>Reads reasons.</summary>
public sealed class RiskQueries(NpgsqlDataSource database)
{
    private static readonly string ReasonsText = $"""
        select r.rule, r.rule_version, r.code, r.severity, r.at, r.evidence, r.facts, r.alert_id, r.place
        from risk_reason r where r.stream_id = $4 and {VisibilitySql.Of("r", "r.alert_id")} >= {VisibilitySql.Full}
        order by r.position, r.alert_id
        """;

    public static IReadOnlyList<string> Reads { get; } = ["AlertSignals", "CaseTimeline"];

    /// <summary>As far as this viewer may know; without reasons where there are none or none for it.</summary>
    /// <param name="today">The day whose weights and limits count: a score is made when it is asked for.</param>
    public async Task<RiskScore> Find(Viewer viewer, Guid stream, DateOnly today, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(RuleThresholds.SeenText).Add(ReasonsText, Parameters.Uuid(stream));
        await using var reader = await batch.Execute(ct);
        var book = await RuleThresholds.Book(reader, ct);
        await reader.NextResultAsync(ct);
        var (reasons, place) = (new List<RiskReason>(), (string?)null);
        while (await reader.ReadAsync(ct))
        {
            place = reader.IsDBNull(8) ? null : reader.GetString(8);
            reasons.Add(Reason(reader, severity => book.WeightOf(reader.GetString(0), severity, place, today)));
        }

        var score = RiskWeights.Sum(reasons.Select(reason => (reason.Rule, reason.Weight)));
        return new(stream, score, Camel(book.LimitsOf(place, today).Advice(score)), reasons);
    }

    private static RiskReason Reason(NpgsqlDataReader row, Func<Severity, int> weight)
    {
        var severity = Enum.Parse<Severity>(row.GetString(3));
        var code = row.IsDBNull(2) ? null : row.GetString(2);
        var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetFieldValue<byte[]>(6))!;
        return new(
            row.GetString(0), row.GetInt32(1), Camel(severity), weight(severity), AlertSentences.Reason(code, facts),
            row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<Guid[]>(5), code is null ? null : row.GetGuid(7));
    }

    private static string Camel(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

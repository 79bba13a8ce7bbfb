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
        select r.rule, r.rule_version, r.code, r.severity, r.at, r.evidence, r.facts, r.alert_id
        from risk_reason r where r.stream_id = $4 and {VisibilitySql.Of("r", "r.alert_id")} >= {VisibilitySql.Full}
        order by r.position, r.alert_id
        """;

    public static IReadOnlyList<string> Reads { get; } = ["AlertSignals", "CaseTimeline"];

    /// <summary>As far as this viewer may know; without reasons where there are none or none for it.</summary>
    public async Task<RiskScore> Find(Viewer viewer, Guid stream, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(ReasonsText, Parameters.Uuid(stream));
        await using var reader = await batch.Execute(ct);
        var (reasons, weights) = (new List<RiskReason>(), new List<(string Rule, Severity Severity)>());
        while (await reader.ReadAsync(ct))
        {
            var severity = Enum.Parse<Severity>(reader.GetString(3));
            weights.Add((reader.GetString(0), severity));
            var code = reader.IsDBNull(2) ? null : reader.GetString(2);
            var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetFieldValue<byte[]>(6))!;
            reasons.Add(new(
                reader.GetString(0), reader.GetInt32(1), Camel(severity), RiskWeights.Of(severity), AlertSentences.Reason(code, facts),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<Guid[]>(5), code is null ? null : reader.GetGuid(7)));
        }

        var score = RiskWeights.Sum(weights);
        return new(stream, score, Camel(RiskWeights.Advice(score)), reasons);
    }

    private static string Camel(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

using System.Text.Json;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <param name="Name">Such as <c>days</c>.</param>
/// <param name="Value">In force today in the whole country.</param>
/// <param name="Default">What the rule was written with.</param>
public sealed record ThresholdLine(string Name, int Value, int Default, int Least, int Most);

/// <summary>A change of thresholds, in the order of the log.</summary>
public sealed record ThresholdChangeLine(string? Territory, DateOnly From, IReadOnlyDictionary<string, int> Values);

/// <summary>How alerts of one version of a rule were resolved, of those that the viewer may read.</summary>
/// <param name="Precision">Share of true ones among the resolved; null as long as none is.</param>
public sealed record RulePrecision(int Version, int Raised, int True, int False, int Benign, double? Precision);

/// <param name="Id">Such as <c>R11</c>.</param>
/// <param name="Version">In force.</param>
/// <param name="Code">Code of its alerts; null for a rule that only gives the officer reasons.</param>
/// <param name="Severity">The gravest that it finds: critical, high, medium, low.</param>
/// <param name="WindowDays">How far apart its evidence can lie by today's thresholds; null where time does not matter.</param>
public sealed record RuleLine(
    string Id, int Version, string? Code, string Severity, double? WindowDays, IReadOnlyList<ThresholdLine> Thresholds,
    IReadOnlyList<ThresholdChangeLine> Changes, IReadOnlyList<RulePrecision> Precision, IReadOnlyList<string> LooksAt);

/// <summary>Reads the rules with what is in force and how well they do.</summary>
public sealed class RuleQueries(NpgsqlDataSource database)
{
    private static readonly string OutcomesText = $"""
        select a.rule, a.rule_version, count(*)::int, (count(*) filter (where a.outcome = 'true'))::int,
               (count(*) filter (where a.outcome = 'false'))::int, (count(*) filter (where a.outcome = 'benign'))::int
        from alert a where {VisibilitySql.Of("a", "a.alert_id")} >= {VisibilitySql.Full}
        group by a.rule, a.rule_version order by a.rule, a.rule_version
        """;

    private const string ChangesText = "select rule, territory, from_day, set_values, position from rule_threshold where $1 is not null order by position";

    public static IReadOnlyList<string> Reads { get; } = ["AlertSignals", "AlertBoard", "CaseTimeline"];

    /// <param name="today">The day that thresholds are asked for.</param>
    public async Task<IReadOnlyList<RuleLine>> List(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        var book = new RuleBook();
        var precision = new List<(string Rule, RulePrecision Precision)>();
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            await using var batch = new ViewerBatch(connection, viewer).Add(ChangesText).Add(OutcomesText);
            await using var reader = await batch.Execute(ct);
            while (await reader.ReadAsync(ct))
                book.Add(new(
                    reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetFieldValue<DateOnly>(2),
                    JsonSerializer.Deserialize<Dictionary<string, int>>(reader.GetFieldValue<byte[]>(3))!, reader.GetInt64(4)));
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct))
                precision.Add((reader.GetString(0), PrecisionOf(reader)));
        }

        return [.. AlertRules.InForce.Select(rule => Line(rule, book, today, [.. precision.Where(one => one.Rule == rule.Id).Select(one => one.Precision)]))];
    }

    /// <summary>Share of true ones among the resolved; null as long as none is.</summary>
    internal static double? Share(int right, int wrong, int benign) => right + wrong + benign is > 0 and var resolved ? Math.Round((double)right / resolved, 4) : null;

    private static RulePrecision PrecisionOf(NpgsqlDataReader row)
    {
        var (right, wrong, benign) = (row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
        return new(row.GetInt32(1), row.GetInt32(2), right, wrong, benign, Share(right, wrong, benign));
    }

    private static RuleLine Line(IAlertRule rule, RuleBook book, DateOnly today, IReadOnlyList<RulePrecision> precision)
    {
        var values = book.For(rule, null, today);
        return new(
            rule.Id, rule.Version, rule.Code, JsonNamingPolicy.CamelCase.ConvertName(rule.Severity.ToString()), rule.Window(values)?.TotalDays,
            [.. RuleValues.AllOf(rule).Select(one => new ThresholdLine(one.Name, values[one.Name], one.Default, one.Least, one.Most))],
            [.. book.Changes.Where(change => change.Rule == rule.Id).Select(change => new ThresholdChangeLine(change.Territory, change.From, change.Values))],
            precision,
            [.. StreamHistory.Aliases([.. rule.LooksAt]).Order(StringComparer.Ordinal)]);
    }
}

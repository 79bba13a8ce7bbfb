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
/// <param name="Overturned">Not resolved by anybody, but the deferral that they led to was overturned: as wrong as a false one.</param>
/// <param name="Precision">Share of true ones among all of these; null as long as there is none.</param>
public sealed record RulePrecision(int Version, int Raised, int True, int False, int Benign, int Overturned, double? Precision);

/// <param name="Id">Such as <c>R11</c>; <c>RISK</c> for the limits of the risk score.</param>
/// <param name="Version">In force.</param>
/// <param name="Code">Code of its alerts; null for a rule that only gives the officer reasons.</param>
/// <param name="Severity">The gravest that it finds: critical, high, medium, low; null for <c>RISK</c>, which finds nothing.</param>
/// <param name="WindowDays">How far apart its evidence can lie by today's thresholds; null where time does not matter.</param>
public sealed record RuleLine(
    string Id, int Version, string? Code, string? Severity, double? WindowDays, IReadOnlyList<ThresholdLine> Thresholds,
    IReadOnlyList<ThresholdChangeLine> Changes, IReadOnlyList<RulePrecision> Precision, IReadOnlyList<string> LooksAt);

/// <summary>Reads the rules with what is in force and how well they do.</summary>
public sealed class RuleQueries(NpgsqlDataSource database)
{
    private static readonly string OutcomesText = $"""
        select a.rule, a.rule_version, count(*)::int, (count(*) filter (where a.outcome = 'true'))::int,
               (count(*) filter (where a.outcome = 'false'))::int, (count(*) filter (where a.outcome = 'benign'))::int,
               (count(*) filter (where a.outcome is null and {OverturnedEvidence.Among("a.evidence")}))::int
        from alert a where {VisibilitySql.Of("a", "a.alert_id")} >= {VisibilitySql.Full}
        group by a.rule, a.rule_version order by a.rule, a.rule_version
        """;

    public static IReadOnlyList<string> Reads { get; } = ["AlertSignals", "AlertBoard", "OverturnedEvidence", "CaseTimeline"];

    /// <param name="today">The day that thresholds are asked for.</param>
    public async Task<IReadOnlyList<RuleLine>> List(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        RuleBook book;
        var precision = new List<(string Rule, RulePrecision Precision)>();
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            await using var batch = new ViewerBatch(connection, viewer).Add(RuleThresholds.SeenText).Add(OutcomesText);
            await using var reader = await batch.Execute(ct);
            book = await RuleThresholds.Book(reader, ct);
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct))
                precision.Add((reader.GetString(0), PrecisionOf(reader)));
        }

        return
        [
            .. AlertRules.InForce.Select(rule => Line(rule, book, today, [.. precision.Where(one => one.Rule == rule.Id).Select(one => one.Precision)])),
            new(RiskLimits.Id, 1, null, null, null, Thresholds(RiskLimits.Id, book, today), Changes(RiskLimits.Id, book), [], []),
        ];
    }

    /// <summary>Share of true ones among the resolved; null as long as none is.</summary>
    internal static double? Share(int right, int wrong, int benign) => right + wrong + benign is > 0 and var resolved ? Math.Round((double)right / resolved, 4) : null;

    private static RulePrecision PrecisionOf(NpgsqlDataReader row)
    {
        var (right, wrong, benign, overturned) = (row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6));
        return new(row.GetInt32(1), row.GetInt32(2), right, wrong, benign, overturned, Share(right, wrong + overturned, benign));
    }

    private static RuleLine Line(IAlertRule rule, RuleBook book, DateOnly today, IReadOnlyList<RulePrecision> precision) => new(
        rule.Id, rule.Version, rule.Code, JsonNamingPolicy.CamelCase.ConvertName(rule.Severity.ToString()),
        rule.Window(book.For(rule, null, today))?.TotalDays, Thresholds(rule.Id, book, today), Changes(rule.Id, book), precision,
        [.. StreamHistory.Aliases([.. rule.LooksAt]).Order(StringComparer.Ordinal)]);

    private static IReadOnlyList<ThresholdLine> Thresholds(string id, RuleBook book, DateOnly today)
    {
        var values = book.InForce(id, null, today);
        return [.. AlertRules.SettableOf(id)!.Select(one => new ThresholdLine(one.Name, values[one.Name], one.Default, one.Least, one.Most))];
    }

    private static IReadOnlyList<ThresholdChangeLine> Changes(string id, RuleBook book) =>
        [.. book.Changes.Where(change => change.Rule == id).Select(change => new ThresholdChangeLine(change.Territory, change.From, change.Values))];
}

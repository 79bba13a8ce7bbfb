using System.Text.Json;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using NpgsqlTypes;

namespace Coordination.Projections.Alerts;

/// <summary>Findings as reasons on each application, encounter or report that they rest on. What is for a restricted channel is no reason there.</summary>
internal static class RiskReasons
{
    public static void Add(IEnumerable<Judged> found, ProjectionSession session)
    {
        var rows = found.Where(one => !one.Finding.Restricted)
            .SelectMany(one => one.Finding.Evidence.Select(evidence => evidence.Stream).Distinct().Select(stream => (Stream: stream, Id: FoundSignal.IdOf(one), Found: one)))
            .DistinctBy(row => (row.Stream, row.Id))
            .Select(row => (row.Stream, row.Id, row.Found, Marking: FoundSignal.MarkingOf(row.Found.Finding))).ToList();
        if (rows.Count == 0)
            return;
        session.Add(
            """
            insert into risk_reason (
                stream_id, alert_id, position, rule, rule_version, code, severity, at, evidence, facts, agency, level, audience, place)
            select r.stream_id, r.alert_id, r.position, r.rule, r.rule_version, r.code, r.severity, r.at,
                   array(select jsonb_array_elements_text(r.evidence)::uuid), r.facts, $12, r.level, array(select jsonb_array_elements_text(r.audience)), r.place
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13, $14)
                as r (stream_id, alert_id, position, rule, rule_version, code, severity, at, evidence, facts, level, audience, place)
            on conflict (stream_id, alert_id) do nothing
            """,
            Parameters.Uuids(rows.Select(row => row.Stream)),
            Parameters.Uuids(rows.Select(row => row.Id)),
            new() { Value = rows.Select(row => row.Found.Made.Position).ToArray() },
            Parameters.Texts(rows.Select(row => row.Found.Made.Rule.Id)),
            new() { Value = rows.Select(row => row.Found.Made.Rule.Version).ToArray() },
            new() { Value = rows.Select(row => row.Found.Made.Rule.Code).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            Parameters.Texts(rows.Select(row => row.Found.Finding.Severity.ToString())),
            new() { Value = rows.Select(row => row.Found.Made.Observation.At.UtcDateTime).ToArray() },
            Jsons(rows.Select(row => (object)row.Found.Finding.Evidence.Select(one => one.Event).Distinct())),
            Jsons(rows.Select(row => (object)row.Found.Finding.Facts)),
            new() { Value = rows.Select(row => (int)row.Marking.Level).ToArray() },
            Parameters.Text(Officer.System.Agency),
            Jsons(rows.Select(row => (object)row.Marking.Audience)),
            new() { Value = rows.Select(PlaceOf).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    /// <summary>Where it arose, as this application, encounter or report says.</summary>
    private static string? PlaceOf((Guid Stream, Guid Id, Judged Found, Marking Marking) row) =>
        RuleBook.PlaceOf(row.Found.Finding.Evidence.Last(evidence => evidence.Stream == row.Stream));

    private static Npgsql.NpgsqlParameter Jsons(IEnumerable<object> values) => new()
    {
        Value = values.Select(value => JsonSerializer.Serialize(value, Signal.Json)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
    };
}

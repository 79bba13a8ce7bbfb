using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Host.Replay;

namespace Coordination.Host.Tests.Api;

/// <summary>What came of each step of a story, as text: one line for each thing, so that two runs are compared line by line.</summary>
internal sealed class ScenarioLog(ApiFixture api)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly string[] Readers = ["koordinator", "polri.barelang", "bp3mi.kepri", "pemda.malaka"];
    private static readonly string[] Screenings = ["passport_application_received", "traveller_referred_to_secondary"];

    private readonly StringBuilder _text = new();
    private long _position;
    private TimeSpan _zone;

    private static CancellationToken Ct => ApiFixture.Ct;

    public string Text => _text.ToString();

    /// <summary>What the product writes at its start is no part of a story.</summary>
    public async Task Begin()
    {
        await api.Settle();
        await Written();
    }

    public async Task Note(ScenarioStep step, int number, string? refused, CancellationToken ct)
    {
        await api.Settle();
        _zone = step.At.Offset;
        _text.Append(CultureInfo.InvariantCulture, $"{number}. {Moment(step.At)} {step.At:zzz} {step.As}: {step.What}\n");
        if (refused is not null)
            Line("ditolak", refused);
        var before = _position;
        var written = await Written();
        if (written.Kinds.Count > 0)
            Line("tercatat", string.Join(", ", Counted(written.Kinds)));
        if (await OnCases(before) is { Count: > 0 } shown)
            Line("linimasa", string.Join(", ", Counted(shown)));
        foreach (var alert in written.Alerts)
            Line("peringatan", alert);
        foreach (var reason in await Reasons(written.Screened))
            Line("alasan", reason);
        foreach (var figure in await Figures(written.Reported))
            Line("rekap", figure);
    }

    /// <summary>Kinds of what was written since the last step.</summary>
    public async Task<IReadOnlyList<string>> Since()
    {
        await api.Settle();
        var written = await Written();
        return [.. written.Kinds.Distinct(StringComparer.Ordinal), .. written.Alerts];
    }

    /// <summary>How much of each case its readers see in the end.</summary>
    public async Task Cases()
    {
        foreach (var reader in Readers)
        {
            var cases = await api.Ask(reader, "GET", "/api/v1/cases");
            foreach (var item in cases["items"]!.AsArray())
            {
                var page = await api.Ask(reader, "GET", $"/api/v1/cases/{item!["id"]}/timeline?limit=200");
                var own = page["items"]!.AsArray().Count(line => !line!["kind"]!.ToString().StartsWith("alert_", StringComparison.Ordinal));
                _text.Append(CultureInfo.InvariantCulture, $"{item["number"]} {reader}: {own} baris, {page["withheld"]} tidak dapat dilihat\n");
            }
        }
    }

    /// <summary>Who answered what the story's own desk shared, and who in time.</summary>
    public async Task Intelligence()
    {
        var reports = await api.Ask("imigrasi.cirebon", "GET", "/api/v1/intelligence");
        foreach (var report in reports["items"]!.AsArray().Where(report => report!["unit"]!.ToString() == "KANIM-CIREBON"))
        {
            foreach (var to in report!["recipients"]!.AsArray())
                _text.Append(CultureInfo.InvariantCulture, $"{report["title"]}, {to!["recipient"]}: {Answered(to)}\n");
        }
    }

    private static string Answered(JsonNode to) => to["acknowledgedAt"] switch
    {
        null => "belum menjawab",
        var at when at.GetValue<DateTimeOffset>() <= to["dueAt"]!.GetValue<DateTimeOffset>() => "tepat waktu",
        _ => "terlambat",
    };

    private void Line(string what, string text) => _text.Append(CultureInfo.InvariantCulture, $"   {what}: {text}\n");

    private static string Moment(DateTimeOffset at) => at.ToString("d MMM yyyy HH.mm", Indonesian);

    private static IEnumerable<string> Counted(IEnumerable<string> kinds) => kinds.Order(StringComparer.Ordinal).GroupBy(kind => kind, StringComparer.Ordinal)
        .Select(group => group.Count() == 1 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Key} ×{group.Count()}"));

    private async Task<Written> Written()
    {
        await using var command = api.Database.Owner.CreateCommand(
            """
            select e.seq_id, e.type, e.data::text, e.headers ->> 'occurredAt', e.stream_id,
                case when e.type = 'alert_escalated' then (select r.data::text from public.mt_events r where r.stream_id = e.stream_id and r.type = 'alert_raised') end
            from public.mt_events e where e.seq_id > $1 order by e.seq_id
            """);
        command.Parameters.Add(new() { Value = _position });
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var (written, alerts) = (new Written([], [], [], []), new List<(DateTimeOffset At, string Text)>());
        while (await reader.ReadAsync(Ct))
        {
            _position = reader.GetInt64(0);
            var (type, at, stream) = (reader.GetString(1), reader.GetString(3), reader.GetGuid(4));
            if (type is "alert_raised" or "alert_escalated")
                alerts.Add((DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Alert(JsonNode.Parse(reader.GetString(2))!, reader.IsDBNull(5) ? null : JsonNode.Parse(reader.GetString(5)))));
            else
                written.Kinds.Add(type);
            if (Screenings.Contains(type, StringComparer.Ordinal))
                written.Screened.Add(stream);
            if (type is "joint_operation_report_finalised")
                written.Reported.Add(stream);
        }

        written.Alerts.AddRange(OnceOfR06(alerts));
        return written;
    }

    /// <summary>
    /// How equal answers fall into clusters hangs on the key of this very database: one or three alerts of R06 say the same. Every other alert that comes
    /// twice is told twice.
    /// </summary>
    private IEnumerable<string> OnceOfR06(IEnumerable<(DateTimeOffset At, string Text)> alerts)
    {
        var told = alerts.OrderBy(alert => alert.At.Ticks / TimeSpan.TicksPerMinute).ThenBy(alert => alert.Text, StringComparer.Ordinal)
            .Select(alert => $"{Moment(alert.At.ToOffset(_zone))} {alert.Text}").ToList();
        return told.Where((text, i) => !text.Contains(" R06 ", StringComparison.Ordinal) || told.IndexOf(text) == i);
    }

    private static string Alert(JsonNode body, JsonNode? raised)
    {
        var to = string.Join(" ", body["recipients"]!.AsArray().Select(group => group!.ToString()).Order(StringComparer.Ordinal));
        if (raised is not null)
            return $"{raised["code"]} {raised["rule"]} naik ke tingkat {body["level"]}{(to.Length == 0 ? "" : $", juga untuk {to}")}";
        var count = body["rule"]!.ToString() == "R06" ? "" : $", {body["evidence"]!.AsArray().Count} bukti";
        return $"{body["code"]} {body["rule"]} v{body["ruleVersion"]} {body["severity"]}{count}, untuk {to}";
    }

    /// <summary>What came to stand on any case since a position, as its coordinator sees it.</summary>
    private async Task<List<string>> OnCases(long before)
    {
        var shown = new List<string>();
        foreach (var item in (await api.Ask("koordinator", "GET", "/api/v1/cases"))["items"]!.AsArray())
        {
            var page = await api.Ask("koordinator", "GET", $"/api/v1/cases/{item!["id"]}/timeline?order=RecordedNewestFirst&limit=200");
            shown.AddRange(page["items"]!.AsArray().Where(line => (long)line!["shownAt"]! > before && !line["kind"]!.ToString().StartsWith("alert_", StringComparison.Ordinal))
                .Select(line => line!["kind"]!.ToString()));
        }

        return shown;
    }

    /// <summary>Reasons of what was screened in this step; R06 as it stands above.</summary>
    private async Task<List<string>> Reasons(IReadOnlyList<Guid> screened)
    {
        var reasons = new List<string>();
        foreach (var stream in screened)
        {
            var score = await api.Ask("koordinator", "GET", $"/api/v1/risk/{stream}");
            reasons.AddRange(score["reasons"]!.AsArray().Select(reason => reason!["rule"]!.ToString()).Where(rule => rule != "R06"));
        }

        return [.. Counted(reasons)];
    }

    private async Task<List<string>> Figures(IReadOnlyList<Guid> reported)
    {
        var figures = new List<string>();
        foreach (var operation in reported)
        {
            var report = await api.Ask("koordinator", "GET", $"/api/v1/operations/{operation}/report?format=json");
            var results = report["sections"]!.AsArray().Single(section => section!["heading"]!.ToString() == "III. HASIL")!["parts"]!.AsArray();
            foreach (var part in results.Where(part => part!["heading"]!.ToString() is "A. Rekap" or "C. Barang Bukti"))
                figures.AddRange(Rows(part!).Select(row => string.Join(" | ", row["cells"]!.AsArray().Take(3).Select(cell => cell!.ToString()))));
        }

        return figures;
    }

    private static IEnumerable<JsonNode> Rows(JsonNode part) => part["blocks"]!.AsArray().SelectMany(block => block!["rows"]!.AsArray()).Select(row => row!);
}

/// <summary>What stands in the log since the last step.</summary>
/// <param name="Screened">Streams that have a score from now on.</param>
/// <param name="Reported">Operations whose report was finalised.</param>
internal sealed record Written(List<string> Kinds, List<string> Alerts, List<Guid> Screened, List<Guid> Reported);

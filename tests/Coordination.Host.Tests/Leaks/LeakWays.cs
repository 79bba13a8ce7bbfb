using Coordination.Projections.Snapshots;

namespace Coordination.Host.Tests.Leaks;

/// <summary>Ways through the product: every list, thing, page and command that could show a word of the story.</summary>
internal sealed class LeakWays(LeakStory story)
{
    private static readonly string[] Orders = ["OccurredNewestFirst", "OccurredOldestFirst", "RecordedNewestFirst", "RecordedOldestFirst"];

    /// <param name="random">Says which one.</param>
    public (string Method, string Path, string? Body) Any(Random random)
    {
        Guid One(List<Guid> things) => things[random.Next(things.Count)];
        var limit = $"limit={(random.Next(2) == 0 ? 200 : 1 + random.Next(20))}";
        var (c, h, r, a) = (One(story.Cases), One(story.Handoffs), One(story.Reports), One(story.Alerts));
        var anything = new[] { c, h, r, a }[random.Next(4)];
        var t = One(story.Entries);
        var (e, o) = (story.Events[random.Next(story.Events.Count)], One(story.Operations));
        var (v, p) = (One(story.Victims), story.Persons[random.Next(story.Persons.Count)]);
        var kind = SnapshotKinds.All[random.Next(SnapshotKinds.All.Count)];
        return random.Next(48) switch
        {
            0 => ("GET", $"/api/v1/cases?{limit}", null),
            1 => ("GET", $"/api/v1/cases/{anything}", null),
            2 or 3 or 4 => ("GET", $"/api/v1/cases/{c}/timeline?{limit}&order={Orders[random.Next(4)]}{Filter(random)}", null),
            5 => ("GET", $"/api/v1/alerts?{limit}&open={(random.Next(2) == 0 ? "true" : "false")}", null),
            6 => ("GET", $"/api/v1/alerts?{limit}&caseId={c}", null),
            7 or 8 => ("GET", $"/api/v1/alerts/{a}", null),
            9 => ("GET", $"/api/v1/handoffs?{limit}&desk={new[] { "all", "mine", "sent" }[random.Next(3)]}", null),
            10 or 11 => ("GET", $"/api/v1/handoffs/{h}", null),
            12 => ("GET", $"/api/v1/intelligence?{limit}", null),
            13 or 14 => ("GET", $"/api/v1/intelligence/{r}", null),
            15 => ("GET", $"/api/v1/access?target={new[] { $"case:{c}", $"handoff:{h}", $"alert:{a}", $"intelligence:{r}", $"watch_entry:{t}" }[random.Next(5)]}", null),
            16 => ("PUT", $"/api/v1/handoffs/{anything}/withdrawal", """{"reason":""}"""),
            17 => ("POST", $"/api/v1/cases/{anything}/members", """{"agency":"TIDAK-ADA","reason":"Ingin tahu"}"""),
            18 => ("POST", "/api/v1/events", $$"""{"specversion":"1.0","id":"u-{{random.Next()}}","source":"/x","type":"id.satgas.handoff_accepted","subject":"{{h}}","data":{} }"""),
            19 => ("PAGE", new[] { $"/kasus/{c}", "/kasus", "/meja", $"/kasus/{c}?diketahui=2026-02-03", $"/kasus/{c}?jenis=case_member_added" }[random.Next(5)], null),
            20 => ("PAGE", new[] { $"/serah-terima/{h}", "/serah-terima?kotak=semua", $"/serah-terima/baru?kasus={c}" }[random.Next(3)], null),
            22 => ("GET", $"/api/v1/watch-entries?{limit}&case={c}", null),
            23 => ("GET", $"/api/v1/watch-entries?{limit}", null),
            24 => ("GET", $"/api/v1/watch-entries/{t}", null),
            25 => ("PAGE", new[] { $"/pantauan/{t}", "/pantauan?milik=semua", $"/pantauan/baru?kasus={c}", "/lainnya" }[random.Next(4)], null),
            26 or 27 => ("GET", $"/api/v1/events/{e}", null),
            28 => ("GET", $"/api/v1/sharing/{new[] { h, r, t, o }[random.Next(4)]}", null),
            29 => ("GET", $"/api/v1/risk/{anything}", null),
            30 => ("GET", $"/api/v1/operations{new[] { $"?{limit}", $"/{o}", $"/{o}/report" }[random.Next(3)]}", null),
            31 => ("GET", $"/api/v1/handoffs/{h}/record", null),
            32 => ("GET", $"/api/v1/cases/{c}/bundle", null),
            33 => ("POST", "/api/v1/break-glass", $$"""{"case":"{{c}}","reason":"Ingin tahu"}"""),
            34 => ("POST", "/api/v1/persons/search", """{"name":"KNR"}"""),
            36 => ("GET", $"/api/v1/consents{new[] { "", "?toAnswer=true" }[random.Next(2)]}", null),
            37 => ("GET", "/api/v1/recalls", null),
            38 => ("GET", $"/api/v1/visibility?target={new[] { c, h, r, t, o }[random.Next(5)]}&agency={LeakStory.Units[random.Next(LeakStory.Units.Length)].Agency}", null),
            39 => ("GET", $"/api/v1/access?person={p}&limit=200", null),
            40 => ("GET", $"/api/v1/cases/{c}/timeline?limit=200&person={p}", null),
            41 => ("GET", $"/api/v1/{kind.Plural}?{limit}&person={p}", null),
            42 => ("GET", $"/api/v1/{kind.Plural}?{limit}", null),
            43 => ("GET", $"/api/v1/{kind.Plural}/{new[] { anything, v, t }[random.Next(3)]}", null),
            44 => ("GET", $"/api/v1/victims{new[] { $"?{limit}", $"/{v}" }[random.Next(2)]}", null),
            45 => ("PAGE", new[] { $"/{kind.Page}?milik=semua", $"/{kind.Page}/{v}", $"/korban/{v}", "/penarikan", $"/siapa-melihat?orang={p}" }[random.Next(5)], null),
            46 => ("GET", new[] { "/api/v1/break-glass", "/api/v1/privacy/holds", $"/api/v1/erasures/{anything}" }[random.Next(3)], null),
            35 => ("PAGE", new[] { $"/peristiwa/{e}", $"/berbagi/{h}", $"/berbagi/{t}", $"/operasi/{o}", "/operasi", "/akses-darurat" }[random.Next(6)], null),
            _ => ("PAGE", new[] { $"/peringatan/{a}", "/peringatan?semua=ya", $"/intelijen/{r}", "/intelijen" }[random.Next(4)], null),
        };
    }

    private static string Filter(Random random) => random.Next(8) switch
    {
        0 => "&agency=POLRI",
        1 => "&kind=intelligence_report_filed",
        2 => "&place=21",
        3 => "&asOf=2026-02-02T06:00:00Z",
        4 => "&occurredBefore=2026-02-02T09:00:00Z",
        _ => "",
    };
}

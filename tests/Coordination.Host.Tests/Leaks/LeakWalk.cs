using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace Coordination.Host.Tests.Leaks;

/// <param name="Words">Canaries that were read.</param>
/// <param name="Leaked">What was read and must not be, with the way that led there.</param>
internal sealed record Walked(int Walks, int Words, IReadOnlyList<string> Leaked);

/// <summary>Viewers on their ways through the product: one walk is one answer, a page, a frame or a row, searched for words that are not for them.</summary>
internal sealed class LeakWalk(LeakWorld world)
{
    private const int AtOnce = 12;
    private static readonly string[] Orders = ["OccurredNewestFirst", "OccurredOldestFirst", "RecordedNewestFirst", "RecordedOldestFirst"];

    /// <summary>Random walks; number n of a seed is the same in every run.</summary>
    public async Task<Walked> Random(int walks, CancellationToken ct)
    {
        var (words, leaked) = (0, new List<string>());
        await Parallel.ForEachAsync(Enumerable.Range(0, walks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (n, stop) =>
        {
            var random = new Random(HashCode.Combine(world.Seed, n));
            var walker = world.Walkers[random.Next(world.Walkers.Count)];
            var (method, path, body) = Way(random);
            var answer = await Ask(walker, method, path, body, stop);
            var found = world.Leaks(walker.Viewer, answer).ToList();
            lock (leaked)
            {
                words += LeakWorld.WordsIn(answer);
                leaked.AddRange(found.Select(word => $"walk {n}: {walker.Viewer.Officer.Id} read {word} by {method} {path}"));
            }
        });
        return new(walks, words, leaked);
    }

    /// <summary>How many cases each viewer is told that there are more, against how many the rule lets it know of and not read.</summary>
    public async Task<IReadOnlyList<string>> Withheld(CancellationToken ct)
    {
        var wrong = new List<string>();
        foreach (var walker in world.Walkers)
        {
            var told = JsonNode.Parse(await Body(walker, "/api/v1/cases?limit=200", ct))!["withheld"]!.GetValue<int>();
            var ruled = world.Oracle.CasesWithheldFrom(walker.Viewer);
            if (told != ruled)
                wrong.Add($"{walker.Viewer.Officer.Id} is told of {told} withheld cases, and may know of {ruled}");
        }

        return wrong;
    }

    /// <summary>Every live frame of every viewer, from the beginning of the log.</summary>
    public async Task<Walked> Frames(CancellationToken ct)
    {
        var (frames, words, leaked) = (0, 0, new List<string>());
        await Parallel.ForEachAsync(world.Walkers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (walker, stop) =>
        {
            var told = await Stream(walker, stop);
            lock (leaked)
            {
                frames += told.Count(line => line.StartsWith("data: ", StringComparison.Ordinal));
                words += told.Sum(LeakWorld.WordsIn);
                leaked.AddRange(told.SelectMany(line => world.Leaks(walker.Viewer, line)).Select(word => $"{walker.Viewer.Officer.Id} read {word} by a frame"));
            }
        });
        return new(frames, words, leaked);
    }

    /// <summary>Every row of every table that the viewers' role may read, by a query that knows no predicate: row security alone.</summary>
    public async Task<Walked> Rows(CancellationToken ct)
    {
        var (rows, words, leaked) = (0, 0, new List<string>());
        await using var connection = await world.Database.Runtime.OpenConnectionAsync(ct);
        foreach (var walker in world.Walkers)
        {
            foreach (var table in await Tables(ct))
            {
                await using var batch = new NpgsqlBatch(connection);
                var context = new NpgsqlBatchCommand("select set_config('coord.agency', $1, true), set_config('coord.groups', $2::text[]::text, true), set_config('coord.clearance', $3::text, true)");
                context.Parameters.Add(new() { Value = walker.Viewer.Officer.Agency });
                context.Parameters.Add(new() { Value = walker.Viewer.Groups.ToArray() });
                context.Parameters.Add(new() { Value = (int)walker.Viewer.Clearance });
                batch.BatchCommands.Add(context);
                batch.BatchCommands.Add(new($"select t::text from {table} t"));
                await using var reader = await batch.ExecuteReaderAsync(ct);
                await reader.NextResultAsync(ct);
                for (; await reader.ReadAsync(ct); rows++)
                {
                    var row = reader.GetString(0);
                    words += LeakWorld.WordsIn(row);
                    leaked.AddRange(world.Leaks(walker.Viewer, row).Select(word => $"{walker.Viewer.Officer.Id} read {word} in {table}"));
                }
            }
        }

        return new(rows, words, leaked);
    }

    private async Task<List<string>> Tables(CancellationToken ct)
    {
        await using var command = world.Database.Owner.CreateCommand("""
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relrowsecurity and has_table_privilege('coord_rt', c.oid, 'select') order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await reader.ReadAsync(ct))
            tables.Add(reader.GetString(0));
        return tables;
    }

    private (string Method, string Path, string? Body) Way(Random random)
    {
        Guid One(List<Guid> things) => things[random.Next(things.Count)];
        var limit = $"limit={(random.Next(2) == 0 ? 200 : 1 + random.Next(20))}";
        var (c, h, r, a) = (One(world.Story.Cases), One(world.Story.Handoffs), One(world.Story.Reports), One(world.Story.Alerts));
        var anything = new[] { c, h, r, a }[random.Next(4)];
        var t = One(world.Story.Entries);
        var (e, o) = (world.Story.Events[random.Next(world.Story.Events.Count)], One(world.Story.Operations));
        return random.Next(36) switch
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

    private async Task<string> Body(Walker walker, string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", walker.Token);
        using var response = await world.Http.SendAsync(request, ct);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
    }

    private async Task<string> Ask(Walker walker, string method, string path, string? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(new(method == "PAGE" ? "GET" : method), path);
        if (method == "PAGE")
            request.Headers.Add("Cookie", walker.Cookie);
        else
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", walker.Token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, path.EndsWith("/events", StringComparison.Ordinal) ? "application/cloudevents+json" : "application/json");
        using var response = await world.Http.SendAsync(request, ct);
        // Whoever searches for names is slowed down before all others.
        if ((int)response.StatusCode >= 500 || ((int)response.StatusCode == 429 && path != "/api/v1/persons/search"))
            throw new InvalidOperationException($"{method} {path} was answered with {response.StatusCode}: nothing was learnt from it.");
        return $"{response.Headers}{await Text(response.Content, ct)}";
    }

    // What is in an archive is read as well.
    private static async Task<string> Text(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentType?.MediaType != "application/zip")
            return await content.ReadAsStringAsync(ct);
        await using var archive = new ZipArchive(await content.ReadAsStreamAsync(ct));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(ct));
            text.Append(await reader.ReadToEndAsync(ct));
        }

        return text.ToString();
    }

    // Up to the comment that says: that was all for now.
    private async Task<List<string>> Stream(Walker walker, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", walker.Token);
        request.Headers.Add("Last-Event-ID", "0");
        using var response = await world.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        using var lines = new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct));
        var told = new List<string>();
        while (await lines.ReadLineAsync(ct) is { } line && line != ": live")
            told.Add(line);
        return told;
    }
}

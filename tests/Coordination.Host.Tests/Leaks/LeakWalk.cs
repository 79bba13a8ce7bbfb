using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;

namespace Coordination.Host.Tests.Leaks;

/// <param name="Words">Canaries that were read.</param>
/// <param name="Leaked">What was read and must not be, with the way that led there.</param>
internal sealed record Walked(int Walks, int Words, IReadOnlyList<string> Leaked);

/// <summary>Viewers on their ways through the product: one walk is one answer, a page, a frame or a row, searched for words that are not for them.</summary>
internal sealed partial class LeakWalk(LeakWorld world)
{
    private const int AtOnce = 12;
    private const int MostTries = 20;
    private static readonly string[] ThroughGlass = ["case", "timeline?limit=200"];
    private readonly LeakWays _ways = new(world.Story);
    private readonly ConcurrentBag<(string Officer, Guid Person)> _shown = [];

    /// <summary>Random walks; number n of a seed is the same in every run.</summary>
    public async Task<Walked> Random(int walks, CancellationToken ct)
    {
        var (words, leaked) = (0, new List<string>());
        await Parallel.ForEachAsync(Enumerable.Range(0, walks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (n, stop) =>
        {
            var random = new Random(HashCode.Combine(world.Seed, n));
            var walker = world.Walkers[random.Next(world.Walkers.Count)];
            var (method, path, body) = _ways.Any(random);
            var answer = await Ask(walker, method, path, body, stop);
            var found = world.Leaks(walker.Viewer, answer).Concat(path.Contains("/access?person", StringComparison.Ordinal) ? Things(walker, answer) : []).ToList();
            // A page may repeat the address that it was asked under.
            foreach (var person in world.PersonsIn(answer).Where(person => !path.Contains(person.ToString(), StringComparison.Ordinal)))
                _shown.Add((walker.Viewer.Officer.Id, person));
            lock (leaked)
            {
                words += LeakWorld.WordsIn(answer);
                leaked.AddRange(found.Select(word => $"walk {n}: {walker.Viewer.Officer.Id} read {word} by {method} {path}"));
            }
        });
        return new(walks, words, leaked);
    }

    /// <summary>Every viewer on the same way.</summary>
    public async Task<IReadOnlyList<string>> Everybody(string path, CancellationToken ct)
    {
        var leaked = new List<string>();
        foreach (var walker in world.Walkers)
            leaked.AddRange(world.Leaks(walker.Viewer, await Body(walker, path, ct)).Select(word => $"{walker.Viewer.Officer.Id} read {word} by {path}"));
        return leaked;
    }

    /// <summary>
    /// Viewers who hold the right open every case that they can in an emergency, and read it: on it what the rule of broken glass gives them, and nothing
    /// more anywhere else.
    /// </summary>
    public async Task<Walked> Glass(CancellationToken ct)
    {
        var (walks, words, leaked) = (0, 0, new List<string>());
        var ways = from walker in world.Walkers where walker.BreaksGlass from held in world.Story.Cases select (walker, held);
        await Parallel.ForEachAsync(ways, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (way, stop) =>
        {
            var (walker, held) = way;
            var opened = await Ask(walker, "POST", "/api/v1/break-glass", $$"""{"case":"{{held}}","reason":"Ingin tahu"}""", stop);
            if (GlassId().Match(opened) is not { Success: true, Groups: var groups })
                return;
            var seen = new StringBuilder();
            foreach (var path in ThroughGlass)
                seen.Append(await Shown(walker, $"/api/v1/break-glass/{groups["id"].Value}/{path}", stop));
            lock (leaked)
            {
                walks++;
                words += LeakWorld.WordsIn(seen.ToString());
                leaked.AddRange(world.LeaksThroughGlass(walker.Viewer, held, seen.ToString()).Select(word => $"{walker.Viewer.Officer.Id} read {word} through the glass on {held}"));
            }
        });
        return new(walks, words, leaked);
    }

    /// <summary>Persons whose reference was shown to somebody of whom the access log does not say that they looked.</summary>
    public async Task<IReadOnlyList<string>> Unrecorded(CancellationToken ct)
    {
        await using var command = world.Database.Owner.CreateCommand("""
            select s.officer || ' ' || s.person from unnest($1::text[], $2::uuid[]) as s (officer, person)
            where not exists (select from coordination.access_entry e where e.officer = s.officer and e.persons @> array[s.person])
            """);
        var shown = _shown.Distinct().ToList();
        command.Parameters.AddWithValue(shown.Select(one => one.Officer).ToArray());
        command.Parameters.AddWithValue(shown.Select(one => one.Person).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var unrecorded = new List<string>();
        while (await reader.ReadAsync(ct))
            unrecorded.Add(reader.GetString(0));
        return unrecorded;
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

    // Who looked at a person is told with what was looked at: only things that the reader may read itself.
    private IEnumerable<string> Things(Walker walker, string answer) => ThingId().Matches(answer).Select(match => Guid.Parse(match.Groups["id"].Value)).Distinct()
        .Where(id => world.Story.Knows(id) && !world.Oracle.MayReadOf(walker.Viewer, id)).Select(id => $"the thing {id}");

    [GeneratedRegex("\"target\":\"[a-z_]+:(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ThingId();

    [GeneratedRegex("\"id\":\"(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex GlassId();

    // Open to its user, whatever the case; shut only where the user has been shut out of it meanwhile.
    private async Task<string> Shown(Walker walker, string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", walker.Token);
        using var response = await world.Http.SendAsync(request, ct);
        return (int)response.StatusCode >= 500
            ? throw new InvalidOperationException($"{path} was answered with {response.StatusCode}: nothing was learnt from it.")
            : await response.Content.ReadAsStringAsync(ct);
    }

    private async Task<string> Body(Walker walker, string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", walker.Token);
        using var response = await world.Http.SendAsync(request, ct);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
    }

    private async Task<string> Ask(Walker walker, string method, string path, string? body, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(new(method == "PAGE" ? "GET" : method), path);
            if (method == "PAGE")
                request.Headers.Add("Cookie", walker.Cookie);
            else
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", walker.Token);
            if (body is not null)
                request.Content = new StringContent(body, Encoding.UTF8, path.EndsWith("/events", StringComparison.Ordinal) ? "application/cloudevents+json" : "application/json");
            using var response = await world.Http.SendAsync(request, ct);
            // A machine that is full says so, and its client comes again, as it is told to.
            if (response is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } wait } && tries < MostTries)
            {
                await Task.Delay(wait, ct);
                continue;
            }

            // Whoever searches for names is slowed down before all others.
            if ((int)response.StatusCode >= 500 || ((int)response.StatusCode == 429 && path != "/api/v1/persons/search"))
                throw new InvalidOperationException($"{method} {path} was answered with {response.StatusCode}: nothing was learnt from it.");
            return $"{response.Headers}{await Text(response.Content, ct)}";
        }
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

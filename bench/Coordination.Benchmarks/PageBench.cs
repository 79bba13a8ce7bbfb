using System.Diagnostics;
using System.Globalization;
using Coordination.Projections;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>One page (50 entries) of a case of 2,000, read over HTTP, against the plain query; and what growth of the log costs.</summary>
internal static class PageBench
{
    private const int PerCase = 2_000;

    private const string RawPage =
        """
        select t.position, t.occurred_at, e.id, e.stream_id, e.version, e.type, e.timestamp, e.headers, e.user_name, e.data
        from readmodel.case_timeline t join public.mt_events e on e.seq_id = t.position
        where t.case_id = $1 order by t.occurred_at, t.position limit 50
        """;

    public static async Task Run(Bench bench, Results results)
    {
        var cases = 0;
        foreach (var size in bench.Small ? new[] { 10_000, 40_000 } : [10_000, 100_000, 1_000_000])
        {
            await Grow(bench, cases, size / PerCase);
            cases = size / PerCase;
            await using (var host = await HostProcess.Start(bench.Database))
            {
                await Sealed(host, size);
                await Page(bench, results, host, size, cases);
            }

            await using (var again = await HostProcess.Start(bench.Database))
            {
                results.Add(
                    $"ready after start, {size:N0} events", "", string.Create(CultureInfo.InvariantCulture, $"{again.Ready.TotalSeconds:N2} s"), "", "≤ 3 s",
                    again.Ready.TotalSeconds <= 3);
            }

            await Appends(bench, results, size);
        }
    }

    private static async Task Grow(Bench bench, int from, int to)
    {
        await Seed.Cases(bench.Database.Owner, from + 1, to - from, PerCase);
        await using var daemon = RebuildBench.Daemon(bench);
        await daemon.Rebuild("CaseTimeline", CancellationToken.None);
        // The views that this measurement does not read are taken as up to date: the start of a Host is measured, not their catching up.
        await using var analyze = bench.Database.Owner.CreateCommand(
            """
            insert into public.mt_event_progression (name, last_seq_id)
            select name || ':All', (select max(seq_id) from public.mt_events)
            from unnest($1) as name
            on conflict (name) do update set last_seq_id = excluded.last_seq_id
            """);
        analyze.Parameters.Add(new() { Value = ReadModels.All(Payload.Types, Payload.Serializer).Select(view => view.Name).Where(name => name != "CaseTimeline").ToArray() });
        await analyze.ExecuteNonQueryAsync();
        analyze.Parameters.Clear();
        analyze.CommandText = "vacuum analyze";
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
    }

    // Nor is the sealing of a log that was filled from behind.
    private static async Task Sealed(HostProcess host, long size)
    {
        using var client = await host.Client("imigrasi.kupang");
        var started = Stopwatch.GetTimestamp();
        while (await client.GetStringAsync(new Uri("/api/v1/log/checkpoint", UriKind.Relative)) is var note && long.Parse(note.Split('\n')[1], CultureInfo.InvariantCulture) < size)
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(5))
                throw new InvalidOperationException($"Not sealed: {note}");
            await Task.Delay(200);
        }
    }

    private static async Task Page(Bench bench, Results results, HostProcess host, int size, int cases)
    {
        using var signedIn = await host.Client("imigrasi.kupang");
        using var client = new LeanHttp(host.Address, $"{signedIn.DefaultRequestHeaders.Authorization}");
        await using var connection = await bench.Database.Daemon.OpenConnectionAsync();
        var (raw, ours) = (new List<double>(), new List<double>());
        // A server that has just started still compiles: what is measured is one that has served its first thousands.
        var (warm, reads) = (bench.Small ? 1_500 : 3_000, bench.Small ? 300 : 1_000);
        for (var i = 0; i < warm + reads; i++)
        {
            var id = Seed.CaseId(1 + i % cases);
            var r = await Measure.Milliseconds(() => Plain(connection, id));
            var o = await Measure.Milliseconds(() => OverHttp(client, id));
            if (i < warm)
                continue;
            raw.Add(r);
            ours.Add(o);
        }

        var ratio = Measure.Median(ours) / Measure.Median(raw);
        // The reach is that of the full table; the smaller ones show that growth costs nothing.
        var judged = size >= 1_000_000;
        results.Add(
            $"timeline page through HTTP, {size:N0} entries, p50", Ms(Measure.Median(raw)), Ms(Measure.Median(ours)),
            string.Create(CultureInfo.InvariantCulture, $"{ratio:N2} ×"), judged ? "≤ 3 ×" : "flat", judged ? ratio <= 3 : null);
    }

    private static async Task Appends(Bench bench, Results results, int size)
    {
        await bench.Raw.Open(8);
        var compared = await Measure.InTurns(
            bench.Rounds, () => Measure.Rate(8, bench.Seconds / 2, bench.Raw.InsertRow), () => Measure.Rate(8, bench.Seconds / 2, _ => AppendBench.AppendOne(bench.Log)));
        results.Add($"append at {size:N0} events, 8 callers", compared, "ev/s", 0.9);
    }

    private static async Task Plain(NpgsqlConnection connection, Guid id)
    {
        await using var command = new NpgsqlCommand(RawPage, connection) { Parameters = { new() { Value = id } } };
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
            rows += reader.GetFieldValue<byte[]>(7).Length + reader.GetFieldValue<byte[]>(9).Length > 0 ? 1 : 0;
        if (rows != 50)
            throw new InvalidOperationException($"The plain query returned {rows} rows.");
    }

    private static async Task OverHttp(LeanHttp client, Guid id)
    {
        if (await client.Get($"/api/v1/cases/{id}/timeline?limit=50") < 50 * 200)
            throw new InvalidOperationException("The page is too small to hold 50 entries.");
    }

    private static string Ms(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:N2} ms");
}

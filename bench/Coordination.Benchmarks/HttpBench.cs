using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Coordination.Benchmarks;

/// <summary>Receipt of a handoff by the police over HTTP, 32 connections: rate, latency, CPU per command and memory of the whole process.</summary>
internal static class HttpBench
{
    private const int Connections = 32;
    private const int Batch = 1_000;

    public static async Task Run(Bench bench, Results results)
    {
        await using var host = await HostProcess.Start(bench.Database);
        using var sender = await host.Client("imigrasi.batam");
        using var police = await host.Client("polri.barelang");
        var waiting = new ConcurrentQueue<Guid>();
        var intake = await Measure.Milliseconds(() => Dispatch(sender, waiting, bench.Small ? 2 : 15));
        var sent = waiting.Count;
        var latencies = new ConcurrentBag<double>();
        await Receive(police, waiting, 500, []);
        var cpu = host.Cpu;
        var started = Stopwatch.GetTimestamp();
        await Receive(police, waiting, int.MaxValue, latencies);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var count = latencies.Count;
        var spent = (host.Cpu - cpu).TotalMilliseconds / count;
        results.Add("CloudEvents intake, batches of 1,000, 1 caller", "", Invariant($"{sent / intake * 1000:N0} ev/s"), "", "", null);
        results.Add(
            Invariant($"HTTP handoff receipt, {Connections} connections"), "",
            Invariant($"{count / seconds:N0} cmd/s, p50 {Measure.Percentile(latencies, 0.5):N1} ms, p99 {Measure.Percentile(latencies, 0.99):N1} ms"), "",
            Invariant($"{spent:N2} CPU ms per command, RSS {host.Memory / 1_048_576} MiB"), null);
        results.Add("ready after start, new database migrated", "", Invariant($"{host.Ready.TotalSeconds:N2} s"), "", "", null);
    }

    private static async Task Dispatch(HttpClient sender, ConcurrentQueue<Guid> waiting, int batches)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            using var content = new StringContent(Events(batch), Encoding.UTF8, new MediaTypeHeaderValue("application/cloudevents-batch+json"));
            using var answer = await sender.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            var items = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement : json.RootElement.GetProperty("results");
            foreach (var item in items.EnumerateArray())
            {
                if (item.GetProperty("status").GetString() != "accepted")
                    throw new InvalidOperationException(item.GetRawText());
                waiting.Enqueue(item.GetProperty("streamId").GetGuid());
            }
        }
    }

    private static string Events(int batch) => JsonSerializer.Serialize(Enumerable.Range(0, Batch).Select(i => new
    {
        specversion = "1.0",
        id = $"bench-{batch}-{i}",
        source = "/IMIGRASI/KANIM-BATAM",
        type = "id.satgas.facilitator_handed_to_police",
        subject = $"ST-{batch}-{i}",
        time = Payload.At,
        place = "TPI-SEKUPANG",
        data = new
        {
            subject = new { passport = $"ZZ{batch:000}{i:0000}" },
            to = new { agency = "POLRI", unit = "POLRESTA-BARELANG", desk = "PPA-PPO" },
            recordNumber = $"BAST {i}",
            summary = "Menunggu di luar TPI.",
            offence = "UU 21/2007 Ps 4",
            manifest = new[] { new { item = "B-01", description = "Paspor", kind = "Document", custodian = "KANIM-BATAM", sealNumber = "KB-221" } },
        },
    }));

    private static Task Receive(HttpClient police, ConcurrentQueue<Guid> waiting, int most, ConcurrentBag<double> latencies)
    {
        var taken = 0;
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref taken) <= most && waiting.TryDequeue(out var id))
            {
                latencies.Add(await Measure.Milliseconds(async () =>
                {
                    using var answer = await police.PutAsync(new Uri($"/api/v1/handoffs/{id}/receipt", UriKind.Relative), null);
                    answer.EnsureSuccessStatusCode();
                }));
            }
        })));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

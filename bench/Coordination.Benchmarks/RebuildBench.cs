using System.Diagnostics;
using System.Globalization;
using Coordination.EventStore;
using Coordination.Projections.Cases;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>Rebuild of the joint timelines over a million events, against reading the same events in order and doing nothing with them.</summary>
internal static class RebuildBench
{
    public static async Task Run(Bench bench, Results results)
    {
        var (cases, perCase) = bench.Small ? (50, 400) : (500, 2_000);
        await Seed.Cases(bench.Database.Owner, 1, cases, perCase);
        await using var daemon = Daemon(bench);
        var memory = 0L;
        var compared = await Measure.InTurns(
            bench.Rounds,
            () => Scan(bench.Database.Daemon),
            async () =>
            {
                var rebuilt = await daemon.Rebuild("CaseTimeline", CancellationToken.None);
                memory = Math.Max(memory, Process.GetCurrentProcess().PeakWorkingSet64);
                return rebuilt.Events / rebuilt.Elapsed.TotalSeconds;
            });
        results.Add(string.Create(CultureInfo.InvariantCulture, $"rebuild of the timeline, {cases * perCase:N0} events, vs ordered raw scan"), compared, "ev/s", 0.4);
        results.Add("peak memory of the rebuilding process", "", string.Create(CultureInfo.InvariantCulture, $"{memory / 1_048_576} MiB"), "", "bounded", null);
    }

    public static ProjectionDaemon Daemon(Bench bench) => new(
        bench.Database.Daemon, Payload.Types, Payload.Serializer, [new CaseTimeline()], new DaemonOptions(), NullLogger<ProjectionDaemon>.Instance,
        bench.Database.Owner);

    internal static async Task<double> Scan(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select seq_id, id, stream_id, version, type, data, timestamp, headers, user_name, correlation_id, causation_id from public.mt_events order by seq_id");
        command.CommandTimeout = 0;
        var started = Stopwatch.GetTimestamp();
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess);
        var (events, bytes) = (0L, 0L);
        while (await reader.ReadAsync())
        {
            events++;
            bytes += reader.GetInt64(0) + reader.GetGuid(1).Version + reader.GetGuid(2).Version + reader.GetInt64(3) + reader.GetString(4).Length
                + reader.GetFieldValue<byte[]>(5).Length + reader.GetDateTime(6).Day + reader.GetFieldValue<byte[]>(7).Length + reader.GetString(8).Length;
        }

        GC.KeepAlive(bytes);
        return events / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

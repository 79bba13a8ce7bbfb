using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Projections;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>
/// What visibility costs: the product's own queries under the viewer's role, with predicate and row security, against the same queries on a copy
/// of the database where the predicate lets everything through and the role is above row security.
/// </summary>
internal static class VisibilityBench
{
    private const string SightOfAll =
        """
        create or replace function coordination.sight_of(addressed boolean, item_level integer, viewer_clearance integer) returns integer
        language sql immutable parallel safe as 'select 2';
        """;

    private static readonly EventSentences Sentences = new(Payload.Types, Payload.Serializer);

    private static readonly Officer Member = new("polri.barelang", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.T);

    public static async Task Run(Bench bench, Results results)
    {
        var (cases, perCase) = bench.Small ? (20, 500) : (500, 2_000);
        await Seed.Cases(bench.Database.Owner, 1, cases, perCase);
        await Project(bench);
        await using (var open = await Copy(bench))
        await using (var guarded = Source(bench.Database.RuntimeConnectionString))
        {
            await Compare(bench, results, cases, "", Viewer.Of(Payload.Sender with { Clearance = Level.T }), guarded, open);
            // A row that is not the viewer's own is asked more: whether it may read it as a member, and whether it was shut out since.
            await Compare(bench, results, cases, " of another agency", Viewer.Of(Member), guarded, open);
        }

        await OnServer(bench, $"drop database {NameOfCopy(bench)} with (force)");
    }

    private static async Task Compare(
        Bench bench, Results results, int cases, string whose, Viewer viewer, NpgsqlDataSource guarded, NpgsqlDataSource open)
    {
        CaseId Case(int i) => new(Seed.CaseId(1 + i % cases));
        (string What, Func<NpgsqlDataSource, int, Task> Query)[] queries =
        [
            ("timeline page", (source, i) => new CaseTimelineQueries(source, Sentences).Page(viewer, Case(i), new(), default)),
            ("search in a case",
                (source, i) => new CaseTimelineQueries(source, Sentences).Page(viewer, Case(i), new(Agency: "IMIGRASI"), default)),
            ("case list", (source, _) => new CaseSummaryQueries(source).List(viewer, null, 50, default)),
            ("case by id", (source, i) => new CaseSummaryQueries(source).Find(viewer, Case(i), default)),
            ("alert list", (source, _) => new AlertBoardQueries(source, Sentences).List(viewer, false, null, null, 50, default)),
        ];
        foreach (var (what, query) in queries)
        {
            var (with, without) = (new List<double>(), new List<double>());
            var (warm, reads) = bench.Small ? (50, 100) : (100, 400);
            for (var i = 0; i < warm + reads; i++)
            {
                var plain = await Measure.Milliseconds(() => query(open, i));
                var seen = await Measure.Milliseconds(() => query(guarded, i));
                if (i < warm) continue;
                with.Add(seen);
                without.Add(plain);
            }

            var ratio = Measure.Median(with) / Measure.Median(without);
            results.Add($"visibility and row security, {what}{whose}, p50", Ms(Measure.Median(without)), Ms(Measure.Median(with)),
                string.Create(CultureInfo.InvariantCulture, $"{ratio:N2} ×"), "≤ 1.5 ×", ratio <= 1.5);
        }
    }

    private static async Task Project(Bench bench)
    {
        await using var daemon = new ProjectionDaemon(
            bench.Database.Daemon, Payload.Types, Payload.Serializer, [new CaseTimeline(), new CaseSummary()],
            new DaemonOptions(), NullLogger<ProjectionDaemon>.Instance, bench.Database.Owner);
        foreach (var name in new[] { "CaseTimeline", "CaseSummary" })
            await daemon.Rebuild(name, CancellationToken.None);
        await using var analyze = bench.Database.Owner.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlDataSource> Copy(Bench bench)
    {
        var name = NameOfCopy(bench);
        // A template has no other sessions.
        await OnServer(bench, $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{bench.Database.Name}'");
        foreach (var source in new[] { bench.Database.Owner, bench.Database.Daemon, bench.Database.Runtime }) source.Clear();
        await OnServer(bench, $"create database {name} template {bench.Database.Name}");

        var open = Source(new NpgsqlConnectionStringBuilder(bench.Database.OwnerConnectionString) { Database = name }.ConnectionString);
        await using var replace = open.CreateCommand(SightOfAll);
        await replace.ExecuteNonQueryAsync();
        return open;
    }

    private static string NameOfCopy(Bench bench) => bench.Database.Name + "_open";

    private static async Task OnServer(Bench bench, string sql)
    {
        var admin = new NpgsqlConnectionStringBuilder(bench.Database.OwnerConnectionString) { Database = "postgres" };
        await using var server = NpgsqlDataSource.Create(admin.ConnectionString);
        await using var command = server.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlDataSource Source(string connectionString) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        SearchPath = "readmodel, coordination, public", MaxAutoPrepare = 100, Options = "-c plan_cache_mode=force_generic_plan -c jit=off",
    }.ConnectionString);

    private static string Ms(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:N2} ms");
}

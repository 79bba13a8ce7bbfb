using System.Globalization;
using Coordination.Host.Access;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>What it costs to record a look before anything is shown, against one plain insert of the same row and its commit.</summary>
internal static class AccessBench
{
    private const string Plain =
        """
        insert into coordination.access_entry (officer, agency, unit, action, purpose, target, persons, up_to, fields)
        values ('imigrasi.batam', 'IMIGRASI', 'KANIM-BATAM', 'timeline_read', 'casework', $1, array[$2]::uuid[], 1, '{}')
        """;

    public static async Task Run(Bench bench, Results results)
    {
        await using var log = new AccessLog(bench.Database.Runtime, TimeProvider.System);
        foreach (var callers in new[] { 1, 32 })
        {
            var compared = await Measure.InTurns(
                bench.Rounds,
                () => Measure.Rate(callers, bench.Seconds, _ => Insert(bench.Database.Owner)),
                () => Measure.Rate(callers, bench.Seconds, _ => Record(log)));
            results.Add($"access record per read, {callers} callers", compared, "looks/s", 0.5);
        }

        // Reading the same thing again within ten minutes.
        var look = Look() with { Seen = "1" };
        await log.Record(look, CancellationToken.None);
        const int Times = 100_000;
        var spent = await Measure.Milliseconds(async () =>
        {
            for (var n = 0; n < Times; n++) await log.Record(look, CancellationToken.None);
        });
        results.Add("access record that is covered by one of the last minutes", "", string.Create(CultureInfo.InvariantCulture, $"{spent * 1000 / Times:N2} µs"), "", "", null);
    }

    private static Look Look() => new(Payload.Sender, "timeline_read", Host.Access.Look.Casework, $"case:{Guid.CreateVersion7()}", [Guid.CreateVersion7()], 1);

    private static async Task<int> Record(AccessLog log)
    {
        await log.Record(Look() with { UpTo = null }, CancellationToken.None);
        return 1;
    }

    private static async Task<int> Insert(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Plain, connection) { Parameters = { new() { Value = $"case:{Guid.CreateVersion7()}" }, new() { Value = Guid.CreateVersion7() } } };
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
        return 1;
    }
}

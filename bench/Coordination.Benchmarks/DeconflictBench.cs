using System.Globalization;
using System.Net.Http.Json;

namespace Coordination.Benchmarks;

/// <summary>A deconfliction question over HTTP when the vault holds a million persons: known ones, and ones that nobody knows.</summary>
internal static class DeconflictBench
{
    private const int Known = 20;
    private const double Reach = 20;

    // Persons whom nobody will ask for: only their number matters. Each has a NIK, a passport, a name with birth date, and one agency that knows it.
    private const string Fill =
        """
        create temporary table filled as
        select gen_random_uuid() as person, n, decode(substr(md5('nik' || n), 1, 24), 'hex') as nik, decode(substr(md5('passport' || n), 1, 24), 'hex') as passport,
               decode(substr(md5('name' || n), 1, 24), 'hex') as name
        from generate_series(1, $1) n;
        """;

    private static readonly string[] Inserts =
    [
        "insert into vault.person (person, created_by) select person, 'IMIGRASI' from filled",
        "insert into vault.identifier (kind, blind_index, person) select 'nik', nik, person from filled union all select 'passport', passport, person from filled",
        "insert into vault.trait (kind, blind_index, person) select 'name_birth', name, person from filled",
        """
        insert into readmodel.person_holding (subject, is_person, stream_id, agency, unit, position, restricted, kind, last_on, keep_until, level, audience)
        select person, true, gen_random_uuid(), 'IMIGRASI', 'KANIM-BATAM', n, n % 50 = 0, 'passport_application', '2026-01-01', '2028-01-01', 1, '{members}'
        from filled
        """,
    ];

    public static async Task Run(Bench bench, Results results)
    {
        var persons = bench.Small ? 20_000 : 1_000_000;
        await Seed(bench, persons);
        await using var host = await HostProcess.Start(bench.Database);
        using var teller = await host.Client("bp3mi.kepri");
        using var asker = await host.Client("imigrasi.kupang");
        await Tell(teller);
        await UntilKnown(bench, asker);
        var (warm, asks) = bench.Small ? (100, 200) : (500, 2_000);
        var (hits, misses) = (new List<double>(), new List<double>());
        for (var i = 0; i < warm + asks; i++)
        {
            // The limits are not what is measured.
            await Execute(bench, "truncate coordination.lookup_use");
            var hit = i % 2 == 0;
            var took = await Measure.Milliseconds(() => Ask(asker, Nik(hit ? i % Known : 500 + i), hit));
            if (i >= warm)
                (hit ? hits : misses).Add(took);
        }
        Add(results, $"deconfliction, known, {persons:N0} persons, p50", hits, 0.5);
        Add(results, $"deconfliction, known, {persons:N0} persons, p99", hits, 0.99);
        Add(results, $"deconfliction, unknown, {persons:N0} persons, p99", misses, 0.99);
    }

    private static void Add(Results results, string what, List<double> times, double p)
    {
        var took = Measure.Percentile(times, p);
        results.Add(what, "", string.Create(CultureInfo.InvariantCulture, $"{took:N2} ms"), "", $"≤ {Reach:N0} ms", took <= Reach);
    }

    private static async Task Seed(Bench bench, int persons)
    {
        await using var connection = await bench.Database.Owner.OpenConnectionAsync();
        await using (var fill = new Npgsql.NpgsqlCommand(Fill, connection) { CommandTimeout = 0 })
        {
            fill.Parameters.Add(new() { Value = persons });
            await fill.ExecuteNonQueryAsync();
        }
        foreach (var insert in Inserts.Append("analyze"))
        {
#pragma warning disable CA2100 // texts of this class
            await using var command = new Npgsql.NpgsqlCommand(insert, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task Tell(HttpClient teller)
    {
        var report = new
        {
            title = "Contoh", summary = "Data contoh untuk pengukuran.", sourceGrade = "B", informationGrade = 2,
            subjects = Enumerable.Range(0, Known).Select(n => new { name = $"Teratai {n}", nik = Nik(n) }).ToArray(),
        };
        using var told = await teller.PostAsJsonAsync(new Uri("/api/v1/intelligence", UriKind.Relative), report);
        told.EnsureSuccessStatusCode();
    }

    private static async Task UntilKnown(Bench bench, HttpClient asker)
    {
        var patience = TimeProvider.System.GetUtcNow().AddMinutes(1);
        while (await Contacts(asker, Nik(0)) == 0)
        {
            if (TimeProvider.System.GetUtcNow() > patience)
                throw new InvalidOperationException("The view of holders does not come.");
            await Execute(bench, "truncate coordination.lookup_use");
            await Task.Delay(100);
        }
    }

    private static async Task Ask(HttpClient asker, string nik, bool known)
    {
        if (await Contacts(asker, nik) > 0 != known)
            throw new InvalidOperationException(known ? "Nobody knows whom somebody told." : "Somebody knows whom nobody told.");
    }

    private static async Task<int> Contacts(HttpClient client, string nik)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri("/api/v1/deconfliction", UriKind.Relative), new { soughtBy = "Nik", value = nik, purpose = "Investigation", operation = "Pengukuran" });
        answer.EnsureSuccessStatusCode();
        using var body = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return body.RootElement.GetProperty("contacts").GetArrayLength();
    }

    private static async Task Execute(Bench bench, string sql)
    {
        await using var command = bench.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Nik(int n) => string.Create(CultureInfo.InvariantCulture, $"53710100018{n:00000}");
}

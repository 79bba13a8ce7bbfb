using System.Globalization;
using Coordination.Host.Vault;

namespace Coordination.Benchmarks;

/// <summary>What sealing costs an event, on one thread: a person who is new to the vault, one field, and a blind index.</summary>
internal static class VaultBench
{
    private const int Times = 50_000;

    public static async Task Run(Bench bench, Results results)
    {
        var directory = Directory.CreateTempSubdirectory("coordination-bench");
        var master = FileMasterKey.LoadOrCreate(directory.FullName);
        var index = IndexKey.LoadOrCreate(directory.FullName);
        var subject = Guid.CreateVersion7();
        var held = DataKey.Fresh(subject);
        var sealedName = held.Seal("name", "Siti Contoh Binti Fulan");
        await Add(results, "a new person: key made and wrapped, four fields sealed, three blind indexes", async () =>
        {
            var key = DataKey.Fresh(Guid.CreateVersion7());
            await master.Wrap(key.Key, DataKey.WrapContext(key.Subject, "person", 1), CancellationToken.None);
            foreach (var (field, text) in new[] { ("name", "Siti Contoh Binti Fulan"), ("nik", "5321014101900001"), ("passport", "X0000001"), ("birthDate", "1990-01-01") })
                key.Seal(field, text);
            foreach (var (kind, value) in new[] { ("nik", "5321014101900001"), ("passport", "X0000001"), ("name_birth", "siti contoh binti fulan|1990-01-01") })
                index.Blind(kind, value);
        });
        await Add(results, "one field sealed with a key at hand", () => Done(held.Seal("name", "Siti Contoh Binti Fulan")));
        await Add(results, "one field opened with a key at hand", () => Done(held.Open("name", sealedName)));
        await Add(results, "one blind index", () => Done(index.Blind("nik", "5321014101900001")));
        directory.Delete(recursive: true);
    }

    private static ValueTask Done(object result)
    {
        GC.KeepAlive(result);
        return ValueTask.CompletedTask;
    }

    private static async Task Add(Results results, string what, Func<ValueTask> work)
    {
        async Task All()
        {
            for (var n = 0; n < Times; n++) await work();
        }

        await All();
        var spent = new List<double>();
        for (var round = 0; round < 5; round++) spent.Add(await Measure.Milliseconds(All));
        results.Add($"vault: {what}", "", string.Create(CultureInfo.InvariantCulture, $"{Measure.Median(spent) * 1000 / Times:N1} µs"), "", "", null);
    }
}

using System.Text;
using Coordination.Domain.Cases;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Benchmarks;

/// <summary>Fills the log with joint cases: each case holds one stream of applications, whose events are spread over the whole log.</summary>
internal static class Seed
{
    private static readonly Guid Placeholder = new("00000000-0000-4000-8000-000000000001");

    public static Guid CaseId(int number) => Id("case", number);

    public static Guid StreamId(int number) => Id("stream", number);

    /// <summary>Adds <paramref name="cases"/> cases of <paramref name="perCase"/> entries each (the opening included), numbered from <paramref name="first"/>.</summary>
    public static async Task Cases(NpgsqlDataSource owner, int first, int cases, int perCase)
    {
        var opened = new CaseOpened(
            "Perkara contoh", MigrationPhase.BeforeDeparture, "Data contoh untuk pengukuran.", [new CaseSource(Placeholder, Payload.StreamType)], [],
            ["IMIGRASI", "POLRI", "SATGAS"], "2026-0001");
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(await ReadSql("seed_cases.sql"), connection, transaction) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = first });
        command.Parameters.Add(new() { Value = cases });
        command.Parameters.Add(new() { Value = perCase });
        command.Parameters.Add(new() { Value = Encoding.UTF8.GetString(Payload.Serializer.Serialize(opened)), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Payload.Body, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Payload.Headers, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Placeholder.ToString() });
        command.Parameters.Add(new() { Value = Payload.Types.Of(typeof(CaseOpened)).DotnetName });
        command.Parameters.Add(new() { Value = Payload.Types.Of(Payload.Event.GetType()).DotnetName });
        command.Parameters.Add(new() { Value = Payload.Person.ToString() });
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        await using var vacuum = owner.CreateCommand("vacuum analyze public.mt_events, public.mt_streams");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    /// <summary>Adds applications of as many people, one in half a minute, a million in a year; every fifty have one telephone in common with two others of the same day.</summary>
    public static async Task Applications(NpgsqlDataSource owner, int count)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(await ReadSql("seed_applications.sql"), connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = count });
        command.Parameters.Add(new() { Value = Payload.Body, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Payload.Headers, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Payload.Types.Of(Payload.Event.GetType()).DotnetName });
        command.Parameters.Add(new() { Value = Payload.Person.ToString() });
        command.Parameters.Add(new() { Value = Payload.Phone.ToString() });
        await command.ExecuteNonQueryAsync();
        await using var vacuum = owner.CreateCommand("vacuum analyze public.mt_events, public.mt_streams");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    private static async Task<string> ReadSql(string name)
    {
        await using var stream = typeof(Seed).Assembly.GetManifestResourceStream($"Coordination.Benchmarks.{name}")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    // As seed_cases.sql makes them: md5 of the name, read as a uuid.
    private static Guid Id(string kind, int number)
    {
#pragma warning disable CA5351 // A name for a row of a measurement; nothing is secured by it.
        var hash = System.Security.Cryptography.MD5.HashData(Encoding.UTF8.GetBytes($"{kind}{number}"));
#pragma warning restore CA5351
        return new Guid(hash, bigEndian: true);
    }
}

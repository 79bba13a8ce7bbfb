using Npgsql;

namespace Coordination.EventStore;

/// <summary>Where a shard stands.</summary>
internal static class Checkpoint
{
    private const string LoadOrStart = """
        insert into public.mt_event_progression (name, last_seq_id) select $1, 0
        where not exists (select from public.mt_event_progression where name = $1)
            and not exists (select from public.mt_event_progression where $2 > 1 and name like $3 || ':%')
        on conflict do nothing
        """;

    /// <exception cref="ProjectionNotBuiltException">Rows of another version stand in its tables.</exception>
    public static async Task<long> Load(NpgsqlDataSource dataSource, IProjection projection, CancellationToken ct)
    {
        var shard = ShardName.Of(projection);
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(PageTransaction.Command(LoadOrStart, shard, projection.Version, projection.Name));
        batch.BatchCommands.Add(PageTransaction.Command("select last_seq_id from public.mt_event_progression where name = $1", shard));
        return await batch.ExecuteScalarAsync(ct) as long? ?? throw new ProjectionNotBuiltException(shard, projection.Name);
    }

    public static async Task<IReadOnlyList<(string Shard, long Position)>> All(NpgsqlDataSource dataSource, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("select name, last_seq_id from public.mt_event_progression where last_seq_id is not null order by name");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<(string, long)>();
        while (await reader.ReadAsync(ct)) all.Add((reader.GetString(0), reader.GetInt64(1)));
        return all;
    }

    /// <summary>For Marten, should it ever read this database: holes below this mark are never looked at again.</summary>
    public static async Task MarkHighWater(NpgsqlDataSource dataSource, long watermark, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("""
            insert into public.mt_event_progression as p (name, last_seq_id) values ($1, $2)
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = transaction_timestamp()
            where p.last_seq_id < excluded.last_seq_id
            """);
        command.Parameters.Add(new() { Value = ShardName.HighWaterMark });
        command.Parameters.Add(new() { Value = watermark });
        await command.ExecuteNonQueryAsync(ct);
    }
}

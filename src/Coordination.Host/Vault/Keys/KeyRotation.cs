using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>Puts keys under new ones while Hosts run. Stopped half way, it goes on where it was: what is left is what still carries the old name.</summary>
internal sealed class KeyRotation(NpgsqlDataSource keys, IMasterKey master, DataKeys dataKeys, DataKeyCache cache)
{
    private const int Batch = 500;

    /// <summary>Wraps every data key with the current master key; the data themselves are not touched.</summary>
    /// <returns>How many were wrapped anew.</returns>
    public async Task<long> Rewrap(CancellationToken ct)
    {
        var done = 0L;
        while (true)
        {
            var current = master.Current;
            var rows = await Take(current, ct);
            if (rows.Count == 0)
                return done;
            foreach (var row in rows)
            {
                var key = await master.Unwrap(row.Wrapped, row.Context, ct);
                await Replace(row, await master.Wrap(key, row.Context, ct), ct);
            }
            done += rows.Count;
        }
    }

    /// <summary>Gives a person or contact a new data key and seals its fields with it; the old key is destroyed in the same transaction.</summary>
    /// <returns>False when there is no such subject.</returns>
    public async Task<bool> Rekey(Guid subject, CancellationToken ct)
    {
        await using var connection = await keys.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var row = await Lock(connection, subject, ct);
        if (row is null)
            return false;
        var old = new DataKey(subject, row.Version, await master.Unwrap(row.Wrapped, row.Context, ct));
        var fresh = DataKey.Fresh(subject, old.Version + 1);
        var wrapped = (await dataKeys.Wrap([fresh], row.Kind, ct))[0];
        await Execute(
            connection, "insert into vault.data_key (subject, version, kind, master, wrapped) values ($1, $2, $3, $4, $5)", ct, subject, fresh.Version, row.Kind,
            wrapped.Master, wrapped.Bytes);
        foreach (var (field, agency, digest, value) in await PersonFields.Read(connection, subject, ct))
        {
            var sealedAnew = fresh.Seal(field, old.Open(field, value));
            await Execute(
                connection,
                """
                update vault.field set version = $5, nonce = $6, ciphertext = $7, tag = $8
                where subject = $1 and field = $2 and told_by = $3 and digest = $4
                """,
                ct, subject, field, agency, digest, fresh.Version, sealedAnew.Nonce, sealedAnew.Ciphertext, sealedAnew.Tag);
        }
        await Execute(connection, "delete from vault.data_key where subject = $1 and version = $2", ct, subject, old.Version);
        await transaction.CommitAsync(ct);
        cache.Forget([subject]);
        return true;
    }

    private async Task<List<Row>> Take(string current, CancellationToken ct)
    {
        await using var command = keys.CreateCommand(
            "select subject, version, kind, master, wrapped from vault.data_key where master <> $1 order by master, subject limit $2");
        command.Parameters.AddWithValue(current);
        command.Parameters.AddWithValue(Batch);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(Row.Read(reader));
        return rows;
    }

    // Only if nobody rewrapped or destroyed it meanwhile.
    private async Task Replace(Row row, WrappedKey wrapped, CancellationToken ct)
    {
        await using var command = keys.CreateCommand(
            "update vault.data_key set master = $3, wrapped = $4 where subject = $1 and version = $2 and master = $5");
        command.Parameters.AddWithValue(row.Subject);
        command.Parameters.AddWithValue(row.Version);
        command.Parameters.AddWithValue(wrapped.Master);
        command.Parameters.AddWithValue(wrapped.Bytes);
        command.Parameters.AddWithValue(row.Wrapped.Master);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Row?> Lock(NpgsqlConnection connection, Guid subject, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select subject, version, kind, master, wrapped from vault.data_key where subject = $1 and kind <> 'narrative' for update", connection);
        command.Parameters.AddWithValue(subject);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Row.Read(reader) : null;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
#pragma warning disable CA2100 // texts of this class
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Row(Guid Subject, int Version, string Kind, WrappedKey Wrapped)
    {
        public string Context => DataKey.WrapContext(Subject, Kind, Version);

        public static Row Read(NpgsqlDataReader reader) => new(
            reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2), new WrappedKey(reader.GetString(3), reader.GetFieldValue<byte[]>(4)));
    }
}

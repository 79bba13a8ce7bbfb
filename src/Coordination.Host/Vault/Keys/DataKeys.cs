using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>Kinds of subjects that have a data key, as stored.</summary>
internal static class KeyKinds
{
    public const string Person = "person";
    public const string Contact = "contact";
    public const string Narrative = "narrative";
}

/// <summary>Data keys by subject: one row each, wrapped. What is not there has been erased.</summary>
internal sealed class DataKeys(NpgsqlDataSource keys, IMasterKey master, DataKeyCache cache)
{
    private const string Latest =
        "select distinct on (subject) subject, version, kind, master, wrapped from vault.data_key where subject = any($1) order by subject, version desc";

    /// <summary>Keys of those subjects that have one. One round trip for all that are not at hand.</summary>
    public async Task<IReadOnlyDictionary<Guid, DataKey>> Find(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var found = AtHand(subjects, out var missing);
        if (missing.Count == 0)
            return found;
        await using var command = keys.CreateCommand(Latest);
        command.Parameters.AddWithValue(missing.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        await Read(reader, found, ct);
        return found;
    }

    /// <summary>
    /// Keys of those subjects that have one, as they stand now, whatever is at hand, over a connection of the caller: who holds one of this pool must not
    /// wait for another.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, DataKey>> FindAnew(NpgsqlConnection connection, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        Forget(subjects);
        var found = new Dictionary<Guid, DataKey>();
        await using var command = new NpgsqlCommand(Latest, connection);
        command.Parameters.AddWithValue(subjects.Distinct().ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        await Read(reader, found, ct);
        return found;
    }

    /// <summary>Keys of all subjects; made for those that have none. Two Hosts that ask at once get the same.</summary>
    public async Task<IReadOnlyDictionary<Guid, DataKey>> FindOrCreate(IReadOnlyCollection<Guid> subjects, string kind, CancellationToken ct)
    {
        var found = AtHand(subjects, out var missing);
        if (missing.Count == 0)
            return found;
        await using var batch = keys.CreateBatch();
        var insert = new NpgsqlBatchCommand(
            """
            insert into vault.data_key (subject, version, kind, master, wrapped)
            select k.subject, 1, $2, k.master, k.wrapped from unnest($1, $3, $4) as k (subject, master, wrapped) order by k.subject
            on conflict do nothing
            """);
        missing.Sort();
        var wrapped = await Wrap([.. missing.Select(subject => DataKey.Fresh(subject))], kind, ct);
        insert.Parameters.AddWithValue(missing.ToArray());
        insert.Parameters.AddWithValue(kind);
        insert.Parameters.AddWithValue(wrapped.Select(key => key.Master).ToArray());
        insert.Parameters.AddWithValue(wrapped.Select(key => key.Bytes).ToArray());
        batch.BatchCommands.Add(insert);
        var find = new NpgsqlBatchCommand(Latest);
        find.Parameters.AddWithValue(missing.ToArray());
        batch.BatchCommands.Add(find);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await Read(reader, found, ct);
        return found;
    }

    public async Task<IReadOnlyList<WrappedKey>> Wrap(IReadOnlyList<DataKey> fresh, string kind, CancellationToken ct)
    {
        var wrapped = new List<WrappedKey>(fresh.Count);
        foreach (var key in fresh)
            wrapped.Add(await master.Wrap(key.Key, DataKey.WrapContext(key.Subject, kind, key.Version), ct));
        return wrapped;
    }

    /// <summary>Lets go of keys at hand: they were changed or destroyed.</summary>
    public void Forget(IEnumerable<Guid> subjects) => cache.Forget(subjects);

    private Dictionary<Guid, DataKey> AtHand(IReadOnlyCollection<Guid> subjects, out List<Guid> missing)
    {
        var found = new Dictionary<Guid, DataKey>();
        missing = [];
        foreach (var subject in subjects.Distinct())
            if (cache.Find(subject) is { } key)
                found.Add(subject, key);
            else
                missing.Add(subject);
        return found;
    }

    private async Task Read(NpgsqlDataReader reader, Dictionary<Guid, DataKey> found, CancellationToken ct)
    {
        while (await reader.ReadAsync(ct))
        {
            var (subject, version) = (reader.GetGuid(0), reader.GetInt32(1));
            var wrapped = new WrappedKey(reader.GetString(3), reader.GetFieldValue<byte[]>(4));
            var key = new DataKey(subject, version, await master.Unwrap(wrapped, DataKey.WrapContext(subject, reader.GetString(2), version), ct));
            cache.Keep(key);
            found[subject] = key;
        }
    }
}

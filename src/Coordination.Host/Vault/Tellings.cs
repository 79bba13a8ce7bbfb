using Coordination.Host.Privacy.Names;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>
/// What agencies tell of persons that the vault knows already: kept beside what stands there, each value with its teller, and never in its
/// place. By what is told the person is found from then on.
/// </summary>
internal sealed class Tellings(DataKeys dataKeys, IndexKey index, BlindIndexes blind, NameKeys names)
{
    /// <summary>The statement that says which values are kept of these persons.</summary>
    public static NpgsqlBatchCommand Kept(IEnumerable<Guid> persons)
    {
        var kept = new NpgsqlBatchCommand("select subject, told_by, digest from vault.field where subject = any($1)");
        kept.Parameters.AddWithValue(persons.Distinct().ToArray());
        return kept;
    }

    public static async Task<HashSet<(Guid, string, string)>> ReadKept(NpgsqlDataReader reader, CancellationToken ct)
    {
        var kept = new HashSet<(Guid, string, string)>();
        while (await reader.ReadAsync(ct))
            kept.Add((reader.GetGuid(0), reader.GetString(1), Convert.ToHexString(reader.GetFieldValue<byte[]>(2))));
        return kept;
    }

    public static IEnumerable<Telling> Of(Introduced told) =>
        PersonFields.Of(told.Data).Select(field => new Telling(field.Field, field.Text, told.Agency));

    /// <summary>Keeps what is not kept yet; nothing of whom nobody has a key of any more.</summary>
    public async Task Add(
        NpgsqlConnection connection, IEnumerable<(Guid Person, Introduced Told)> persons, HashSet<(Guid, string, string)> kept, CancellationToken ct)
    {
        var all = persons.ToList();
        var news = all
            .SelectMany(one => Of(one.Told).Select(told => (one.Person, Told: told, Digest: told.Digest(index, one.Person))))
            .Where(one => kept.Add((one.Person, one.Told.Agency, Convert.ToHexString(one.Digest))))
            .OrderBy(one => one.Person).ToList();
        if (news.Count == 0)
            return;
        var touched = news.Select(one => one.Person).ToHashSet();
        // A key at hand may be of before a rekeying, and what it sealed would open to nobody.
        var keys = await dataKeys.FindAnew(connection, touched, ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Insert(
            [.. news.Where(one => keys.ContainsKey(one.Person)).Select(one => (keys[one.Person], one.Told, one.Digest))]));
        var known = all.Where(one => keys.ContainsKey(one.Person)).ToList();
        var described = new List<(BlindIndex, Guid)>();
        foreach (var (person, told) in known)
            foreach (var whole in await Whole(connection, keys[person], told, ct))
                described.AddRange(blind.TraitsOf(whole).Select(trait => (trait, person)));
        batch.BatchCommands.Add(BlindIndexes.Insert("insert into vault.trait (kind, blind_index, person)", described.Distinct()));
        batch.BatchCommands.Add(NameBook.Insert(
            names, [.. known.Where(one => one.Told.Data.Name is not null).Select(one => (one.Person, one.Told.Data.Name!))]));
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Puts what an agency tells in the place of all that it told of the same fields; what others told stays. By what was wrong nobody is found
    /// any more.
    /// </summary>
    /// <returns>False when nobody has a key of the person any more.</returns>
    public async Task<bool> Replace(NpgsqlConnection connection, Guid person, Introduced right, CancellationToken ct)
    {
        if (!(await dataKeys.FindAnew(connection, [person], ct)).TryGetValue(person, out var key))
            return false;
        var told = Of(right).ToList();
        string[] fields = [.. told.Select(one => one.Field)];
        var stored = await PersonFields.Read(connection, person, ct);
        List<Telling> all =
        [
            .. stored.Where(one => one.Agency != right.Agency || !fields.Contains(one.Field, StringComparer.Ordinal))
                .Select(one => new Telling(one.Field, key.Open(one.Field, one.Value), one.Agency)),
            .. told,
        ];
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Delete("delete from vault.field where subject = $1 and told_by = $2 and field = any($3)", person, right.Agency, fields));
        batch.BatchCommands.Add(Insert([.. told.Select(one => (key, one, one.Digest(index, person)))]));
        batch.BatchCommands.Add(Delete("delete from vault.trait where person = $1", person));
        batch.BatchCommands.Add(Delete("delete from vault.name_key where person = $1", person));
        batch.BatchCommands.Add(BlindIndexes.Insert(
            "insert into vault.trait (kind, blind_index, person)",
            all.GroupBy(one => one.Agency, StringComparer.Ordinal).SelectMany(Descriptions).SelectMany(blind.TraitsOf).Select(trait => (trait, person)).Distinct()));
        batch.BatchCommands.Add(NameBook.Insert(names, [.. all.Where(one => one.Field is "name").Select(one => (person, one.Text))]));
        await batch.ExecuteNonQueryAsync(ct);
        return true;
    }

    // Each way in which one agency described the person.
    private static IEnumerable<PersonData> Descriptions(IEnumerable<Telling> ofAgency)
    {
        var told = ofAgency.ToLookup(one => one.Field, one => one.Text, StringComparer.Ordinal);
        var nobody = new PersonData(null, null, null, null, null, null, null, null);
        return
        [
            .. told["phone"].Select(phone => nobody with { Phone = phone }),
            .. from name in told["name"] from born in told["birthDate"] select nobody with { Name = name, BirthDate = PersonFields.DateOf(born) },
        ];
    }

    private static NpgsqlBatchCommand Delete(string sql, params object[] values)
    {
        var delete = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            delete.Parameters.AddWithValue(value);
        return delete;
    }

    // Name and birth date are found together: the one that is told alone is joined with what the same agency told of the other.
    private static async Task<IReadOnlyList<PersonData>> Whole(NpgsqlConnection connection, DataKey key, Introduced told, CancellationToken ct)
    {
        if (told.Data.Name is null == told.Data.BirthDate is null)
            return [told.Data];
        var other = told.Data.Name is null ? "name" : "birthDate";
        var stored = await PersonFields.Read(connection, key.Subject, ct);
        var joined = stored.Where(field => field.Field == other && field.Agency == told.Agency)
            .Select(field => key.Open(other, field.Value))
            .Select(text => told.Data.Name is null ? told.Data with { Name = text } : told.Data with { BirthDate = PersonFields.DateOf(text) });
        return [told.Data, .. joined];
    }

    private static NpgsqlBatchCommand Insert(IReadOnlyList<(DataKey Key, Telling Told, byte[] Digest)> news)
    {
        var values = news.Select(one => one.Key.Seal(one.Told.Field, one.Told.Text)).ToList();
        var insert = new NpgsqlBatchCommand(
            """
            insert into vault.field (subject, field, told_by, digest, version, alg, nonce, ciphertext, tag)
            select f.subject, f.field, f.told_by, f.digest, f.version, $9, f.nonce, f.ciphertext, f.tag
            from unnest($1, $2, $3, $4, $5, $6, $7, $8) as f (subject, field, told_by, digest, version, nonce, ciphertext, tag)
            on conflict do nothing
            """);
        insert.Parameters.AddWithValue(news.Select(one => one.Key.Subject).ToArray());
        insert.Parameters.AddWithValue(news.Select(one => one.Told.Field).ToArray());
        insert.Parameters.AddWithValue(news.Select(one => one.Told.Agency).ToArray());
        insert.Parameters.AddWithValue(news.Select(one => one.Digest).ToArray());
        insert.Parameters.AddWithValue(news.Select(one => one.Key.Version).ToArray());
        insert.Parameters.AddWithValue(values.Select(value => value.Nonce).ToArray());
        insert.Parameters.AddWithValue(values.Select(value => value.Ciphertext).ToArray());
        insert.Parameters.AddWithValue(values.Select(value => value.Tag).ToArray());
        insert.Parameters.AddWithValue(Cipher.Aes256Gcm);
        return insert;
    }
}

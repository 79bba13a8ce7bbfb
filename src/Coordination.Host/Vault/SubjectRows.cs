using Npgsql;
using NpgsqlTypes;

namespace Coordination.Host.Vault;

/// <summary>What an agency tells of a person or contact.</summary>
internal sealed record Telling(string Field, string Text, string Agency)
{
    // A record would print its members; this one holds what must not reach a log.
    public override string ToString() => nameof(Telling);

    /// <summary>The same for the same value of the same field of the same subject.</summary>
    public byte[] Digest(IndexKey index, Guid subject) => index.Blind("field", $"{subject:N}|{Field}|{Text}");
}

/// <summary>A person or contact that is new to the vault.</summary>
/// <param name="MadeIn">The request that it is made for.</param>
internal sealed record NewSubject(Guid Subject, string CreatedBy, IReadOnlyList<Telling> Tellings, Guid? MadeIn = null);

/// <summary>
/// Writes new subjects: row, key and sealed fields in one statement. Whoever comes second writes nothing at all, so that no field is ever sealed with
/// a key that is not the stored one.
/// </summary>
internal sealed class SubjectRows(DataKeys dataKeys, IndexKey index)
{
    private const string Text =
        """
        with new_subject as (
            insert into vault./*table*/ (/*table*/, created_by/*more*/)
            select s.subject, s.created_by/*more*/ from unnest($1, $2, $11) as s (subject, created_by, made_in) order by s.subject
            on conflict do nothing returning /*table*/ as subject
        ),
        new_key as (
            insert into vault.data_key (subject, version, kind, master, wrapped)
            select k.subject, 1, '/*table*/', k.master, k.wrapped from unnest($1, $3, $4) as k (subject, master, wrapped) join new_subject using (subject)
            on conflict do nothing returning subject
        )
        insert into vault.field (subject, field, told_by, digest, version, alg, nonce, ciphertext, tag)
        select f.subject, f.field, f.told_by, f.digest, 1, $9, f.nonce, f.ciphertext, f.tag
        from unnest($5, $6, $7, $8, $10, $12, $13) as f (subject, field, nonce, ciphertext, tag, told_by, digest) join new_key using (subject)
        on conflict do nothing
        """;

    private static readonly string Persons = TextOf(KeyKinds.Person, ", made_in");
    private static readonly string Contacts = TextOf(KeyKinds.Contact, "");

    private static string TextOf(string table, string more) =>
        Text.Replace("/*table*/", table, StringComparison.Ordinal).Replace("/*more*/", more, StringComparison.Ordinal);

    /// <param name="kind">One of <see cref="KeyKinds"/> that has rows: person or contact.</param>
    public async Task<NpgsqlBatchCommand> Insert(string kind, IReadOnlyList<NewSubject> subjects, CancellationToken ct)
    {
        var keys = subjects.Select(subject => DataKey.Fresh(subject.Subject)).ToList();
        var wrapped = await dataKeys.Wrap(keys, kind, ct);
        var fields = subjects.SelectMany((subject, i) => subject.Tellings.Select(told => (subject.Subject, Told: told, Value: keys[i].Seal(told.Field, told.Text)))).ToList();
        var insert = new NpgsqlBatchCommand(kind == KeyKinds.Person ? Persons : Contacts);
        insert.Parameters.AddWithValue(subjects.Select(subject => subject.Subject).ToArray());
        insert.Parameters.AddWithValue(subjects.Select(subject => subject.CreatedBy).ToArray());
        insert.Parameters.AddWithValue(wrapped.Select(key => key.Master).ToArray());
        insert.Parameters.AddWithValue(wrapped.Select(key => key.Bytes).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Subject).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Told.Field).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Value.Nonce).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Value.Ciphertext).ToArray());
        insert.Parameters.AddWithValue(Cipher.Aes256Gcm);
        insert.Parameters.AddWithValue(fields.Select(field => field.Value.Tag).ToArray());
        insert.Parameters.Add(new NpgsqlParameter { Value = subjects.Select(subject => subject.MadeIn).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        insert.Parameters.AddWithValue(fields.Select(field => field.Told.Agency).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Told.Digest(index, field.Subject)).ToArray());
        return insert;
    }
}

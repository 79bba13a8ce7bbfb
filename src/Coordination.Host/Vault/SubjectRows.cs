using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>A person or contact that is new to the vault.</summary>
internal sealed record NewSubject(Guid Subject, string CreatedBy, IReadOnlyList<(string Field, string Text)> Fields);

/// <summary>
/// Writes new subjects: row, key and sealed fields in one statement. Whoever comes second writes nothing at all, so that no field is ever sealed with
/// a key that is not the stored one.
/// </summary>
internal sealed class SubjectRows(DataKeys dataKeys)
{
    private const string Text =
        """
        with new_subject as (
            insert into vault./*table*/ (/*table*/, created_by) select s.subject, s.created_by from unnest($1, $2) as s (subject, created_by) order by s.subject
            on conflict do nothing returning /*table*/ as subject
        ),
        new_key as (
            insert into vault.data_key (subject, version, kind, master, wrapped)
            select k.subject, 1, '/*table*/', k.master, k.wrapped from unnest($1, $3, $4) as k (subject, master, wrapped) join new_subject using (subject)
            on conflict do nothing returning subject
        )
        insert into vault.field (subject, field, version, alg, nonce, ciphertext, tag)
        select f.subject, f.field, 1, $9, f.nonce, f.ciphertext, f.tag
        from unnest($5, $6, $7, $8, $10) as f (subject, field, nonce, ciphertext, tag) join new_key using (subject)
        """;

    private static readonly string Persons = Text.Replace("/*table*/", KeyKinds.Person, StringComparison.Ordinal);
    private static readonly string Contacts = Text.Replace("/*table*/", KeyKinds.Contact, StringComparison.Ordinal);

    /// <param name="kind">One of <see cref="KeyKinds"/> that has rows: person or contact.</param>
    public async Task<NpgsqlBatchCommand> Insert(string kind, IReadOnlyList<NewSubject> subjects, CancellationToken ct)
    {
        var keys = subjects.Select(subject => DataKey.Fresh(subject.Subject)).ToList();
        var wrapped = await dataKeys.Wrap(keys, kind, ct);
        var fields = subjects.SelectMany((subject, i) => subject.Fields.Select(field => (subject.Subject, field.Field, Value: keys[i].Seal(field.Field, field.Text)))).ToList();
        var insert = new NpgsqlBatchCommand(kind == KeyKinds.Person ? Persons : Contacts);
        insert.Parameters.AddWithValue(subjects.Select(subject => subject.Subject).ToArray());
        insert.Parameters.AddWithValue(subjects.Select(subject => subject.CreatedBy).ToArray());
        insert.Parameters.AddWithValue(wrapped.Select(key => key.Master).ToArray());
        insert.Parameters.AddWithValue(wrapped.Select(key => key.Bytes).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Subject).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Field).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Value.Nonce).ToArray());
        insert.Parameters.AddWithValue(fields.Select(field => field.Value.Ciphertext).ToArray());
        insert.Parameters.AddWithValue(Cipher.Aes256Gcm);
        insert.Parameters.AddWithValue(fields.Select(field => field.Value.Tag).ToArray());
        return insert;
    }
}

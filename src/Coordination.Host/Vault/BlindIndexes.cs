using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Host.Privacy.Names;
using Npgsql;

namespace Coordination.Host.Vault;

/// <param name="Hex">The keyed hash as hex, so that it compares by value.</param>
internal readonly record struct BlindIndex(string Kind, string Hex)
{
    public byte[] Bytes => Convert.FromHexString(Hex);
}

/// <summary>What a person can be found by without its value: keyed hashes of normalised identifiers, each kind under a key of its own.</summary>
internal sealed class BlindIndexes(IndexKey key, NpgsqlDataSource keys)
{
    /// <summary>These two decide who a person is; the first one decides first.</summary>
    public BlindIndex[] IdentifiersOf(PersonData person) => All(("nik", person.Nik), ("passport", person.Passport));

    /// <summary>Several persons may share these.</summary>
    public BlindIndex[] TraitsOf(PersonData person) => All(
        ("phone", person.Phone is { } phone ? Contacts.Normalise(phone) : null),
        ("name_birth", person is { Name: { } name, BirthDate: { } born } ? NameAndBirth(name, born) : null));

    /// <summary>Persons who have all that is asked for of these data; at most a few, since each kind is exact.</summary>
    public async Task<IReadOnlyList<PersonRef>> Find(PersonData asked, CancellationToken ct)
    {
        BlindIndex[] wanted = [.. IdentifiersOf(asked), .. TraitsOf(asked)];
        await using var command = keys.CreateCommand(
            """
            select f.person from (
                select i.kind, i.person from unnest($1, $2) as wanted (kind, blind_index) join vault.identifier i using (kind, blind_index)
                union
                select t.kind, t.person from unnest($1, $2) as wanted (kind, blind_index) join vault.trait t using (kind, blind_index)
            ) f group by f.person having count(*) = $3 order by f.person limit 100
            """);
        command.Parameters.AddWithValue(wanted.Select(index => index.Kind).ToArray());
        command.Parameters.AddWithValue(wanted.Select(index => index.Bytes).ToArray());
        command.Parameters.AddWithValue((long)wanted.Length);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<PersonRef>();
        while (await reader.ReadAsync(ct))
            found.Add(new PersonRef(reader.GetGuid(0)));
        return found;
    }

    /// <summary>The statement that keeps indexes of persons, in one order; those that are kept stay as they are.</summary>
    public static NpgsqlBatchCommand Insert(string into, IEnumerable<(BlindIndex Index, Guid Person)> rows)
    {
        var all = rows.OrderBy(row => row.Index.Hex, StringComparer.Ordinal).ToList();
        var insert = new NpgsqlBatchCommand(
            $"{into} select i.kind, i.blind_index, i.person from unnest($1, $2, $3) as i (kind, blind_index, person) on conflict do nothing");
        insert.Parameters.AddWithValue(all.Select(row => row.Index.Kind).ToArray());
        insert.Parameters.AddWithValue(all.Select(row => row.Index.Bytes).ToArray());
        insert.Parameters.AddWithValue(all.Select(row => row.Person).ToArray());
        return insert;
    }

    private BlindIndex[] All(params (string Kind, string? Value)[] values) =>
        [.. values.Where(value => value.Value is not null).Select(value => new BlindIndex(value.Kind, Convert.ToHexString(key.Blind(value.Kind, value.Value!))))];

    // In one spelling: who is Moh. Soekarno here and Muhammad Sukarno there was born on one day.
    private static string NameAndBirth(string name, DateOnly born) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameForms.Canonical(name)}|{born:yyyy-MM-dd}");
}

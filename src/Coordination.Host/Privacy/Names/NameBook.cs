using System.Globalization;
using Coordination.Host.Vault;
using Npgsql;

namespace Coordination.Host.Privacy.Names;

/// <summary>A name opened for comparing. Never leaves the Host whole.</summary>
internal sealed record OpenName(Guid Person, string Name, int? BirthYear)
{
    public override string ToString() => nameof(OpenName);
}

/// <summary>Names in the vault: found by keyed words, opened a few at a time.</summary>
internal sealed class NameBook(NpgsqlDataSource keys, DataKeys dataKeys, NameKeys names)
{
    /// <summary>A name that so many share any word with is no question.</summary>
    public const int MostCandidates = 5_000;

    /// <summary>The statement that keeps the words of persons beside those that are kept; runs within the transaction that keeps the persons.</summary>
    public static NpgsqlBatchCommand Insert(NameKeys names, IReadOnlyCollection<(Guid Person, string Name)> persons)
    {
        // Parallel arrays cannot hold arrays of different length: the words travel as text, one line per person.
        var insert = new NpgsqlBatchCommand(
            """
            insert into vault.name_key (person, keys)
            select n.person, n.keys::bigint[] from unnest($1, $2) as n (person, keys) join vault.person using (person) order by n.person
            on conflict (person) do update set keys = array(select distinct key from unnest(name_key.keys || excluded.keys) key order by key)
            """);
        var words = persons.GroupBy(person => person.Person, person => names.Of(person.Name)).ToList();
        insert.Parameters.AddWithValue(words.Select(person => person.Key).ToArray());
        insert.Parameters.AddWithValue(
            words.Select(person => $"{{{string.Join(',', person.SelectMany(keys => keys).Distinct().Select(key => key.ToString(CultureInfo.InvariantCulture)))}}}").ToArray());
        return insert;
    }

    /// <summary>Persons that share a word with the name, those that share most first.</summary>
    public async Task<IReadOnlyList<Guid>> Candidates(string name, CancellationToken ct)
    {
        await using var command = keys.CreateCommand(
            """
            select n.person from vault.name_key n where n.keys && $1
            order by (select count(*) from unnest(n.keys) key where key = any($1)) desc, n.person limit $2
            """);
        command.Parameters.AddWithValue(names.Of(name));
        command.Parameters.AddWithValue(MostCandidates);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>Names of those that still have one, as they were told by agencies of which the viewer may hear; who was erased is left out.</summary>
    /// <param name="tellers">Persons, each with those agencies.</param>
    public async Task<IReadOnlyList<OpenName>> Open(IReadOnlyDictionary<Guid, IReadOnlyList<string>> tellers, CancellationToken ct)
    {
        Guid[] subjects = [.. tellers.Keys];
        var opened = await dataKeys.Find(subjects, ct);
        await using var command = keys.CreateCommand(
            """
            select subject, field, nonce, ciphertext, tag, told_by from vault.field
            where subject = any($1) and field in ('name', 'birthDate') order by subject, told_at, told_by, digest
            """);
        command.Parameters.AddWithValue(subjects);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (names, births) = (new List<(Guid Person, string Name)>(), new Dictionary<Guid, int>());
        while (await reader.ReadAsync(ct))
        {
            var (subject, field) = (reader.GetGuid(0), reader.GetString(1));
            if (!opened.TryGetValue(subject, out var key) || !tellers[subject].Contains(reader.GetString(5), StringComparer.Ordinal))
                continue;
            var text = key.Open(field, new(reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4)));
            if (field is "name")
                names.Add((subject, text));
            else
                births.TryAdd(subject, PersonFields.DateOf(text).Year);
        }
        return [.. names.Distinct().Select(name => new OpenName(name.Person, name.Name, births.TryGetValue(name.Person, out var year) ? year : null))];
    }
}

using Coordination.Domain.Kernel;
using Coordination.Host.Privacy.Names;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Host.Vault;

/// <param name="Proposed">The reference it gets when nobody matches; made from the request's own id, so that a retry proposes the same.</param>
/// <param name="Agency">Who tells it.</param>
internal sealed record Introduced(PersonData Data, PersonRef Proposed, string Agency);

/// <summary>Gives persons their references: the same NIK or passport is the same person, whichever agency says it.</summary>
/// <remarks>When NIK and passport point at two persons, the NIK decides and nothing is merged: merging is a decision of people.</remarks>
public sealed class PersonVault
{
    private readonly NpgsqlDataSource _keys;
    private readonly BlindIndexes _blind;
    private readonly SubjectRows _rows;
    private readonly NameKeys _names;

    internal PersonVault(NpgsqlDataSource keys, BlindIndexes blind, SubjectRows rows, NameKeys names)
    {
        _names = names;
        _keys = keys;
        _blind = blind;
        _rows = rows;
    }

    /// <summary>References in the order asked; null where a <c>ref</c> was given that the vault does not know. Two round trips, however many persons.</summary>
    internal async Task<IReadOnlyList<PersonRef?>> Resolve(IReadOnlyList<Introduced> persons, CancellationToken ct)
    {
        if (persons.Count == 0)
            return [];
        var identifiers = persons.Select(person => _blind.IdentifiersOf(person.Data)).ToList();
        await using var connection = await _keys.OpenConnectionAsync(ct);
        var (known, references) = await Look(connection, persons, identifiers, ct);
        var chosen = Choose(persons, identifiers, known, references);
        var settled = await Keep(connection, persons, identifiers, chosen, ct);
        // Another Host may have introduced the same person a moment earlier: what the table says wins.
        var final = chosen.Select((person, i) => Match(identifiers[i], settled) ?? person).ToList();
        await Drop(connection, [.. chosen.Where((person, i) => person is not null && person != final[i]).Select(person => person!.Value.Value)], ct);
        return final;
    }

    /// <summary>Keeps contacts, so that a reference can be turned back where the law allows it, and whose they are.</summary>
    internal async Task KeepContacts(
        IReadOnlyCollection<KeyValuePair<ContactRef, string>> contacts, IReadOnlyCollection<(PersonRef Person, ContactRef Contact)> owners, string agency,
        CancellationToken ct)
    {
        if (contacts.Count == 0)
            return;
        await using var batch = _keys.CreateBatch();
        batch.BatchCommands.Add(await _rows.Insert(
            KeyKinds.Contact,
            [.. contacts.OrderBy(contact => contact.Key.Value).Select(contact => new NewSubject(contact.Key.Value, agency, [(PersonFields.Contact, contact.Value)]))],
            ct));
        var links = new NpgsqlBatchCommand(
            """
            insert into vault.person_contact (person, contact)
            select l.person, l.contact from unnest($1, $2) as l (person, contact)
            join vault.person using (person) join vault.contact using (contact) order by 1, 2
            on conflict do nothing
            """);
        links.Parameters.AddWithValue(owners.Select(link => link.Person.Value).ToArray());
        links.Parameters.AddWithValue(owners.Select(link => link.Contact.Value).ToArray());
        batch.BatchCommands.Add(links);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <returns>The agency that introduced the person; null when there is none of this reference.</returns>
    internal async Task<string?> IntroducedBy(PersonRef person, CancellationToken ct)
    {
        await using var command = _keys.CreateCommand("select created_by from vault.person where person = $1");
        command.Parameters.AddWithValue(person.Value);
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    private static async Task<(Dictionary<BlindIndex, Guid> Known, HashSet<Guid> References)> Look(
        NpgsqlConnection connection, IReadOnlyList<Introduced> persons, List<BlindIndex[]> identifiers, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Find(identifiers));
        var references = new NpgsqlBatchCommand("select person from vault.person where person = any($1)");
        references.Parameters.AddWithValue(persons.Where(person => person.Data.Ref is not null).Select(person => person.Data.Ref!.Value.Value).ToArray());
        batch.BatchCommands.Add(references);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var known = await ReadIdentifiers(reader, ct);
        await reader.NextResultAsync(ct);
        var found = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetGuid(0));
        return (known, found);
    }

    private static List<PersonRef?> Choose(
        IReadOnlyList<Introduced> persons, List<BlindIndex[]> identifiers, Dictionary<BlindIndex, Guid> known, HashSet<Guid> references)
    {
        var chosen = new List<PersonRef?>(persons.Count);
        for (var i = 0; i < persons.Count; i++)
        {
            PersonRef? person = persons[i].Data.Ref is { } given
                ? references.Contains(given.Value) ? given : null
                : Match(identifiers[i], known) ?? persons[i].Proposed;
            chosen.Add(person);
            // The same person twice in one batch is one person.
            foreach (var identifier in identifiers[i])
                if (person is { } one)
                    known.TryAdd(identifier, one.Value);
        }
        return chosen;
    }

    private static PersonRef? Match(BlindIndex[] identifiers, Dictionary<BlindIndex, Guid> known)
    {
        foreach (var identifier in identifiers)
            if (known.TryGetValue(identifier, out var person))
                return new PersonRef(person);
        return null;
    }

    private async Task<Dictionary<BlindIndex, Guid>> Keep(
        NpgsqlConnection connection, IReadOnlyList<Introduced> persons, List<BlindIndex[]> identifiers, List<PersonRef?> chosen, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        // Only whom nobody knew: the fields of the others stand as they were first told.
        var fresh = Enumerable.Range(0, persons.Count)
            .Where(i => chosen[i] == persons[i].Proposed && persons[i].Data.Ref is null)
            .DistinctBy(i => chosen[i]).OrderBy(i => chosen[i]!.Value.Value).ToList();
        batch.BatchCommands.Add(await _rows.Insert(
            KeyKinds.Person,
            [.. fresh.Select(i => new NewSubject(chosen[i]!.Value.Value, persons[i].Agency, [.. PersonFields.Of(persons[i].Data)]))], ct));
        batch.BatchCommands.Add(Insert(
            "insert into vault.identifier (kind, blind_index, person)",
            identifiers.SelectMany((own, i) => own.Where(_ => chosen[i] is not null).Select(index => (index, chosen[i]!.Value.Value))).DistinctBy(row => row.index)));
        batch.BatchCommands.Add(Insert(
            "insert into vault.trait (kind, blind_index, person)",
            fresh.SelectMany(i => _blind.TraitsOf(persons[i].Data).Select(index => (index, chosen[i]!.Value.Value)))));
        batch.BatchCommands.Add(NameBook.Insert(
            _names, [.. fresh.Where(i => persons[i].Data.Name is not null).Select(i => (chosen[i]!.Value.Value, persons[i].Data.Name!))]));
        batch.BatchCommands.Add(Find(identifiers));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await ReadIdentifiers(reader, ct);
    }

    private static NpgsqlBatchCommand Insert(string into, IEnumerable<(BlindIndex Index, Guid Person)> rows)
    {
        var all = rows.OrderBy(row => row.Index.Hex, StringComparer.Ordinal).ToList();
        var insert = new NpgsqlBatchCommand(
            $"{into} select i.kind, i.blind_index, i.person from unnest($1, $2, $3) as i (kind, blind_index, person) on conflict do nothing");
        insert.Parameters.AddWithValue(all.Select(row => row.Index.Kind).ToArray());
        insert.Parameters.AddWithValue(all.Select(row => row.Index.Bytes).ToArray());
        insert.Parameters.AddWithValue(all.Select(row => row.Person).ToArray());
        return insert;
    }

    // A proposal that lost to another Host's: nothing refers to it, so nothing may be kept under it.
    private static async Task Drop(NpgsqlConnection connection, Guid[] lost, CancellationToken ct)
    {
        if (lost.Length == 0)
            return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[]
        {
            "delete from vault.person p where p.person = any($1) and not exists (select from vault.identifier i where i.person = p.person)",
            "delete from vault.data_key k where k.subject = any($1) and not exists (select from vault.person p where p.person = k.subject)",
        })
        {
            var delete = new NpgsqlBatchCommand(sql);
            delete.Parameters.AddWithValue(lost);
            batch.BatchCommands.Add(delete);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Find(List<BlindIndex[]> identifiers)
    {
        var all = identifiers.SelectMany(own => own).Distinct().ToList();
        var find = new NpgsqlBatchCommand(
            """
            select i.kind, i.blind_index, i.person from unnest($1, $2) as wanted (kind, blind_index)
            join vault.identifier i using (kind, blind_index)
            """);
        find.Parameters.Add(new NpgsqlParameter { Value = all.Select(i => i.Kind).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        find.Parameters.AddWithValue(all.Select(i => i.Bytes).ToArray());
        return find;
    }

    private static async Task<Dictionary<BlindIndex, Guid>> ReadIdentifiers(NpgsqlDataReader reader, CancellationToken ct)
    {
        var found = new Dictionary<BlindIndex, Guid>();
        while (await reader.ReadAsync(ct))
            found[new BlindIndex(reader.GetString(0), Convert.ToHexString(reader.GetFieldValue<byte[]>(1)))] = reader.GetGuid(2);
        return found;
    }
}

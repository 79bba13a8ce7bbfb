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
    private readonly Tellings _tellings;

    internal PersonVault(NpgsqlDataSource keys, BlindIndexes blind, SubjectRows rows, NameKeys names, Tellings tellings)
    {
        _tellings = tellings;
        _names = names;
        _keys = keys;
        _blind = blind;
        _rows = rows;
    }

    /// <summary>References in the order asked; null where a <c>ref</c> was given that the vault does not know. What is told of each is kept.</summary>
    /// <param name="persons">Two round trips, however many they are; two more when something new is told of somebody who is known.</param>
    /// <param name="call">Names this request: what it made can be withdrawn under it.</param>
    internal async Task<IReadOnlyList<PersonRef?>> Resolve(IReadOnlyList<Introduced> persons, Guid call, CancellationToken ct)
    {
        if (persons.Count == 0)
            return [];
        await using var connection = await _keys.OpenConnectionAsync(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await Try(connection, persons, call, ct) is { } references)
                    return references;
            }
            // Whom we met was withdrawn or erased meanwhile: look again.
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation && attempt < Attempts)
            {
            }
        }
    }

    private const int Attempts = 5;

    // Null when another Host introduced one of them a moment earlier: what the table says wins.
    private async Task<IReadOnlyList<PersonRef?>?> Try(NpgsqlConnection connection, IReadOnlyList<Introduced> persons, Guid call, CancellationToken ct)
    {
        var identifiers = persons.Select(person => _blind.IdentifiersOf(person.Data)).ToList();
        var (known, references) = await Look(connection, persons, identifiers, ct);
        var chosen = Choose(persons, identifiers, known, references);
        var (settled, kept) = await Keep(connection, persons, identifiers, chosen, call, ct);
        var final = chosen.Select((person, i) => Match(identifiers[i], settled) ?? person).ToList();
        Guid[] lost =
        [
            .. chosen.Where((person, i) => person == persons[i].Proposed && persons[i].Data.Ref is null && person != final[i])
                .Select(person => person!.Value.Value),
        ];
        if (lost.Length > 0)
        {
            await Drop(connection, lost, ct);
            return null;
        }
        await _tellings.Add(
            connection, final.Index().Where(one => one.Item is not null).Select(one => (one.Item!.Value.Value, persons[one.Index])), kept, ct);
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
            [.. contacts.OrderBy(contact => contact.Key.Value).Select(contact => new NewSubject(contact.Key.Value, agency, [new Telling(PersonFields.Contact, contact.Value, agency)]))],
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

    /// <summary>What an agency told wrongly of a person, made right.</summary>
    /// <returns>False when the person was erased.</returns>
    internal async Task<bool> Correct(PersonRef person, PersonData right, string agency, CancellationToken ct)
    {
        await using var connection = await _keys.OpenConnectionAsync(ct);
        return await _tellings.Replace(connection, person.Value, new Introduced(right, person, agency), ct);
    }

    /// <summary>Takes away those of these persons that the request made and nobody else named since: it was refused, and nothing refers to them.</summary>
    internal async Task Withdraw(Guid call, IReadOnlyCollection<PersonRef> persons, CancellationToken ct)
    {
        if (persons.Count == 0)
            return;
        await using var command = _keys.CreateCommand(
            """
            with gone as (delete from vault.person where person = any($1) and made_in = $2 returning person)
            delete from vault.data_key k using gone where k.subject = gone.person
            """);
        command.Parameters.AddWithValue(persons.Select(person => person.Value).ToArray());
        command.Parameters.AddWithValue(call);
        await command.ExecuteNonQueryAsync(ct);
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

    private async Task<(Dictionary<BlindIndex, Guid> Settled, HashSet<(Guid, string, string)> Kept)> Keep(
        NpgsqlConnection connection, IReadOnlyList<Introduced> persons, List<BlindIndex[]> identifiers, List<PersonRef?> chosen, Guid call,
        CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        var fresh = persons.Index().Where(one => chosen[one.Index] == one.Item.Proposed && one.Item.Data.Ref is null)
            .Select(one => (Person: one.Item.Proposed.Value, Told: one.Item)).GroupBy(one => one.Person).OrderBy(one => one.Key).ToList();
        batch.BatchCommands.Add(Claim([.. chosen.Where(person => person is not null).Select(person => person!.Value.Value)]));
        batch.BatchCommands.Add(await _rows.Insert(
            KeyKinds.Person,
            [
                .. fresh.Select(one => new NewSubject(
                    one.Key, one.First().Told.Agency, [.. one.SelectMany(told => Tellings.Of(told.Told)).Distinct()], call)),
            ],
            ct));
        batch.BatchCommands.Add(BlindIndexes.Insert(
            "insert into vault.identifier (kind, blind_index, person)",
            identifiers.SelectMany((own, i) => own.Where(_ => chosen[i] is not null).Select(index => (index, chosen[i]!.Value.Value))).DistinctBy(row => row.index)));
        batch.BatchCommands.Add(BlindIndexes.Insert(
            "insert into vault.trait (kind, blind_index, person)",
            fresh.SelectMany(one => one.SelectMany(told => _blind.TraitsOf(told.Told.Data)).Select(index => (index, one.Key))).Distinct()));
        batch.BatchCommands.Add(NameBook.Insert(
            _names, [.. fresh.SelectMany(one => one).Where(one => one.Told.Data.Name is not null).Select(one => (one.Person, one.Told.Data.Name!))]));
        batch.BatchCommands.Add(Find(identifiers));
        batch.BatchCommands.Add(Tellings.Kept(chosen.Where(person => person is not null).Select(person => person!.Value.Value)));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var settled = await ReadIdentifiers(reader, ct);
        await reader.NextResultAsync(ct);
        return (settled, await Tellings.ReadKept(reader, ct));
    }

    // From here on another request relies on them: the one that made them no longer takes them away.
    private static NpgsqlBatchCommand Claim(Guid[] persons)
    {
        var claim = new NpgsqlBatchCommand(
            """
            update vault.person set made_in = null where person in (
                select person from vault.person where person = any($1) and made_in is not null order by person for update)
            """);
        claim.Parameters.AddWithValue(persons);
        return claim;
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

using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>Destroys keys, and with them everything they sealed, wherever it stands. There is no way back.</summary>
internal sealed class Shredder(NpgsqlDataSource keys, DataKeys dataKeys)
{
    // Contacts that nobody else has go with the person; then the rows that were found by, and last the keys.
    private static readonly string[] Statements =
    [
        """
        delete from vault.contact c using vault.person_contact own
        where own.contact = c.contact and own.person = $1
          and not exists (select from vault.person_contact other where other.contact = c.contact and other.person <> $1)
        """,
        "delete from vault.person where person = $1",
    ];

    /// <summary>All or nothing; doing it again finds nothing left.</summary>
    /// <returns>How many keys were destroyed.</returns>
    public async Task<int> Shred(PersonRef person, IReadOnlyList<Guid> narratives, CancellationToken ct)
    {
        await using var connection = await keys.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var contacts = await Contacts(connection, person, ct);
        foreach (var sql in Statements)
        {
#pragma warning disable CA2100 // texts of this class
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            command.Parameters.AddWithValue(person.Value);
            await command.ExecuteNonQueryAsync(ct);
        }
        Guid[] subjects = [person.Value, .. contacts, .. narratives];
        await using var shred = new NpgsqlCommand("delete from vault.data_key where subject = any($1)", connection);
        shred.Parameters.AddWithValue(subjects);
        var destroyed = await shred.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        dataKeys.Forget(subjects);
        return destroyed;
    }

    private static async Task<List<Guid>> Contacts(NpgsqlConnection connection, PersonRef person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select own.contact from vault.person_contact own
            where own.person = $1
              and not exists (select from vault.person_contact other where other.contact = own.contact and other.person <> $1)
            """, connection);
        command.Parameters.AddWithValue(person.Value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var contacts = new List<Guid>();
        while (await reader.ReadAsync(ct))
            contacts.Add(reader.GetGuid(0));
        return contacts;
    }
}

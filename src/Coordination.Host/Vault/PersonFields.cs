using System.Globalization;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>The fields of a person or contact as they are sealed and stored, one by one: a purpose may reveal one and not the others.</summary>
internal static class PersonFields
{
    public const string Contact = "contact";

    /// <summary>Names of a person's fields, as in the API.</summary>
    public static IReadOnlyList<string> All { get; } = ["name", "nik", "passport", "phone", "birthDate", "sex", "nationality"];

    public static IEnumerable<(string Field, string Text)> Of(PersonData person) => new (string Field, string? Text)[]
    {
        ("name", person.Name), ("nik", person.Nik), ("passport", person.Passport), ("phone", person.Phone),
        ("birthDate", person.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("sex", person.Sex), ("nationality", person.Nationality),
    }.Where(field => field.Text is not null).Select(field => (field.Field, field.Text!));

    /// <summary>Sealed fields of one subject.</summary>
    public static async Task<List<(string Field, SealedBytes Value)>> Read(NpgsqlConnection connection, Guid subject, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select field, nonce, ciphertext, tag from vault.field where subject = $1 order by field", connection);
        command.Parameters.AddWithValue(subject);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var fields = new List<(string, SealedBytes)>();
        while (await reader.ReadAsync(ct))
            fields.Add((reader.GetString(0), new SealedBytes(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3))));
        return fields;
    }
}

using System.Globalization;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>One value of a field, as an agency told it.</summary>
/// <param name="Digest">Keyed hash of subject, field and value; empty for what was kept before there was one.</param>
internal sealed record StoredField(string Field, string Agency, byte[] Digest, SealedBytes Value);

/// <summary>The fields of a person or contact as they are sealed and stored, one by one: a purpose may reveal one and not the others.</summary>
internal static class PersonFields
{
    public const string Contact = "contact";

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Names of a person's fields, as in the API.</summary>
    public static IReadOnlyList<string> All { get; } = ["name", "nik", "passport", "phone", "birthDate", "sex", "nationality"];

    public static IEnumerable<(string Field, string Text)> Of(PersonData person) => new (string Field, string? Text)[]
    {
        ("name", person.Name), ("nik", person.Nik), ("passport", person.Passport), ("phone", person.Phone),
        ("birthDate", person.BirthDate?.ToString(DateFormat, CultureInfo.InvariantCulture)), ("sex", person.Sex), ("nationality", person.Nationality),
    }.Where(field => field.Text is not null).Select(field => (field.Field, field.Text!));

    public static DateOnly DateOf(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Sealed fields of one subject, what was told first before what was told later.</summary>
    public static async Task<List<StoredField>> Read(NpgsqlConnection connection, Guid subject, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select field, told_by, digest, nonce, ciphertext, tag from vault.field where subject = $1 order by field, told_at, told_by, digest", connection);
        command.Parameters.AddWithValue(subject);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var fields = new List<StoredField>();
        while (await reader.ReadAsync(ct))
            fields.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2),
                new SealedBytes(reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5))));
        return fields;
    }
}

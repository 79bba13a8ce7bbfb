using System.Globalization;
using System.Text.Json;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Vault;

/// <summary>What an agency tells about a person. Lives in the vault only; never printed, never logged.</summary>
/// <param name="Ref">Set when the agency names a person it already has a reference of.</param>
public sealed record PersonData(
    PersonRef? Ref, string? Name, string? Nik, string? Passport, string? Phone, DateOnly? BirthDate, string? Sex, string? Nationality)
{
    private const int MaxText = 200;
    private static readonly string[] Members = ["ref", "name", "nik", "passport", "phone", "birthDate", "sex", "nationality"];

    // A record would print its members; this one holds what must not reach a log.
    public override string ToString() => nameof(PersonData);

    /// <returns>The person, or the member that is wrong.</returns>
    internal static (PersonData? Person, string? WrongMember) Read(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            var known = Members.Contains(member.Name, StringComparer.Ordinal);
            var text = member.Value.ValueKind is JsonValueKind.Null
                || (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: > 0 and <= MaxText } value && !value.Any(char.IsControl));
            if (!known || !text)
                return (null, member.Name);
        }
        var person = new PersonData(null, Text(element, "name"), null, null, Text(element, "phone"), null, null, Text(element, "nationality"));
        return WrongIdentifier(element) is { } wrong ? (null, wrong) : person.ReadDescription(element);
    }

    private static string? WrongIdentifier(JsonElement element)
    {
        if (Text(element, "ref") is { } reference && !Guid.TryParse(reference, out _))
            return "ref";
        if (Text(element, "nik") is { } nik && Digits(nik) is not { Length: 16 })
            return "nik";
        if (Text(element, "passport") is { } passport && PassportNumber(passport) is not { Length: >= 5 and <= 20 })
            return "passport";
        return null;
    }

    private (PersonData?, string?) ReadDescription(JsonElement element)
    {
        DateOnly? born = null;
        if (Text(element, "birthDate") is { } date)
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (null, "birthDate");
            born = day;
        }
        var sex = Text(element, "sex")?.ToUpperInvariant();
        if (sex is not (null or "L" or "P" or "M" or "F" or "X" or "MALE" or "FEMALE"))
            return (null, "sex");
        var person = this with
        {
            Ref = Text(element, "ref") is { } reference ? new PersonRef(Guid.Parse(reference)) : null,
            Nik = Digits(Text(element, "nik")),
            Passport = PassportNumber(Text(element, "passport")),
            BirthDate = born,
            Sex = sex switch { "L" or "M" or "MALE" => "M", "P" or "F" or "FEMALE" => "F", _ => sex },
        };
        return person.SaysNothing ? (null, "ref, name, nik, passport") : (person, null);
    }

    private bool SaysNothing => Ref is null && Name is null && Nik is null && Passport is null && Phone is null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Digits(string? text) =>
        text is null || text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '-')) ? null : new string([.. text.Where(char.IsAsciiDigit)]);

    private static string? PassportNumber(string? text) =>
        text is null || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not (' ' or '-'))
            ? null
            : new string([.. text.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
}

using System.Globalization;
using System.Text.Json.Nodes;
using Coordination.Host.Pages;
using Coordination.Host.Resources;

namespace Coordination.Host.Snapshots.Forms;

/// <summary>
/// What was typed into a form of <see cref="FactField"/>, as the body that an agency's system would send: persons as objects and contacts as text, so
/// that both go into the vault by the same way.
/// </summary>
internal sealed class FactInput(FormValues form, Zone zone, Texts texts, List<FormError> errors)
{
    /// <summary>Rows that a form shows of a list of parts.</summary>
    public const int Rows = 4;

    /// <summary>What a new person is told by, and the members of the vault's own.</summary>
    public static IReadOnlyList<string> Identity { get; } = ["name", "passport", "nik", "birthDate"];

    public JsonObject Read(IReadOnlyList<FactField> fields, string path)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            var at = $"{path}.{field.Name}";
            if (Value(field, at) is { } value)
                body[field.Name] = value;
            else if (!field.Optional)
                errors.Add(new FormError(texts.Fill("things.fill", texts.Member(field.Name)), at));
        }

        return body;
    }

    private JsonNode? Value(FactField field, string at) => field.Shape switch
    {
        FactShape.Tick => form.Has(at) ? JsonValue.Create(true) : field.Optional ? null : JsonValue.Create(false),
        FactShape.Many => field.Optional && form.All(at).Count == 0 ? null : new JsonArray([.. form.All(at).Select(word => (JsonNode)word)]),
        FactShape.Lines or FactShape.Contacts => Lines(field, form[at]),
        FactShape.Person => Person(at),
        FactShape.Persons => Persons(field, at),
        FactShape.Group => Group(field, at),
        FactShape.Rows => RowsOf(field, at),
        FactShape.Whole or FactShape.Number => Number(field, at),
        FactShape.Moment => Moment(at),
        _ => form.Optional(at) is { } text ? JsonValue.Create(text) : null,
    };

    private static JsonArray? Lines(FactField field, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 && field.Optional ? null : new JsonArray([.. lines.Select(line => (JsonNode)line)]);
    }

    private JsonNode? Person(string at)
    {
        var introduced = Introduced(at);
        if (form.Id(at) is not { } known)
            return introduced;
        // Neither may be dropped in silence: the fact would be told of somebody else.
        if (introduced is not null)
            errors.Add(new FormError(texts["things.onePerson"], at));
        return JsonValue.Create(known.ToString());
    }

    private JsonObject? Introduced(string at)
    {
        var person = new JsonObject();
        foreach (var member in Identity)
            if (form.Optional($"{at}.{member}") is { } value)
                person[member] = value;
        return person.Count == 0 ? null : person;
    }

    private JsonArray? Persons(FactField field, string at)
    {
        var persons = form.All(at).Where(one => Guid.TryParse(one, out _)).Select(one => (JsonNode?)one).Append(Introduced(at)).OfType<JsonNode>().ToArray();
        return persons.Length == 0 && field.Optional ? null : new JsonArray(persons);
    }

    private JsonObject? Group(FactField field, string at)
    {
        if (field.Optional && !IsFilled(field.Parts, at))
            return null;
        return Read(field.Parts, at);
    }

    private JsonArray? RowsOf(FactField field, string at)
    {
        var rows = Enumerable.Range(0, Rows).Select(row => $"{at}.{row.ToString(CultureInfo.InvariantCulture)}")
            .Where(row => IsFilled(field.Parts, row)).Select(row => (JsonNode)Read(field.Parts, row)).ToArray();
        return rows.Length == 0 && field.Optional ? null : new JsonArray(rows);
    }

    private JsonValue? Number(FactField field, string at)
    {
        if (form.Optional(at) is not { } text)
            return null;
        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && (field.Shape == FactShape.Number || number == decimal.Truncate(number)))
            return JsonValue.Create(number);
        errors.Add(new FormError(texts.Fill("things.number", texts.Member(field.Name)), at));
        return JsonValue.Create(0);
    }

    // A browser sends the wall clock of the place.
    private JsonValue? Moment(string at) =>
        DateTime.TryParseExact(form[at], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? JsonValue.Create(new DateTimeOffset(local, zone.Offset))
            : null;

    private bool IsFilled(IReadOnlyList<FactField> parts, string at) => parts.Any(part => $"{at}.{part.Name}" is var here && part.Shape switch
    {
        FactShape.Group => IsFilled(part.Parts, here),
        FactShape.Rows => Enumerable.Range(0, Rows).Any(row => IsFilled(part.Parts, $"{here}.{row.ToString(CultureInfo.InvariantCulture)}")),
        FactShape.Person or FactShape.Persons => form.Has(here) || Identity.Any(member => form.Has($"{here}.{member}")),
        // A list of words has always one chosen: by itself it says nothing.
        FactShape.One => part.Optional && form.Has(here),
        _ => form.Has(here),
    });
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Vault;

/// <summary>
/// Finds the persons and contacts in a body, guided by the type it is going to be, and writes the body again with references in their place.
/// Two passes, so that all persons of a batch meet the vault at once.
/// </summary>
/// <param name="contacts">Makes contact references.</param>
/// <param name="agency">Who tells it.</param>
/// <param name="origin">Unique name of the request: a person without NIK and passport gets a reference derived from it, the same on every retry.</param>
internal sealed class Introductions(Contacts contacts, string agency, string origin)
{
    private readonly List<Introduced> _persons = [];
    private readonly Dictionary<ContactRef, string> _contacts = [];
    private readonly List<(int Person, ContactRef Contact)> _links = [];

    public IReadOnlyList<Introduced> Persons => _persons;

    public IReadOnlyDictionary<ContactRef, string> Contacts => _contacts;

    /// <summary>Which contact is whose, by number in <see cref="Persons"/>.</summary>
    public IReadOnlyList<(int Person, ContactRef Contact)> Links => _links;

    /// <summary>First pass. Null when all persons and contacts can be read.</summary>
    public Refusal? Collect(JsonElement body, Type type)
    {
        try
        {
            Refusal? refusal = null;
            var subject = SubjectOf(type) is { } name ? $"$.{name}" : null;
            var (subjectAt, own) = (-1, new List<ContactRef>());
            Walk(body, TypeOf(type), "$", Discard, (person, path) =>
            {
                var (data, wrong) = Read(person);
                if (data is null)
                    refusal ??= VaultRefusals.PersonUnreadable with { Details = [$"{path}.{wrong}"] };
                else if (string.Equals(path, subject, StringComparison.Ordinal))
                    subjectAt = _persons.Count;
                if (data is not null)
                    _persons.Add(new Introduced(data, new PersonRef(DeterministicId.From($"person/{origin}/{path}")), agency));
                return default;
            }, (value, path) =>
            {
                if (Vault.Contacts.Normalise(value) is { } normalised)
                {
                    if (OwnContacts.Contains(path, StringComparer.Ordinal))
                        own.Add(contacts.RefOf(normalised));
                    return Keep(normalised);
                }
                refusal ??= VaultRefusals.ContactUnreadable with { Details = [path] };
                return default;
            });
            if (subjectAt >= 0)
                _links.AddRange(own.Select(contact => (subjectAt, contact)));
            return refusal;
        }
        catch (InvalidOperationException)
        {
            return VaultRefusals.TextUnreadable;
        }
    }

    /// <summary>Second pass: the body with references. <paramref name="references"/> are those of <see cref="Persons"/>, in order.</summary>
    public byte[] Rewrite(JsonElement body, Type type, IReadOnlyList<PersonRef> references)
    {
        var next = 0;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Walk(body, TypeOf(type), "$", writer, (_, _) => references[next++], (value, _) => contacts.RefOf(Vault.Contacts.Normalise(value)!));
        return buffer.WrittenSpan.ToArray();
    }

    // Contacts of the person that the fact is about; a sponsor's telephone is the sponsor's.
    private static readonly string[] OwnContacts = ["$.phone", "$.email", "$.address"];

    private static string? SubjectOf(Type type) => TypeOf(type).Properties.FirstOrDefault(property => IsRef<PersonRef>(property.PropertyType))?.Name;

    private static Utf8JsonWriter Discard => new(Stream.Null);

    private static JsonTypeInfo TypeOf(Type type) => EventJson.Intake.GetTypeInfo(type);

    private ContactRef Keep(string normalised)
    {
        var reference = contacts.RefOf(normalised);
        _contacts.TryAdd(reference, normalised);
        return reference;
    }

    private static (PersonData? Data, string? Wrong) Read(JsonElement person) => person.ValueKind == JsonValueKind.String
        ? Guid.TryParse(person.GetString(), out var reference)
            ? (new PersonData(new PersonRef(reference), null, null, null, null, null, null, null), null)
            : (null, "ref")
        : PersonData.Read(person);

    private static void Walk(
        JsonElement value, JsonTypeInfo type, string path, Utf8JsonWriter writer, Func<JsonElement, string, PersonRef> person,
        Func<string, string, ContactRef> contact)
    {
        var target = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (target == typeof(PersonRef) && value.ValueKind is JsonValueKind.Object or JsonValueKind.String && target == typeof(PersonRef))
            writer.WriteStringValue(person(value, path).Value);
        else if (target == typeof(ContactRef) && value.ValueKind == JsonValueKind.String)
            writer.WriteStringValue(contact(value.GetString()!, path).Value);
        else if (target == typeof(ContactRef) && KnownContact(value) is { } known)
            known.WriteTo(writer);
        else if (type.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object)
            WalkObject(value, type, path, writer, person, contact);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array)
            WalkArray(value, type, path, writer, person, contact);
        else
            Copy(value, writer);
    }

    private static void WalkObject(
        JsonElement value, JsonTypeInfo type, string path, Utf8JsonWriter writer, Func<JsonElement, string, PersonRef> person,
        Func<string, string, ContactRef> contact)
    {
        var phone = PhoneOfSubject(value, type);
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            // An empty telephone gives way to the one that stands with the person.
            if (phone is not null && member.NameEquals("phone"))
                continue;
            writer.WritePropertyName(member.Name);
            if (type.Properties.FirstOrDefault(p => string.Equals(p.Name, member.Name, StringComparison.Ordinal)) is { } known)
                Walk(member.Value, TypeOf(known.PropertyType), $"{path}.{member.Name}", writer, person, contact);
            else
                Copy(member.Value, writer);
        }
        if (phone is not null)
        {
            writer.WritePropertyName("phone");
            writer.WriteStringValue(contact(phone, $"{path}.phone").Value);
        }
        writer.WriteEndObject();
    }

    private static void WalkArray(
        JsonElement value, JsonTypeInfo type, string path, Utf8JsonWriter writer, Func<JsonElement, string, PersonRef> person,
        Func<string, string, ContactRef> contact)
    {
        writer.WriteStartArray();
        var i = 0;
        foreach (var item in value.EnumerateArray())
            Walk(item, TypeOf(type.ElementType!), $"{path}[{i++}]", writer, person, contact);
        writer.WriteEndArray();
    }

    // An agency may give the telephone with the person or beside it; rules count the one beside it.
    private static string? PhoneOfSubject(JsonElement value, JsonTypeInfo type)
    {
        if (value.TryGetProperty("phone", out var own) && own.ValueKind != JsonValueKind.Null)
            return null;
        if (!type.Properties.Any(p => p.Name is "phone" && IsRef<ContactRef>(p.PropertyType)))
            return null;
        var subject = type.Properties.FirstOrDefault(p => IsRef<PersonRef>(p.PropertyType));
        return subject is not null && value.TryGetProperty(subject.Name, out var person) && person.ValueKind == JsonValueKind.Object
            && person.TryGetProperty("phone", out var phone) && phone.ValueKind == JsonValueKind.String
            ? phone.GetString()
            : null;
    }

    // A contact that the caller knows by its reference already; anything else in its place is told by the strict reading of the body.
    private static JsonElement? KnownContact(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == 1 && value.TryGetProperty("ref", out var reference) ? reference : null;

    private static bool IsRef<TRef>(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(TRef);

    // PostgreSQL's jsonb holds no U+0000; found here, it is the sender's mistake and not the store's.
    private static void Copy(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString()!.Contains('\0', StringComparison.Ordinal):
                throw new InvalidOperationException("A text holds U+0000.");
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Copy(member.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Copy(item, writer);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

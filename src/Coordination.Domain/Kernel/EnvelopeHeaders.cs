using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Coordination.Domain.Kernel;

/// <summary>An envelope as it is read back from the log, with the persons that the event concerns.</summary>
public sealed record StoredEnvelope(Envelope Envelope, IReadOnlyList<PersonRef> Persons);

/// <summary>
/// The envelope's part that stands in Marten's <c>headers</c> column: all of it but officer id and recorded-at, which have columns of their
/// own.
/// Read once per event and projection, so it works on the bytes and takes no detour over a document.
/// </summary>
public static class EnvelopeHeaders
{
    // Agencies, units, places, markings and legal bases: a handful of values over a whole log.
    private static readonly Utf8Pool<string> Texts = new(Encoding.UTF8.GetString);
    private static readonly Utf8Pool<IReadOnlyList<string>> StringLists = new(ReadStrings);
    private static readonly Utf8Pool<Marking> Markings = new(ReadMarking);

    public static byte[] Write(Envelope envelope, IEnumerable<PersonRef> persons)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("occurredAt"u8, envelope.OccurredAt);
            json.WriteString("agency"u8, envelope.By.Agency);
            json.WriteString("unit"u8, envelope.By.Unit);
            json.WriteString("role"u8, envelope.By.Role.ToString());
            json.WriteString("clearance"u8, envelope.By.Clearance.ToString());
            if (envelope.By.TaskForces.Length > 0)
                json.WriteString("taskForces"u8, envelope.By.TaskForces);
            if (envelope.By.Desks.Length > 0)
                json.WriteString("desks"u8, envelope.By.Desks);
            if (envelope.Place is { } place)
                json.WriteString("place"u8, place);
            WriteStrings(json, "legalBasis"u8, envelope.LegalBasis);
            WriteMarking(json, envelope.Marking);
            if (envelope.SourceRef is { } sourceRef)
                json.WriteString("sourceRef"u8, sourceRef);
            json.WriteStartArray("persons"u8);
            foreach (var person in persons)
                json.WriteStringValue(person.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The stored headers are not an envelope. Members of a later version are passed over.</exception>
    public static StoredEnvelope Read(ReadOnlySpan<byte> headers, string userName, DateTimeOffset recordedAt)
    {
        var read = new Fields();
        var json = new Utf8JsonReader(headers);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Headers are no object.");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            read.Take(ref json, headers);
        var by = new Officer(userName, Known(read.Agency, "agency"), Known(read.Unit, "unit"), read.Role, read.Clearance)
        {
            TaskForces = read.TaskForces, Desks = read.Desks,
        };
        var envelope = new Envelope(
            by, read.OccurredAt ?? recordedAt, recordedAt, read.Place, read.LegalBasis, read.Marking ?? throw Missing("marking"), read.SourceRef);
        return new(envelope, read.Persons);
    }

    private static string Known(string? value, string name) => value ?? throw Missing(name);

    private static JsonException Missing(string name) => new($"Headers lack '{name}'.");

    private static void WriteMarking(Utf8JsonWriter json, Marking marking)
    {
        json.WriteStartObject("marking"u8);
        json.WriteString("level"u8, marking.Level.ToString());
        WriteStrings(json, "audience"u8, marking.Audience);
        WriteStrings(json, "caveats"u8, marking.Caveats);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Text(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
            throw new JsonException("A text is missing.");
        return json.ValueIsEscaped || json.HasValueSequence ? json.GetString()! : Texts.Of(json.ValueSpan);
    }

    // What stands between the brackets or braces that the reader is at, and those.
    private static ReadOnlySpan<byte> Whole(ref Utf8JsonReader json, ReadOnlySpan<byte> headers)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return headers[start..(int)json.BytesConsumed];
    }

    private static List<string> ReadStrings(ReadOnlySpan<byte> array)
    {
        var json = new Utf8JsonReader(array);
        json.Read();
        return ReadStrings(ref json);
    }

    private static List<string> ReadStrings(ref Utf8JsonReader json)
    {
        var values = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            values.Add(json.GetString() ?? throw new JsonException("A null among strings."));
        return values;
    }

    private static T ReadEnum<T>(ref Utf8JsonReader json) where T : struct, Enum =>
        Enum.TryParse<T>(Text(ref json), out var value) ? value : throw new JsonException($"Unknown {typeof(T).Name}.");

    private static Marking ReadMarking(ReadOnlySpan<byte> marking)
    {
        var json = new Utf8JsonReader(marking);
        json.Read();
        var (level, audience, caveats) = (Level.T, (IReadOnlyList<string>)[], (IReadOnlyList<string>)[]);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("level"u8) && json.Read())
                level = ReadEnum<Level>(ref json);
            else if (json.ValueTextEquals("audience"u8) && json.Read())
                audience = ReadStrings(ref json);
            else if (json.ValueTextEquals("caveats"u8) && json.Read())
                caveats = ReadStrings(ref json);
            else
                json.Skip();
        }
        return new(level, audience, caveats);
    }

    private ref struct Fields
    {
        public Fields()
        {
        }

        public string? Agency, Unit, Place, SourceRef;
        public string TaskForces = "";
        public string Desks = "";
        public DateTimeOffset? OccurredAt;
        public OfficerRole Role;
        public Level Clearance;
        public IReadOnlyList<string> LegalBasis = [];
        public IReadOnlyList<PersonRef> Persons = [];
        public Marking? Marking;

        public void Take(ref Utf8JsonReader json, ReadOnlySpan<byte> headers)
        {
            if (json.ValueTextEquals("occurredAt"u8) && json.Read())
                OccurredAt = json.GetDateTimeOffset();
            else if (json.ValueTextEquals("agency"u8) && json.Read())
                Agency = Text(ref json);
            else if (json.ValueTextEquals("unit"u8) && json.Read())
                Unit = Text(ref json);
            else if (json.ValueTextEquals("place"u8) && json.Read())
                Place = json.TokenType == JsonTokenType.Null ? null : Text(ref json);
            else if (json.ValueTextEquals("legalBasis"u8) && json.Read())
                LegalBasis = StringLists.Of(Whole(ref json, headers));
            else if (json.ValueTextEquals("marking"u8) && json.Read())
                Marking = Markings.Of(Whole(ref json, headers));
            else if (json.ValueTextEquals("sourceRef"u8) && json.Read())
                SourceRef = json.GetString();
            else
                TakeRest(ref json);
        }

        private void TakeRest(ref Utf8JsonReader json)
        {
            if (json.ValueTextEquals("role"u8) && json.Read())
                Role = ReadEnum<OfficerRole>(ref json);
            else if (json.ValueTextEquals("clearance"u8) && json.Read())
                Clearance = ReadEnum<Level>(ref json);
            else if (json.ValueTextEquals("taskForces"u8) && json.Read())
                TaskForces = Text(ref json);
            else if (json.ValueTextEquals("desks"u8) && json.Read())
                Desks = Text(ref json);
            else if (json.ValueTextEquals("persons"u8) && json.Read())
                Persons = ReadPersons(ref json);
            else
                json.Skip();
        }

        private static List<PersonRef> ReadPersons(ref Utf8JsonReader json)
        {
            var persons = new List<PersonRef>();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                persons.Add(new(json.GetGuid()));
            return persons;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Kernel;

/// <summary>
/// An id that is a UUID on the wire and in the store, and its own type in code, so that ids of two things cannot be swapped.
/// </summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Writes an id as a plain UUID string.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>A person in the vault. Bodies and envelopes hold this and nothing else of a person (UU 21/2007 Ps 44).</summary>
[JsonConverter(typeof(IdConverter<PersonRef>))]
public readonly record struct PersonRef(Guid Value) : IId<PersonRef>
{
    public static PersonRef From(Guid value) => new(value);

    /// <summary>What people see in place of a name, such as <c>P-3F2A</c>: stable, and tells nothing.</summary>
    public string Code =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P-{Value.ToString("N")[^4..].ToUpperInvariant()}");

    public override string ToString() => Value.ToString();
}

/// <summary>A telephone, e-mail, address or account in the vault: equal values have equal references, so rules can count them.</summary>
[JsonConverter(typeof(IdConverter<ContactRef>))]
public readonly record struct ContactRef(Guid Value) : IId<ContactRef>
{
    public static ContactRef From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

[JsonConverter(typeof(IdConverter<CaseId>))]
public readonly record struct CaseId(Guid Value) : IId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

[JsonConverter(typeof(IdConverter<HandoffId>))]
public readonly record struct HandoffId(Guid Value) : IId<HandoffId>
{
    public static HandoffId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

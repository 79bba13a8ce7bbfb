using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Snapshots.Forms;

/// <summary>How a member of a fact is asked for.</summary>
public enum FactShape
{
    Line,
    Text,
    Lines,
    Whole,
    Number,
    Day,
    Moment,
    Tick,
    One,
    Many,
    Agency,
    Person,
    Persons,
    Contact,
    Contacts,
    Case,
    Handoff,
    Group,
    Rows,
}

/// <summary>One question of a form that is made from the shape of an event.</summary>
/// <param name="Name">Member of the fact, camelCase.</param>
/// <param name="Word">The enumeration of <see cref="FactShape.One"/> and <see cref="FactShape.Many"/>.</param>
/// <param name="Parts">Of a group, or of each of its rows.</param>
public sealed record FactField(string Name, FactShape Shape, bool Optional, Type? Word, IReadOnlyList<FactField> Parts)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<FactField>?> Known = [];

    /// <summary>Questions for a fact; null when it has a member that no form can ask for and that it cannot do without.</summary>
    public static IReadOnlyList<FactField>? Of(Type fact) => Known.GetOrAdd(fact, type => Questions(type, 0));

    // What is within what is within a fact is no longer a form.
    private static List<FactField>? Questions(Type type, int depth)
    {
        var fields = new List<FactField>();
        foreach (var property in EventJson.Intake.GetTypeInfo(type).Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null))
        {
            if (Is<MadeByProductAttribute>(property))
                continue;
            if (Question(property, depth) is { } field)
                fields.Add(field);
            else if (property.IsRequired)
                return null;
        }

        return fields;
    }

    private static FactField? Question(JsonPropertyInfo property, int depth)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (ShapeOf(type, property) is { } shape)
            return new(property.Name, shape, !property.IsRequired, WordOf(type), []);
        var element = ElementOf(type);
        if (depth > 1 || (element ?? type) is not { IsClass: true, Namespace: { } space } part || !space.StartsWith("Coordination.", StringComparison.Ordinal))
            return null;
        return Questions(part, depth + 1) is { Count: > 0 } parts
            ? new(property.Name, element is null ? FactShape.Group : FactShape.Rows, !property.IsRequired, null, parts)
            : null;
    }

    private static FactShape? ShapeOf(Type type, JsonPropertyInfo property)
    {
        if (ElementOf(type) is { } element)
            return element == typeof(PersonRef) ? FactShape.Persons : element == typeof(ContactRef) ? FactShape.Contacts : element.IsEnum ? FactShape.Many : element == typeof(string) || IsId(element) ? FactShape.Lines : null;
        if (type.IsEnum)
            return FactShape.One;
        if (type == typeof(string))
            return Is<NarrativeAttribute>(property) ? FactShape.Text : IsAgency(property.Name) ? FactShape.Agency : FactShape.Line;
        if (type == typeof(bool))
            return FactShape.Tick;
        if (type == typeof(DateOnly) || type == typeof(DateTimeOffset))
            return type == typeof(DateOnly) ? FactShape.Day : FactShape.Moment;
        if (type == typeof(int) || type == typeof(long))
            return FactShape.Whole;
        return type == typeof(decimal) || type == typeof(double) ? FactShape.Number
            : type == typeof(PersonRef) ? FactShape.Person
            : type == typeof(ContactRef) ? FactShape.Contact
            : type == typeof(CaseId) ? FactShape.Case
            : type == typeof(HandoffId) ? FactShape.Handoff
            : type == typeof(Guid) ? FactShape.Line
            : null;
    }

    // Of other things, one per line, as their addresses show them.
    private static bool IsId(Type type) =>
        type == typeof(Guid) || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>));

    private static bool IsAgency(string name) => name.EndsWith("agency", StringComparison.OrdinalIgnoreCase);

    private static Type? WordOf(Type type) => type.IsEnum ? type : ElementOf(type) is { IsEnum: true } element ? element : null;

    private static Type? ElementOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType && type.GetGenericArguments() is [var element] ? element : null;

    internal static bool Is<TMark>(JsonPropertyInfo property)
        where TMark : Attribute =>
        property.AttributeProvider is PropertyInfo { DeclaringType: { } owner, Name: var name } && owner.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => parameter.Name == name && parameter.IsDefined(typeof(TMark), inherit: false));
}

using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Vault;

/// <summary>Finds the free texts of an event by <see cref="NarrativeAttribute"/>, also in the records it holds, and puts others in their place.</summary>
internal static class NarrativeFields
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = [];

    /// <summary>The same event with every free text replaced; the event itself when it has none.</summary>
    /// <param name="replace">Gets the field's name and the text. Texts of nothing but blanks are left alone: there is nothing to seal.</param>
    /// <param name="other">Gets every other text.</param>
    public static object Replace(object told, Func<string, string, string> replace, Action<string>? other = null)
    {
        object? copy = null;
        foreach (var member in Members.GetOrAdd(told.GetType(), Plan))
        {
            var value = member.Property.GetValue(told);
            var replaced = Of(value, member, replace, other);
            if (ReferenceEquals(value, replaced))
                continue;
            copy ??= Copy(told);
            member.Property.SetValue(copy, replaced);
        }
        return copy ?? told;
    }

    private static object? Of(object? value, Member member, Func<string, string, string> replace, Action<string>? other)
    {
        switch (value)
        {
            case string text when member.IsNarrative:
                return string.IsNullOrWhiteSpace(text) ? text : replace(member.Name, text);
            case string text:
                other?.Invoke(text);
                return text;
            case IDictionary:
                return value;
            case IEnumerable items:
                return Items(items, member, replace, other);
            case not null when value.GetType().Namespace?.StartsWith("Coordination.", StringComparison.Ordinal) == true && value.GetType().IsClass:
                return Replace(value, replace, other);
            default:
                return value;
        }
    }

    private static IEnumerable Items(IEnumerable items, Member member, Func<string, string, string> replace, Action<string>? other)
    {
        var all = items.Cast<object?>().ToList();
        var replaced = all.Select(item => Of(item, member, replace, other)).ToList();
        if (all.Zip(replaced).All(pair => ReferenceEquals(pair.First, pair.Second)) || member.Element is not { } element)
            return items;
        var array = Array.CreateInstance(element, replaced.Count);
        for (var i = 0; i < replaced.Count; i++)
            array.SetValue(replaced[i], i);
        return array;
    }

    // Every record has it; a constructor call would lose members that are not positional.
    private static object Copy(object told) => told.GetType().GetMethod("<Clone>$")!.Invoke(told, null)!;

    private static Member[] Plan(Type type)
    {
        var narratives = type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(NarrativeAttribute), inherit: false))
            .Select(parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsValueType)
                .Select(property => new Member(
                    property, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name), narratives.Contains(property.Name),
                    property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : null)),
        ];
    }

    private sealed record Member(PropertyInfo Property, string Name, bool IsNarrative, Type? Element);
}

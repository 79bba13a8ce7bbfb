using System.Reflection;

namespace Coordination.Domain.Kernel;

/// <summary>Every event of the product with the name it is stored under, read from the attributes: no list that could rot.</summary>
public static class EventNames
{
    /// <summary>Alias and type, in the order of aliases.</summary>
    public static IReadOnlyList<KeyValuePair<string, Type>> All { get; } =
    [
        .. typeof(EventNames).Assembly.GetTypes()
            .Select(type => (Type: type, Name: type.GetCustomAttribute<EventNameAttribute>()))
            .Where(found => found.Name is not null)
            .Select(found => KeyValuePair.Create(found.Name!.Alias, found.Type))
            .OrderBy(found => found.Key, StringComparer.Ordinal),
    ];
}

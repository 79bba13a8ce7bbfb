using System.Text.RegularExpressions;

namespace Coordination.EventStore;

/// <summary>A known event type: its stored alias, its CLR type and Marten's <c>mt_dotnet_type</c> (<c>Namespace.Type, Assembly</c>).</summary>
public sealed partial record EventType(string Alias, Type ClrType)
{
    public string DotnetName { get; } = $"{ClrType.FullName}, {ClrType.Assembly.GetName().Name}";

    public static EventType Of<T>() => new(AliasOf(typeof(T)), typeof(T));

    /// <summary>Marten's default alias of a type that is not generic: <c>HandoffAccepted</c> → <c>handoff_accepted</c>.</summary>
    public static string AliasOf(Type type)
    {
        if (type.IsGenericType)
            throw new ArgumentException($"{type} is generic; events are plain records.", nameof(type));
        var words = WordAfterCapitals().Replace(type.Name, "${left} ${right}");
        // Event names are ASCII, and an alias stored on one machine is looked up on another with another culture.
        return LowerBeforeOther().Replace(words, "${left} ${right}").ToLowerInvariant().Replace(' ', '_');
    }

    [GeneratedRegex(@"(?<left>\P{Ll})(?<right>\P{Ll}\p{Ll})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordAfterCapitals();

    [GeneratedRegex(@"(?<left>\p{Ll})(?<right>\P{Ll})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LowerBeforeOther();
}

/// <summary>The declared event types. What is not declared cannot be appended, and stops a projection that meets it.</summary>
public sealed class EventTypes
{
    private readonly Dictionary<string, EventType> _byAlias;
    private readonly Dictionary<Type, EventType> _byType;

    public EventTypes(IEnumerable<EventType> types)
    {
        var all = types.ToList();
        _byAlias = all.ToDictionary(type => type.Alias, StringComparer.Ordinal);
        _byType = all.ToDictionary(type => type.ClrType);
    }

    public IReadOnlyCollection<EventType> All => _byAlias.Values;

    public EventType? Find(string alias) => _byAlias.GetValueOrDefault(alias);

    /// <exception cref="ArgumentException">The type was never declared: a bug of the caller.</exception>
    public EventType Of(Type clrType) => _byType.TryGetValue(clrType, out var type)
        ? type
        : throw new ArgumentException($"{clrType} is not a declared event type.", nameof(clrType));
}

using System.Reflection;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tests.Conventions;

/// <summary>An event of any type with every member set, the same on each run: what the golden files are made from.</summary>
internal static class Filled
{
    public static object Of(Type type) => Value(type, type.Name);

    private static object Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return name;
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return 2;
        if (type == typeof(long))
            return 2L;
        if (type == typeof(decimal))
            return 0.5m;
        if (type == typeof(Guid))
            return DeterministicId.From(name);
        if (type == typeof(DateOnly))
            return Known.MondaysDate;
        if (type == typeof(DateTimeOffset))
            return Known.Monday.ToUniversalTime();
        if (type.IsEnum)
            return Enum.GetValues(type) is { Length: > 1 } words ? words.GetValue(1)! : Enum.GetValues(type).GetValue(0)!;
        if (type.IsGenericType)
            return List(type, name);
        return Record(type, name);
    }

    private static object List(Type type, string name)
    {
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return new Dictionary<string, string>(StringComparer.Ordinal) { [name] = name };
        var element = type.GetGenericArguments()[0];
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Value(element, name), 0);
        return list;
    }

    private static object Record(Type type, string name)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, $"{name}.{parameter.Name}"))]);
    }

    /// <summary>Every sealed record of an event family, with or without a name.</summary>
    public static IEnumerable<Type> EventTypes { get; } =
    [
        .. typeof(Catalogue).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && Catalogue.Kinds.Any(kind => kind.EventFamily.IsAssignableFrom(type))),
    ];

    public static IEnumerable<Type> CommandTypes { get; } =
    [
        .. typeof(Catalogue).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && Catalogue.Kinds.Any(kind => kind.CommandFamily.IsAssignableFrom(type))),
    ];

    /// <summary>The repository, found from where the tests run.</summary>
    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coordination.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Coordination.sln is in no folder above the tests.");
        return folder.FullName;
    }

    /// <summary>Every public static refusal of the domain with the member that holds it.</summary>
    public static IEnumerable<(string Member, Refusal Refusal)> Refusals { get; } =
    [
        .. typeof(Catalogue).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Refusal)field.GetValue(null)!)),
    ];
}

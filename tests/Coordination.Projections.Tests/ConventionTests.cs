using System.Reflection;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Projections.Tests;

public sealed class ConventionTests
{
    [Fact]
    public void Every_public_read_takes_the_viewer_first()
    {
        var queries = typeof(Wording).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal))
            .ToList();
        queries.ShouldNotBeEmpty();
        foreach (var method in queries.SelectMany(type =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)))
        {
            if (!method.IsSpecialName)
                method.GetParameters().FirstOrDefault()?.ParameterType.ShouldBe(typeof(Viewer),
                    $"{method.DeclaringType!.Name}.{method.Name}");
        }
    }

    [Fact]
    public void Every_event_type_has_a_gloss()
    {
        foreach (var (alias, _) in EventNames.All)
            Glosses.Has(alias).ShouldBeTrue(alias);
    }

    [Fact]
    public void Every_word_of_the_domain_has_its_terms()
    {
        foreach (var word in WordsInBodies())
            Terms.Has(word).ShouldBeTrue($"{word.GetType().Name}.{word}");
    }

    // Enumerations reachable from event bodies, but for grades, which are said as their letter.
    private static IEnumerable<Enum> WordsInBodies()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(EventNames.All.Select(name => name.Value));
        while (open.TryDequeue(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (!seen.Add(type))
                continue;
            foreach (var part in type.IsGenericType ? type.GetGenericArguments() : [])
                open.Enqueue(part);
            if (type.Namespace?.StartsWith("Coordination", StringComparison.Ordinal) is true && !type.IsEnum)
                foreach (var property in type.GetProperties())
                    open.Enqueue(property.PropertyType);
        }

        return seen.Where(type => type.IsEnum && type.Name != "SourceGrade").SelectMany(type => Enum.GetValues(type).Cast<Enum>());
    }
}

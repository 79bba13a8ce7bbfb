using System.Reflection;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Conventions;

public sealed class NarrativeConventionTests
{
    /// <summary>What free text is called. A member of one of these names that is no narrative would stand in the log in clear, for ever.</summary>
    private static readonly string[] FreeText =
        ["Title", "Summary", "Narrative", "Reason", "Note", "Explanation", "Description", "Advice", "Message", "Text", "Comment", "Answer", "Question", "Findings"];

    [Fact]
    public void Every_free_text_of_an_event_is_marked_as_a_narrative() => Texts()
        .Where(text => FreeText.Any(name => text.Name!.EndsWith(name, StringComparison.Ordinal)) && !text.IsDefined(typeof(NarrativeAttribute)))
        .Select(text => $"{text.Member.DeclaringType!.Name}.{text.Name} needs [Narrative]")
        .ShouldBeEmpty();

    [Fact]
    public void Only_texts_are_narratives() => Types()
        .SelectMany(Parameters).Where(parameter => parameter.IsDefined(typeof(NarrativeAttribute)) && !IsText(parameter.ParameterType))
        .Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Name}")
        .ShouldBeEmpty();

    private static IEnumerable<ParameterInfo> Texts() => Types().SelectMany(Parameters).Where(parameter => IsText(parameter.ParameterType));

    private static bool IsText(Type type) => type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type);

    // Constructors of a record: the copying one has a single parameter of the record itself.
    private static IEnumerable<ParameterInfo> Parameters(Type type) => type.GetConstructors().SelectMany(constructor => constructor.GetParameters());

    /// <summary>Events and the records that they hold.</summary>
    private static HashSet<Type> Types()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(EventNames.All.Select(name => name.Value));
        while (open.TryDequeue(out var type))
        {
            if (!found.Add(type))
                continue;
            foreach (var parameter in Parameters(type))
            {
                var held = parameter.ParameterType.IsGenericType ? parameter.ParameterType.GetGenericArguments()[^1] : parameter.ParameterType;
                if (held.IsClass && held.Namespace!.StartsWith("Coordination.", StringComparison.Ordinal))
                    open.Enqueue(held);
            }
        }
        return found;
    }
}

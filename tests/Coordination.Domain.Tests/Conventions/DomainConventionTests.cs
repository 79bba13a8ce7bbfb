using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Conventions;

public sealed partial class DomainConventionTests
{
    private static readonly string Source = Path.Combine(Filled.Repository, "src", "Coordination.Domain");

    [Fact]
    public void The_domain_references_the_base_library_only() =>
        typeof(Catalogue).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void The_kernel_knows_no_module() => DependenciesOf("Kernel").ShouldBeEmpty();

    [Fact]
    public void Reference_data_knows_the_kernel_only() => DependenciesOf("Reference").ShouldBe(["Kernel"]);

    [Fact]
    public void No_module_depends_on_itself_by_way_of_others() =>
        Modules.Where(module => ReachableFrom(module).Contains(module)).ShouldBeEmpty();

    /// <summary>
    /// Another module's events may be read where one reacts to them or looks for a pattern; its state and decisions never.
    /// </summary>
    [Fact]
    public void A_module_looks_into_another_only_to_react_or_to_find_patterns() =>
        Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => IsModule(ModuleOf(file)) && !MayReact(file))
            .SelectMany(file => Mentions(File.ReadAllText(file))
                .Where(other => IsModule(other) && other != ModuleOf(file))
                .Select(other => $"{Path.GetFileName(file)} → {other}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file) && File.ReadLines(file).Count() > 300)
            .Select(Path.GetFileName).ShouldBeEmpty();

    [Fact]
    public void Every_decision_stands_in_the_file_of_its_command() =>
        Filled.CommandTypes.Where(command => !File.Exists(Path.Combine(Source, command.Namespace!.Split('.')[2], $"{command.Name}.cs")))
            .Select(command => command.Name).ShouldBeEmpty();

    private static IEnumerable<string> Modules =>
        Directory.GetDirectories(Source).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj"));

    private static bool IsModule(string name) => name is not ("Kernel" or "Reference" or "");

    private static bool MayReact(string file) =>
        file.EndsWith("Reactions.cs", StringComparison.Ordinal) || IsClock(file) || file.Split(Path.DirectorySeparatorChar).Contains("Rules", StringComparer.Ordinal);

    /// <summary>Clocks of a module say when which alert is due, and the list of clocks names them: what they share is made for that.</summary>
    private static bool IsClock(string file) => file.EndsWith("Clocks.cs", StringComparison.Ordinal);

    private static bool IsBuilt(string file) => Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static string ModuleOf(string file) =>
        Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar) is [var module, _, ..] && module is not ("bin" or "obj") ? module : "";

    private static string[] DependenciesOf(string module) =>
    [
        .. Directory.GetFiles(Path.Combine(Source, module), "*.cs", SearchOption.AllDirectories).Where(file => !IsClock(file))
            .SelectMany(file => Mentions(File.ReadAllText(file))).Where(other => other != module).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static HashSet<string> ReachableFrom(string module)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(DependenciesOf(module));
        while (next.TryPop(out var other))
        {
            if (!reached.Add(other) || !Directory.Exists(Path.Combine(Source, other)))
                continue;
            foreach (var further in DependenciesOf(other))
                next.Push(further);
        }
        return reached;
    }

    private static IEnumerable<string> Mentions(string text) => Mention().Matches(text).Select(match => match.Groups["module"].Value);

    [GeneratedRegex(@"Coordination\.Domain\.(?<module>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}

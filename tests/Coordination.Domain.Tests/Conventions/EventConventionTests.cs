using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Conventions;

public sealed partial class EventConventionTests
{
    private static readonly JsonSerializerOptions Indented = new(EventJson.Stored) { WriteIndented = true };

    private static readonly string Contracts = Path.Combine(Filled.Repository, "tests", "Coordination.Domain.Tests", "Contracts");

    public static TheoryData<Type> Events => [.. Filled.EventTypes];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_is_stored_under_the_alias_that_Marten_would_give_it(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Alias.ShouldBe(MartensAlias(type.Name));

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_name_and_is_sealed(Type type)
    {
        type.GetCustomAttribute<EventNameAttribute>().ShouldNotBeNull();
        type.IsSealed.ShouldBeTrue();
    }

    [Fact]
    public void No_two_events_share_a_name() => EventNames.All.Select(name => name.Key).ShouldBeUnique();

    /// <summary>
    /// A new event gets its file by running this once with COORDINATION_WRITE_CONTRACTS=1, and so does the shape of one that gained optional members
    /// (<c>alias.2.json</c> and so on). A file that exists is never written again: what was stored once has to be readable for ever.
    /// </summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void What_is_stored_of_an_event_is_what_its_latest_contract_says(Type type)
    {
        var stored = JsonSerializer.Serialize(Filled.Of(type), type, Indented) + "\n";
        var contracts = ContractsOf(type);
        if ((contracts is [] || File.ReadAllText(contracts[^1]) != stored) && Environment.GetEnvironmentVariable("COORDINATION_WRITE_CONTRACTS") == "1")
            File.WriteAllText(ContractFile(type, contracts.Count + 1), stored);
        contracts = ContractsOf(type);
        contracts.ShouldNotBeEmpty($"{type.Name} has no contract {ContractFile(type, 1)}");
        stored.ShouldBe(File.ReadAllText(contracts[^1]));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void What_any_contract_of_an_event_says_can_be_read_back_whole(Type type)
    {
        foreach (var contract in ContractsOf(type).Select(File.ReadAllText))
        {
            var read = JsonSerializer.Deserialize(contract, type, EventJson.Intake)!;
            (JsonSerializer.Serialize(read, type, Indented) + "\n").ShouldBe(contract);
        }
    }

    [Fact]
    public void Every_contract_is_of_an_event_that_exists() =>
        Directory.GetFiles(Contracts).Order(StringComparer.Ordinal)
            .ShouldBe(Filled.EventTypes.SelectMany(ContractsOf).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_case_in_its_fold_and_a_command_with_a_decision(Type type)
    {
        var kind = Catalogue.Kinds.Single(one => one.EventFamily.IsAssignableFrom(type));
        var fact = Filled.Of(type);
        var envelope = Known.By(Known.Batam, Known.Monday);
        Should.NotThrow(() => kind.Evolve(kind.Initial, fact, envelope));
        Should.NotThrow(() => kind.Decide(kind.Initial, kind.CommandFor(fact), envelope));
    }

    /// <summary>A person in a body that the envelope does not list would be missed by every question about that person.</summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_with_a_person_in_its_body_lists_it(Type type)
    {
        var fact = Filled.Of(type);
        var listed = (fact as IConcernsPersons)?.Persons().ToHashSet() ?? [];
        listed.ShouldBe(PersonsIn(fact), ignoreOrder: true);
    }

    /// <summary>Files of the shapes that an event has had, the latest last.</summary>
    private static List<string> ContractsOf(Type type) =>
        [.. Enumerable.Range(1, int.MaxValue).Select(shape => ContractFile(type, shape)).TakeWhile(File.Exists)];

    private static string ContractFile(Type type, int shape) =>
        Path.Combine(Contracts, $"{MartensAlias(type.Name)}{(shape == 1 ? "" : $".{shape}")}.json");

    private static HashSet<PersonRef> PersonsIn(object? value) => value switch
    {
        null or string => [],
        PersonRef person => [person],
        System.Collections.IEnumerable list => [.. list.Cast<object>().SelectMany(PersonsIn)],
        _ when value.GetType().Namespace!.StartsWith("Coordination", StringComparison.Ordinal) && !value.GetType().IsEnum =>
            [.. value.GetType().GetProperties().SelectMany(property => PersonsIn(property.GetValue(value)))],
        _ => [],
    };

    /// <summary>
    /// Marten's default (<c>EventNamingStyle.ClassicTypeName</c>): split before and between capitals, lower-case, underscores.
    /// </summary>
    private static string MartensAlias(string name) =>
        SecondSplit().Replace(FirstSplit().Replace(name, "${before} ${after}"), "${before} ${after}").ToLowerInvariant().Replace(' ', '_');

    [GeneratedRegex(@"(?<before>\P{Ll})(?<after>\P{Ll}\p{Ll})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstSplit();

    [GeneratedRegex(@"(?<before>\p{Ll})(?<after>\P{Ll})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecondSplit();
}

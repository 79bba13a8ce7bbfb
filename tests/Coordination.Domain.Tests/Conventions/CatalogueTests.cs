using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Conventions;

public sealed class CatalogueTests
{
    private static readonly DateTimeOffset Day = new(2026, 2, 12, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Keywords that say what a value is.</summary>
    private static readonly string[] Says = ["type", "enum", "anyOf", "$ref"];

    public static TheoryData<string> Aliases => [.. Catalogue.Entries.Select(entry => entry.Alias)];

    [Fact]
    public void Every_event_stands_in_the_catalogue_once() =>
        Catalogue.Entries.Select(entry => entry.Alias).Order(StringComparer.Ordinal).ShouldBe(EventNames.All.Select(name => name.Key));

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Every_entry_belongs_to_the_stream_that_decides_it(string alias)
    {
        var entry = Catalogue.Find(alias)!;
        Catalogue.Kinds.ShouldContain(entry.Stream);
        entry.Stream.EventFamily.IsAssignableFrom(entry.Event).ShouldBeTrue();
        entry.Stream.CommandFor(Fact(entry)).GetType().ShouldBe(entry.Command);
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void The_example_of_every_event_is_accepted_after_those_it_follows(string alias)
    {
        var entry = Catalogue.Find(alias)!;
        var state = entry.Stream.Initial;
        foreach (var earlier in entry.After)
            state = Decide(Catalogue.Find(earlier)!, state).State;
        Decide(entry, state).Decision.Events[^1].ShouldBeOfType(entry.Event);
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Whoever_sends_the_example_may_send_it(string alias)
    {
        var entry = Catalogue.Find(alias)!;
        if (entry.ExampleSource is { } source)
            Catalogue.AgenciesFor(entry, new(2026, 2, 12)).ShouldContain(source.Split('/')[0]);
        else
            Catalogue.AgenciesFor(entry, new(2026, 2, 12)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Every_schema_says_what_stands_at_every_place(string alias)
    {
        var schema = Catalogue.Find(alias)!.Schema;
        schema["type"]!.GetValue<string>().ShouldBe("object");
        schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        Vague(schema["properties"]!, "$").ShouldBeEmpty();
    }

    [Fact]
    public void A_person_is_described_as_an_object_and_a_contact_as_text()
    {
        var properties = Catalogue.Find("passport_application_received")!.Schema["properties"]!;
        properties["applicant"]!["anyOf"]![0]!["properties"]!["nik"]!["pattern"]!.GetValue<string>().ShouldBe(@"^\d{16}$");
        properties["phone"]!["anyOf"]![0]!["anyOf"]![0]!["type"]!.GetValue<string>().ShouldBe("string");
        Catalogue.Find("handoff_proposed")!.Schema["required"]!.AsArray().Select(one => one!.GetValue<string>())
            .ShouldBe(["kind", "subject", "role", "to", "summary"]);
    }

    [Fact]
    public void Every_command_has_a_row_of_authority_and_every_row_a_command() =>
        AuthorityMatrix.Rows.Select(row => row.Command).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(Filled.CommandTypes.Select(command => command.Name).Order(StringComparer.Ordinal));

    private static (object State, Decision<object> Decision) Decide(CatalogueEntry entry, object state)
    {
        var envelope = Known.By(Sender(entry), Moment(entry, state));
        Admission.Of(entry.Command.Name, envelope).Refusal.ShouldBeNull();
        var decision = entry.Stream.Decide(state, Informed(entry.Stream.CommandFor(Fact(entry)), envelope), envelope);
        decision.Refusal?.Code.ShouldBeNull(entry.Alias);
        return (decision.Events.Aggregate(state, (before, one) => entry.Stream.Evolve(before, one, envelope)), decision);
    }

    /// <summary>What the Host finds out before it asks for the decision.</summary>
    private static object Informed(object command, Envelope envelope) => command switch
    {
        RequestErasure request => request with { IntroducedBy = envelope.By.Agency },
        ApproveErasure approve => approve with { Holds = [] },
        ChooseNarratives choose => choose with { Offered = choose.Fact.Narratives.ToHashSet() },
        _ => command,
    };

    /// <summary>What ends by itself ends when it is due.</summary>
    private static DateTimeOffset Moment(CatalogueEntry entry, object state) =>
        entry.Stream.Lapses(state).FirstOrDefault(lapse => lapse.Happened.GetType() == entry.Event)?.Due ?? Day;

    private static Officer Sender(CatalogueEntry entry) => entry.ExampleSource?.Split('/') is [var agency, var unit]
        ? new($"{agency}.{unit}", agency, unit, OfficerRole.UnitHead, Level.R)
        : Officer.System;

    /// <summary>
    /// The example as the edge hands it on: references in place of persons and contacts, read strictly. A case has been given its number.
    /// </summary>
    private static object Fact(CatalogueEntry entry)
    {
        var data = entry.Example();
        if (entry.Alias == "case_opened")
            data["number"] = "2026-0001";
        return ExampleFact.Of(entry, data, written => DeterministicId.From(written.ToJsonString()));
    }

    /// <summary>Places where the schema allows anything, which would be where a type of ours was not translated.</summary>
    private static IEnumerable<string> Vague(JsonNode properties, string path) =>
        properties.AsObject().SelectMany(property => VagueAt(property.Value, $"{path}.{property.Key}"));

    private static IEnumerable<string> VagueAt(JsonNode? node, string path)
    {
        if (node is not JsonObject schema || !Says.Any(schema.ContainsKey))
            return [path];
        if (schema["type"]?.ToJsonString().Contains("array", StringComparison.Ordinal) == true)
            return VagueAt(schema["items"], $"{path}[]");
        return schema["properties"] is { } inner ? Vague(inner, path) : [];
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sentences;

public sealed partial class EventSentencesTests
{
    private static readonly EventSentences Sentences =
        new(new(EventNames.All.Select(name => new EventType(name.Key, name.Value))), new(EventJson.Stored));

    public static IEnumerable<TheoryDataRow<string>> Aliases => EventNames.All.Select(name => new TheoryDataRow<string>(name.Key));

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Every_event_is_told_in_both_languages_without_a_name(string alias)
    {
        var entry = Catalogue.Find(alias).ShouldNotBeNull();
        var data = JsonSerializer.SerializeToUtf8Bytes(Vaulted(entry.Example(), entry.Event));
        var envelope = new Envelope(Batam, Monday, Monday, "TPI-SEKUPANG", [], Marking.Default, null);

        var sentence = Sentences.Of(new(alias, data, envelope, [Teratai], 1));
        foreach (var text in new[] { sentence.Id, sentence.En })
        {
            text.Length.ShouldBeGreaterThan(15, alias);
            Identity().IsMatch(text).ShouldBeFalse(text);
            text.ShouldNotContain("?", customMessage: "every part of it is known");
            IsoDay().IsMatch(text).ShouldBeFalse($"{text}: a day as machines write it");
        }

        sentence.Id.ShouldNotBe(sentence.En);
    }

    [Fact]
    public void A_unit_is_called_as_people_call_it()
    {
        Names.Unit("KANIM-BATAM").ShouldBe("Kanim Batam");
        Names.Unit("TPI-BATAM-CENTER").ShouldBe("TPI Batam Center");
        Names.Unit("BP3MI-KEPRI").ShouldBe("BP3MI Kepri");
    }

    [Fact]
    public void Documents_and_laws_are_cited_as_on_paper()
    {
        Names.Document("BAST", "14/II/2026").ShouldBe("BAST 14/II/2026");
        Names.Document("BAST", "BAST/14/II/2026").ShouldBe("BAST/14/II/2026");
        Names.Law("UU-21-2007:4").ShouldBe("UU 21/2007 Ps 4");
        Names.Law("UU-21-2007").ShouldBe("UU 21/2007");
        Names.Place("53.04").ShouldBe("53.04 Nusa Tenggara Timur");
        Names.Place("TPI-SEKUPANG").ShouldBe("TPI Sekupang");
    }

    [Fact]
    public void English_is_given_to_who_asks_for_it_and_Indonesian_to_all_others()
    {
        var wording = new Wording("kasus", "case");
        wording.In("en-GB").ShouldBe("case");
        wording.In("id").ShouldBe("kasus");
        wording.In(null).ShouldBe("kasus");
        wording.In("fr").ShouldBe("kasus");
    }

    /// <summary>The example as it stands in the log: persons and contacts replaced by references, as the type of the event says.</summary>
    private static JsonNode Vaulted(JsonNode node, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(PersonRef))
            return JsonValue.Create(Teratai.Value);
        if (type == typeof(ContactRef))
            return JsonValue.Create(ElangsPhone.Value);
        if (node is JsonArray list)
            return new JsonArray([.. list.Select(one => Vaulted(one!, type.GetGenericArguments()[0]))]);
        if (node is not JsonObject whole || EventJson.Stored.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } shape)
            return node.DeepClone();
        return new JsonObject(whole.Select(pair =>
            KeyValuePair.Create(pair.Key, (JsonNode?)Vaulted(pair.Value!, shape.Properties.Single(property => property.Name == pair.Key).PropertyType))));
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"Teratai|Bakung|Gagak|Elang|ZZ00|\+62|\d{16}|[0-9a-f]{8}-[0-9a-f]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identity();
}

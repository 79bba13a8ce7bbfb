using Xunit;

namespace Coordination.Host.Tests.Intake;

/// <summary>Things that are not CloudEvents, with the code of what is wrong and where it is.</summary>
internal static class MalformedEvents
{
    private const string Rest = "\"id\":\"1\",\"source\":\"/imigrasi/batam\",\"type\":\"id.satgas.handoff_received\",\"data\":{}";

    public static TheoryData<string, string, string> All => new()
    {
        { "", "cloudevents.not_json", "line 1, byte 1" },
        { "not json", "cloudevents.not_json", "line 1, byte 2" },
        { "{\"specversion\":\"1.0\",", "cloudevents.not_json", "line 1, byte 22" },
        { $"{{\"specversion\":\"1.0\",{Rest}}} trailing", "cloudevents.not_json", "line 1, byte 116" },
        { "[]", "cloudevents.not_an_object", "$" },
        { "\"text\"", "cloudevents.not_an_object", "$" },
        { "null", "cloudevents.not_an_object", "$" },
        { $"{{{Rest}}}", "cloudevents.missing_attribute", "$.specversion" },
        { $"{{\"specversion\":\"0.3\",{Rest}}}", "cloudevents.specversion", "$.specversion" },
        { $"{{\"specversion\":1.0,{Rest}}}", "cloudevents.wrong_type", "$.specversion" },
        { With("id", null), "cloudevents.missing_attribute", "$.id" },
        { With("id", "\"\""), "cloudevents.missing_attribute", "$.id" },
        { With("id", "7"), "cloudevents.wrong_type", "$.id" },
        { With("id", $"\"{new string('x', 201)}\""), "cloudevents.too_long", "$.id" },
        { With("id", "\"a\\u0000b\""), "cloudevents.control_character", "$.id" },
        { With("source", null), "cloudevents.missing_attribute", "$.source" },
        { With("source", "\"not a uri\""), "cloudevents.source", "$.source" },
        { With("source", "{}"), "cloudevents.wrong_type", "$.source" },
        { With("type", null), "cloudevents.missing_attribute", "$.type" },
        { With("type", "\"  \""), "cloudevents.missing_attribute", "$.type" },
        { With("subject", "\"\""), "cloudevents.missing_attribute", "$.subject" },
        { With("time", "\"yesterday\""), "cloudevents.time", "$.time" },
        { With("time", "\"2026-02-09T07:05:00\""), "cloudevents.time", "$.time" },
        { With("time", "\"2026-02-30T07:05:00Z\""), "cloudevents.time", "$.time" },
        { With("time", "1770595500"), "cloudevents.wrong_type", "$.time" },
        { With("datacontenttype", "\"text/xml\""), "cloudevents.datacontenttype", "$.datacontenttype" },
        { With("Place", "\"21.71\""), "cloudevents.attribute_name", "$.Place" },
        { With("audience", "[\"POLRI\"]"), "cloudevents.wrong_type", "$.audience" },
        { With("data", null), "cloudevents.data_missing", "$.data" },
        { With("data", "null"), "cloudevents.data_missing", "$.data" },
        { With("data", "[1]"), "cloudevents.data_not_object", "$.data" },
        { With("data", "\"text\""), "cloudevents.data_not_object", "$.data" },
        { With("data_base64", "\"e30=\""), "cloudevents.data_twice", "$.data_base64" },
        { $"{{\"specversion\":\"1.0\",\"id\":\"2\",{Rest}}}", "cloudevents.duplicate_key", "line 1, byte 37" },
        { With("data", "{\"a\":1,\"a\":2}"), "cloudevents.duplicate_key", "line 1, byte 113" },
        { With("data", Deep(16)), "cloudevents.too_deep", "line 1, byte 172" },
        { With("id", "\"\\ud800\""), "cloudevents.not_json", "$" },
    };

    private static string With(string name, string? value)
    {
        var members = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["specversion"] = "\"1.0\"", ["id"] = "\"1\"", ["source"] = "\"/imigrasi/batam\"", ["type"] = "\"id.satgas.handoff_received\"", ["data"] = "{}",
        };
        members[name] = value;
        return "{" + string.Join(",", members.Where(member => member.Value is not null).Select(member => $"\"{member.Key}\":{member.Value}")) + "}";
    }

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
}

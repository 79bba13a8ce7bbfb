using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots.Forms;
using Coordination.Projections;

namespace Coordination.Host.Snapshots;

/// <summary>A folded state for people, guided by the type that it was serialised from.</summary>
internal static class StateLines
{
    private const int Deepest = 4;
    private const string Between = " · ";

    public static IReadOnlyList<(string Label, string Value)> Of(RawJson state, Type type, Texts texts, Zone zone)
    {
        using var parsed = state.Parse();
        var lines = new List<(string, string)>();
        Walk(parsed.RootElement, TypeOf(type), "", new(texts, zone, lines), 0);
        return lines;
    }

    private static void Walk(JsonElement value, JsonTypeInfo type, string label, Telling told, int depth)
    {
        if (depth > Deepest)
            return;
        if (Word(value, type.Type, told) is { } word)
        {
            if (word.Length > 0)
                told.Lines.Add((label, word));
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array)
            Items(value, TypeOf(type.ElementType!), label, told, depth);
        else if (type.Kind == JsonTypeInfoKind.Dictionary && value.ValueKind == JsonValueKind.Object)
            foreach (var entry in value.EnumerateObject())
                Walk(entry.Value, TypeOf(type.ElementType!), Under(label, KeyOf(entry.Name, type.KeyType, told)), told, depth + 1);
        else if (type.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object)
            foreach (var property in type.Properties.Where(property => IsToRead(property, depth)))
                if (value.TryGetProperty(property.Name, out var member) && member.ValueKind != JsonValueKind.Null)
                    Walk(member, TypeOf(property.PropertyType), Under(label, told.Texts.Member(property.Name)), told, depth + 1);
    }

    // What the product makes to compare by is for no eye, and the status stands beside the title.
    private static bool IsToRead(JsonPropertyInfo property, int depth) =>
        !FactField.Is<MadeByProductAttribute>(property) && !(depth == 0 && property.Name == "status");

    private static string KeyOf(string key, Type? type, Telling told) =>
        type is { IsEnum: true } && Enum.TryParse(type, key, out var word) ? told.Texts.Term((Enum)word!).Capital() : Names.GetValueOrDefault(key, key);

    // Words of one list on one line; parts each by their number.
    private static void Items(JsonElement list, JsonTypeInfo element, string label, Telling told, int depth)
    {
        var words = list.EnumerateArray().Select(item => Word(item, element.Type, told)).ToList();
        if (words.Count > 0 && words.All(word => word is not null))
        {
            var said = words.Where(word => word!.Length > 0).ToList();
            // Whole sentences follow each other as they stand.
            if (said.Count > 0)
                told.Lines.Add((label, string.Join(said.Exists(word => word!.EndsWith('.')) ? " " : ", ", said)));
            return;
        }

        var number = 0;
        foreach (var item in list.EnumerateArray())
            Walk(item, element, $"{label} {told.Texts.Number(++number)}", told, depth + 1);
    }

    /// <returns>Null for what has parts.</returns>
    private static string? Word(JsonElement value, Type type, Telling told)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value.ValueKind switch
        {
            JsonValueKind.True => told.Texts["things.yes"],
            // What is not so need not be said.
            JsonValueKind.False => "",
            JsonValueKind.Number => value.ToString(),
            JsonValueKind.Object when type == typeof(StepTime) => told.Texts.Step(value.Deserialize<StepTime>(EventJson.Stored)!, told.Zone),
            JsonValueKind.Object when type == typeof(Officer) =>
                $"{CodeNames.Desk(value.GetProperty("agency").GetString()!, value.GetProperty("unit").GetString())}{Between}{value.GetProperty("id").GetString()}",
            JsonValueKind.String => Text(value, type, told),
            _ => null,
        };
    }

    private static string Text(JsonElement value, Type type, Telling told)
    {
        var text = value.GetString()!;
        if (type.IsEnum && Enum.TryParse(type, text, out var word))
            return told.Texts.Term((Enum)word!).Capital();
        if (type == typeof(PersonRef))
            return new PersonRef(value.GetGuid()).Code;
        if (type == typeof(DateTimeOffset) && value.TryGetDateTimeOffset(out var moment))
            return told.Texts.Moment(moment, told.Zone);
        if (type == typeof(DateOnly) && DateOnly.TryParseExact(text, "O", out var day))
            return told.Texts.Day(day);
        // References to other things say nothing to a reader; a contact stays in the vault.
        if (Guid.TryParse(text, out _))
            return "";
        return text.Contains(':', StringComparison.Ordinal) && CodeNames.Group(text) is { } group && group != text && text.StartsWith("unit:", StringComparison.Ordinal)
            ? group
            : Names.GetValueOrDefault(text) ?? CodeNames.Unit(text);
    }

    private static readonly Dictionary<string, string> Names =
        CodeNames.Agencies.ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal);

    private static string Under(string label, string member) => label.Length == 0 ? member : $"{label}{Between}{member}";

    private static JsonTypeInfo TypeOf(Type type) => EventJson.Stored.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private sealed record Telling(Texts Texts, Zone Zone, List<(string Label, string Value)> Lines);
}

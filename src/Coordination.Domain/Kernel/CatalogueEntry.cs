using System.Reflection;
using System.Text.Json.Nodes;

namespace Coordination.Domain.Kernel;

/// <summary>What an agency's engineer needs to know of one event type, and what the product needs to take it in.</summary>
/// <param name="Command">Type of the command that stating this fact amounts to.</param>
/// <param name="Gloss">What it is called in Indonesian.</param>
/// <param name="ExampleSource"><c>AGENCY/UNIT</c> that sends the example; null when only the product itself writes this event.</param>
/// <param name="ExampleData">Valid intake data, JSON: persons as objects, contacts as plain text.</param>
/// <param name="After">Aliases whose examples come before this one on the same subject, in order.</param>
public sealed record CatalogueEntry(
    StreamKind Stream,
    Type Event,
    Type Command,
    string Gloss,
    string EnglishGloss,
    string? ExampleSource,
    string ExampleData,
    IReadOnlyList<string> After)
{
    public string Alias { get; } = Event.GetCustomAttribute<EventNameAttribute>()!.Alias;

    /// <summary>Nobody sends it.</summary>
    public bool SystemOnly => ExampleSource is null;

    /// <summary>JSON Schema (2020-12) of intake data.</summary>
    public JsonNode Schema { get; } = IntakeSchema.Of(Event);

    /// <summary>The example, parsed; a fresh copy each time.</summary>
    public JsonObject Example() => JsonNode.Parse(ExampleData)!.AsObject();
}

/// <summary>Entries of one stream kind, so that a module's list reads as a table.</summary>
internal sealed class CatalogueOf<TEvent>(StreamKind stream)
    where TEvent : class
{
    public CatalogueEntry Entry<TFact, TCommand>(string gloss, string english, string? source, string data, params string[] after)
        where TFact : TEvent => new(stream, typeof(TFact), typeof(TCommand), gloss, english, source, data, after);
}

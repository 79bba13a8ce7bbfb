using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Coordination.Host.Replay;

/// <summary>Answers of earlier steps, and the references to them in later ones: <c>${name.member}</c>, <c>${name[1].member}</c>.</summary>
internal sealed partial class Answers
{
    private readonly Dictionary<string, JsonNode> _saved = new(StringComparer.Ordinal);

    public void Save(string name, JsonNode answer) => _saved[name] = answer;

    /// <summary>A copy with every reference replaced.</summary>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Resolve)]),
        JsonValue v when v.TryGetValue<string>(out var text) => JsonValue.Create(Resolve(text)),
        _ => node?.DeepClone(),
    };

    /// <exception cref="InvalidOperationException">A reference leads nowhere.</exception>
    public string Resolve(string text) => Reference().Replace(text, match => Find(match.Groups["path"].Value));

    private string Find(string path)
    {
        var parts = path.Split('.', '[');
        JsonNode? node = _saved.GetValueOrDefault(parts[0]);
        foreach (var part in parts[1..])
            node = part.EndsWith(']') ? node?[int.Parse(part.AsSpan(0, part.Length - 1), CultureInfo.InvariantCulture)]
                : node is JsonArray { Count: > 0 } list ? list[0]?[part]
                : node?[part];
        return node?.ToString() ?? throw new InvalidOperationException($"${{{path}}} leads nowhere: no earlier step saved it.");
    }

    [GeneratedRegex(@"\$\{(?<path>[A-Za-z0-9_.\[\]-]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}

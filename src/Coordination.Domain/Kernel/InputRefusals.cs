using System.Text.Json;

namespace Coordination.Domain.Kernel;

/// <summary>Refusals about the form of a command that every module shares.</summary>
public static class InputRefusals
{
    public static readonly Refusal Blank = new("input.blank", "A text that somebody will have to act on is missing.", RefusalKind.Invalid);

    public static readonly Refusal Empty = new("input.empty", "A list that needs at least one entry has none.", RefusalKind.Invalid);
}

/// <summary>Checks that end in one of the shared refusals; null when all is well.</summary>
internal static class Input
{
    public static Refusal? Blank(params ReadOnlySpan<(string Field, string? Value)> texts)
    {
        var blank = new List<string>();
        foreach (var (field, value) in texts)
        {
            if (string.IsNullOrWhiteSpace(value))
                blank.Add(field);
        }
        return blank.Count == 0 ? null : InputRefusals.Blank with { Details = blank };
    }

    public static Refusal? Empty<T>(string field, IReadOnlyCollection<T>? list) =>
        list is null or { Count: 0 } ? InputRefusals.Empty with { Details = [field] } : null;

    /// <summary>
    /// Places in a list, such as <c>indicators[1]</c>: an answer names them, since a value may be what somebody wrote into the wrong field.
    /// </summary>
    public static string[] Places<T>(string field, IReadOnlyList<T>? list, Func<T, bool> isWrong) =>
        [.. Enumerable.Range(0, list?.Count ?? 0).Where(at => isWrong(list![at])).Select(at => $"{field}[{at}]")];

    /// <summary>Whether both would be stored as the same text: what counts for a fact that holds lists or records with lists.</summary>
    public static bool SameBody<T>(T one, T other)
        where T : class => JsonSerializer.Serialize(one, EventJson.Stored) == JsonSerializer.Serialize(other, EventJson.Stored);

    /// <summary>Same members in the same order; an absent list equals an empty one.</summary>
    public static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) => (one ?? []).SequenceEqual(other ?? []);
}

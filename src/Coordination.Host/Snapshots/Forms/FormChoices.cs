namespace Coordination.Host.Snapshots.Forms;

/// <summary>What a form offers beside free entry: value and text of each.</summary>
/// <param name="Persons">Persons that the thing or its case concerns, by code.</param>
/// <param name="Cases">Joint cases that the reader may open.</param>
/// <param name="Handoffs">Handoffs of the reader's desk.</param>
public sealed record FormChoices(
    IReadOnlyList<(string Value, string Text)> Persons, IReadOnlyList<(string Value, string Text)> Cases,
    IReadOnlyList<(string Value, string Text)> Handoffs)
{
    public static FormChoices None { get; } = new([], [], []);

    /// <summary>A form that needs a person begins with the first of them. Not where a wrong one would do harm.</summary>
    public bool Presumes { get; init; } = true;
}

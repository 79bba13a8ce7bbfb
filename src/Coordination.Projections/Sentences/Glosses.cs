using Coordination.Domain;

namespace Coordination.Projections;

/// <summary>What each type of event is called, as the catalogue has it, written as a heading.</summary>
internal static class Glosses
{
    private static readonly Dictionary<string, Wording> All = Catalogue.Entries.ToDictionary(
        entry => entry.Alias, entry => new Wording(Heading(entry.Gloss), Heading(entry.EnglishGloss)), StringComparer.Ordinal);

    public static Wording Of(string kind) => All.GetValueOrDefault(kind) ?? new(kind, kind);

    public static bool Has(string kind) => All.ContainsKey(kind);

    private static string Heading(string gloss) => gloss.Length == 0 ? gloss : string.Concat(gloss[..1].ToUpperInvariant(), gloss[1..]);
}

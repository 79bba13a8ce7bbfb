namespace Coordination.Projections;

/// <summary>A text for people in both languages of the product. Indonesian is the first one and the fallback.</summary>
public sealed record Wording(string Id, string En)
{
    /// <param name="language">A language tag; everything that is not English reads Indonesian.</param>
    public string In(string? language) => language is not null && language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Id;
}

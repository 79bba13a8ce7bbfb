using System.Text.RegularExpressions;
using Coordination.Host.Pages;
using Coordination.Host.Resources;

namespace Coordination.Host.Snapshots.Forms;

/// <summary>
/// Finds, in the texts of a form, the identity that was typed into its own fields for a person: a text is read by all who read the thing, an identity by
/// who says why. The hint beside each text asks for the same; this is for who did not read it.
/// </summary>
internal static partial class IdentitiesInText
{
    /// <summary>Shorter parts of a name are common words.</summary>
    private const int ShortestWord = 3;

    /// <param name="alias">Begins the names of the form's fields.</param>
    public static IEnumerable<FormError> Of(IReadOnlyList<FactField> fields, string alias, FormValues form, Texts texts)
    {
        var told = fields.Where(field => field.Shape == FactShape.Person).SelectMany(field => IdentityOf($"{alias}.{field.Name}", form))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return fields.Where(field => field.Shape is FactShape.Text or FactShape.Line && Words(form[$"{alias}.{field.Name}"]).Any(told.Contains))
            .Select(field => new FormError(texts.Fill("things.identityInText", texts.Member(field.Name)), $"{alias}.{field.Name}"));
    }

    // Each part of a name: people are called by one of them.
    private static IEnumerable<string> IdentityOf(string person, FormValues form) =>
        Words(string.Join(' ', form[$"{person}.name"], form[$"{person}.passport"], form[$"{person}.nik"])).Where(word => word.Length >= ShortestWord);

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}

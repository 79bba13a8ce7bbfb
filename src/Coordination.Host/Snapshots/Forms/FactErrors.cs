using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Pages;
using Coordination.Host.Resources;

namespace Coordination.Host.Snapshots.Forms;

/// <summary>A no to what was typed into a form of <see cref="FactField"/>, in the reader's language.</summary>
internal static class FactErrors
{
    /// <summary>Leads to the field that is to be mended, where the answer names one.</summary>
    /// <param name="alias">Begins the names of the form's fields.</param>
    public static FormError Of(Refusal refusal, string alias, Texts texts)
    {
        var language = Language.English;
        if (texts == Texts.Indonesian)
            language = Language.Indonesian;
        var text = ProblemTexts.Of(refusal, language);
        if (refusal.Details is not [{ Length: > 2 } where, ..] || !where.StartsWith("$.", StringComparison.Ordinal))
            return new(text);
        var path = where[2..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        return new($"{text} {texts.Member(path.Split('.')[^1])}", $"{alias}.{path}");
    }
}

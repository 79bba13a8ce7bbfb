using System.Collections.Frozen;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

/// <summary>A form that victims are identified with.</summary>
/// <param name="IndicationFrom">The score from which an adult is a suspected victim. For a child any indicator is enough: no means is needed (Palermo Protocol Art 3(c)).</param>
/// <param name="Verified">False where the sources name the form but not its threshold.</param>
public sealed record ScreeningForm(string Code, string Title, int IndicationFrom, DateOnly From, DateOnly? Until = null, bool Verified = false)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    public bool Indicates(int score, int indicators, bool isChild) => score >= IndicationFrom || (isChild && indicators > 0);
}

/// <summary>The forms in use, by code. None of them asks for the sex of the person: men are screened as women are.</summary>
public static class ScreeningForms
{
    private static readonly FrozenDictionary<string, ScreeningForm> ByCode = new ScreeningForm[]
    {
        new("SKRINING-TPPO", "Formulir identifikasi korban TPPO (Permen PPPA 8/2021)", 3, new(2021, 1, 1)),
        new("SKRINING-TPPO-ANAK", "Formulir identifikasi korban anak (Permen PPPA 8/2021)", 1, new(2021, 1, 1)),
        new("SKRINING-SINGKAT", "Formulir singkat di TPI dan lapangan", 2, new(2024, 1, 1)),
        new("SKRINING-IOM", "Formulir skrining IOM", 3, new(2018, 1, 1)),
    }.ToFrozenDictionary(form => form.Code, StringComparer.Ordinal);

    public static IEnumerable<ScreeningForm> All => ByCode.Values.OrderBy(form => form.Code, StringComparer.Ordinal);

    public static ScreeningForm? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The refusal for a form that is none, or was not in use on that day.</summary>
    public static Refusal? Missing(string code, DateOnly day) =>
        Find(code)?.InForceOn(day) is true ? null : VictimReferenceRefusals.UnknownForm with { Details = ["form"] };
}

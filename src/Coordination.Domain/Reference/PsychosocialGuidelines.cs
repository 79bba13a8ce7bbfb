using System.Collections.Frozen;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

/// <param name="Verified">False where the sources name the guideline but not its day.</param>
public sealed record Guideline(string Code, string Title, DateOnly From, DateOnly? Until = null, bool Verified = false)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>Guidelines of psychosocial care, by code. The one for men stands on its own: men had been overlooked by those before it.</summary>
public static class PsychosocialGuidelines
{
    public const string Male = "PEDOMAN-PSIKOSOSIAL-LAKI-LAKI";

    private static readonly FrozenDictionary<string, Guideline> ByCode = new Guideline[]
    {
        new("PEDOMAN-PSIKOSOSIAL", "Rehabilitasi psikososial korban TPPO (Permen PPPA 8/2021)", new(2021, 1, 1)),
        new("PEDOMAN-PSIKOSOSIAL-ANAK", "Rehabilitasi psikososial korban anak", new(2021, 1, 1)),
        new(Male, "Pedoman psikososial korban laki-laki (Kemensos dan IOM, 2021-2023)", new(2021, 1, 1)),
    }.ToFrozenDictionary(guideline => guideline.Code, StringComparer.Ordinal);

    public static IEnumerable<Guideline> All => ByCode.Values.OrderBy(guideline => guideline.Code, StringComparer.Ordinal);

    /// <summary>The refusal for a guideline that is none, or was not in force on that day.</summary>
    public static Refusal? Missing(string code, DateOnly day) =>
        ByCode.GetValueOrDefault(code)?.InForceOn(day) is true
            ? null
            : VictimReferenceRefusals.UnknownGuideline with { Details = ["guideline"] };
}

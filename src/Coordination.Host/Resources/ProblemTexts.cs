using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;

namespace Coordination.Host.Resources;

/// <summary>Texts of refusals: English stands with the refusal itself, Indonesian in <c>problems.id.json</c> by code. A test holds that none is missing.</summary>
internal static class ProblemTexts
{
    internal static IReadOnlyDictionary<string, string> Indonesian { get; } = Load();

    public static string Of(Refusal refusal, Language language) =>
        language == Language.English ? refusal.Message : Indonesian.GetValueOrDefault(refusal.Code, refusal.Message);

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(ProblemTexts).Assembly.GetManifestResourceStream("Coordination.Host.Resources.problems.id.json")
            ?? throw new InvalidOperationException("problems.id.json is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}

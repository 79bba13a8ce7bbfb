using Microsoft.Net.Http.Headers;

namespace Coordination.Host.Http;

/// <summary>The language of the answer: Indonesian unless English is preferred.</summary>
public sealed record Language(string Code)
{
    public static Language Indonesian { get; } = new("id");

    public static Language English { get; } = new("en");

    public static Language Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
            return Indonesian;
        var best = wanted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .FirstOrDefault(language => Is(language, "id") || Is(language, "en"));
        return best is not null && Is(best, "en") ? English : Indonesian;
    }

    private static bool Is(StringWithQualityHeaderValue language, string code) =>
        language.Value.Equals(code, StringComparison.OrdinalIgnoreCase)
        || language.Value.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase);
}

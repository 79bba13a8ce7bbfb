using Coordination.Projections;

namespace Coordination.Host.Http;

/// <summary>A page of a list.</summary>
/// <param name="Next">Send it as <c>after</c> to go on; null on the last page.</param>
/// <param name="Withheld">How many more there are here that you may know of and not read.</param>
public sealed record PageBody<T>(IReadOnlyList<T> Items, string? Next, int Withheld)
{
    internal static PageBody<T> Of(Page<T> page) => new(page.Items, page.Next?.ToString(), page.Withheld);
}

/// <summary>Query parameters that every list takes.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <returns>The parameter that is wrong, or null.</returns>
    public static Problem? Read(string? after, int? limit, out Keyset? keyset, out int rows)
    {
        keyset = null;
        rows = limit ?? DefaultLimit;
        if (rows is < 1 or > MaxLimit)
            return Problem.Of(HttpRefusals.BadParameter.About("limit"));
        if (string.IsNullOrEmpty(after))
            return null;
        if (!Keyset.TryParse(after, null, out var parsed))
            return Problem.Of(HttpRefusals.BadParameter.About("after"));
        keyset = parsed;
        return null;
    }
}

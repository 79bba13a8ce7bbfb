namespace Coordination.Host.Http;

/// <summary>
/// No filter holds the character NUL: PostgreSQL has no text with it, so that a question with one would fail where it is asked instead of being refused.
/// </summary>
internal static class ReadableQuery
{
    // A server takes no bare control character in an address; written twice over ("%2500") it is text.
    private const string Nul = "%00";

    public static IApplicationBuilder UseReadableQuery(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.QueryString.Value?.Contains(Nul, StringComparison.Ordinal) == true
            ? Problem.Of(HttpRefusals.BadParameter).ExecuteAsync(context)
            : next(context));
}

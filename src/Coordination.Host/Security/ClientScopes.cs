using Coordination.Domain.Members;
using Coordination.Host.Http;

namespace Coordination.Host.Security;

/// <summary>Holds an agency's system to the scopes of its token. Persons have none: their role says what they may.</summary>
internal static class ClientScopes
{
    public static IApplicationBuilder UseScopes(this IApplicationBuilder app) => app.Use((context, next) =>
        context.User.FindFirst(Principals.ScopeClaim) is { } scopes && Needed(context.Request) is { } needed && !scopes.Value.Split(' ').Contains(needed, StringComparer.Ordinal)
            ? Refuse(context, needed)
            : next(context));

    private static Task Refuse(HttpContext context, string needed)
    {
        context.RequestServices.GetRequiredService<DecisionLog>().Denied(context, HttpRefusals.ScopeMissing);
        return Problem.Of(HttpRefusals.ScopeMissing.About(needed)).ExecuteAsync(context);
    }

    /// <returns>Null for what every token may do: end itself, and read what types of events there are.</returns>
    private static string? Needed(HttpRequest request)
    {
        var path = request.Path;
        if (path.StartsWithSegments("/api/v1/tokens", StringComparison.Ordinal) || path.StartsWithSegments("/api/v1/catalogue", StringComparison.Ordinal))
            return null;
        if (path.StartsWithSegments("/api/v1/events", StringComparison.Ordinal))
            return Scopes.Events;
        if (path.StartsWithSegments("/api/v1/stream", StringComparison.Ordinal))
            return Scopes.Stream;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? Scopes.Read : Scopes.Commands;
    }
}

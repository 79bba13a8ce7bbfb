using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Coordination.Host.Security;

/// <summary>
/// Who was let in and who was not, for those who watch the system (OWASP ASVS 5.0 16.3.1, 16.3.2). A line holds names of accounts that exist and of
/// routes, never what a caller wrote: nobody can put a line, a password or a name of a person into it.
/// </summary>
internal sealed partial class DecisionLog(ILogger<DecisionLog> log) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _answer = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var (method, route) = (MethodOf(context.Request), RouteOf(context));
        if (authorizeResult.Forbidden)
            Forbidden(log, Principals.OfficerOf(context.User)?.Id, method, route);
        else if (authorizeResult.Challenged)
            Challenged(log, method, route);
        return _answer.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <param name="account">Null for a name that nobody has: it may be a password typed into the wrong field.</param>
    public void SignedIn(SignInAnswer answer, string? account, string kind)
    {
        if (answer is SignInAnswer.Welcome)
            Welcome(log, account!, kind);
        else
            Refused(log, answer, account ?? "(unknown)", kind);
    }

    /// <summary>A no to who is signed in: a scope or a recent second factor is missing.</summary>
    public void Denied(HttpContext context, HttpRefusal refusal) =>
        DeniedOnRoute(log, refusal.Refusal.Code, Principals.OfficerOf(context.User)?.Id, MethodOf(context.Request), RouteOf(context));

    /// <summary>A no where the request says less than the rule: a code was wrong, a right is not held.</summary>
    public void Denied(Refusal refusal, string account) => DeniedTo(log, refusal.Code, account);

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";

    // A method is the caller's word as well.
    private static string MethodOf(HttpRequest request) =>
        request.Method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" ? request.Method : "(other)";

    [LoggerMessage(LogLevel.Information, "Signed in: {Account} ({Kind})")]
    private static partial void Welcome(ILogger log, string account, string kind);

    [LoggerMessage(LogLevel.Warning, "Sign-in {Answer}: {Account} ({Kind})")]
    private static partial void Refused(ILogger log, SignInAnswer answer, string account, string kind);

    [LoggerMessage(LogLevel.Warning, "Forbidden: {Account} {Method} {Route}")]
    private static partial void Forbidden(ILogger log, string? account, string method, string route);

    [LoggerMessage(LogLevel.Warning, "Denied {Code}: {Account} {Method} {Route}")]
    private static partial void DeniedOnRoute(ILogger log, string code, string? account, string method, string route);

    [LoggerMessage(LogLevel.Warning, "Denied {Code}: {Account}")]
    private static partial void DeniedTo(ILogger log, string code, string account);

    [LoggerMessage(LogLevel.Information, "Not signed in: {Method} {Route}")]
    private static partial void Challenged(ILogger log, string method, string route);
}

using Coordination.Host.Http;

namespace Coordination.Host.Security.SecondFactor;

/// <summary>On an endpoint or a page: the second factor must have been proved within the last five minutes (OWASP ASVS 5.0, 7.5.3).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepUpRequiredAttribute : Attribute;

/// <summary>The one place where a recent second factor is asked for.</summary>
public static class StepUp
{
    /// <summary>How long one proof is enough.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Where a page sends who must prove it first.</summary>
    public const string PagePath = "/langkah-kedua";

    /// <summary>Demands a recent second factor: for what reveals an identity, exports, or breaks the glass.</summary>
    public static TBuilder RequireStepUp<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(
            new StepUpRequiredAttribute(),
            new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));

    internal static IApplicationBuilder UseStepUp(this IApplicationBuilder app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StepUpRequiredAttribute>() is null || IsFresh(context) ? next(context) : Refuse(context));

    /// <summary>The no of an endpoint that asks only after it has read: a person who followed a link proves it and comes back, a program gets a problem.</summary>
    internal static IResult Demand(HttpContext context)
    {
        Tell(context);
        return IsPersonsLink(context.Request)
            ? TypedResults.Redirect($"{PagePath}?kembali={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}")
            : Problem.Of(HttpRefusals.StepUpRequired);
    }

    // Programs sign in with a header and do not ask for pages.
    private static bool IsPersonsLink(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.Any(accepted => accepted?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true);

    internal static bool IsFresh(HttpContext context) =>
        Principals.SecondFactorAt(context.User) is { } at
        && context.RequestServices.GetRequiredService<SessionClock>().Now - at is var age && age >= TimeSpan.Zero - Fresh && age <= Fresh;

    private static Task Refuse(HttpContext context)
    {
        Tell(context);
        if (SecurityHeaders.IsApi(context.Request.Path))
            return Problem.Of(HttpRefusals.StepUpRequired).ExecuteAsync(context);
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path.ToString();
        context.Response.Redirect($"{PagePath}?kembali={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    private static void Tell(HttpContext context) =>
        context.RequestServices.GetRequiredService<DecisionLog>().Denied(context, HttpRefusals.StepUpRequired);
}

/// <summary>Says of the request at hand whether its officer has proved the second factor just now; nothing that no person asks has.</summary>
internal sealed class RecentProof(IHttpContextAccessor http)
{
    public bool Stands => http.HttpContext is { } context && StepUp.IsFresh(context);
}

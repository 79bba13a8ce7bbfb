namespace Coordination.Host.Http;

/// <summary>Gives an API answer that has a status and no body (no such route, method not allowed, wrong media type) the body that every other no has.</summary>
internal static class StatusCodeProblems
{
    public static IApplicationBuilder UseStatusCodeProblems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.HasStarted || !SecurityHeaders.IsApi(context.Request.Path) || context.Response.ContentType is not null)
            return;
        if (RefusalOf(context.Response.StatusCode) is { } refusal)
            await Problem.Of(refusal).ExecuteAsync(context);
    });

    private static HttpRefusal? RefusalOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => HttpRefusals.BadRequest,
        StatusCodes.Status401Unauthorized => HttpRefusals.Unauthenticated,
        StatusCodes.Status403Forbidden => HttpRefusals.RoleForbidden,
        StatusCodes.Status404NotFound => HttpRefusals.NotFound,
        StatusCodes.Status405MethodNotAllowed => HttpRefusals.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => HttpRefusals.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => HttpRefusals.MediaType,
        _ => null,
    };
}

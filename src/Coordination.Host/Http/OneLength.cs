namespace Coordination.Host.Http;

/// <summary>
/// A body with two lengths is refused: a proxy that believes the other one would take a part of it for the next request (OWASP ASVS 5.0 4.2.1).
/// </summary>
internal static class OneLength
{
    // Kestrel believes the encoding and puts the length aside under this name.
    private const string PutAside = "X-Content-Length";

    public static IApplicationBuilder UseOneLength(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Request.Headers;
        if (headers.TransferEncoding.Count == 0 || (headers.ContentLength is null && !headers.ContainsKey(PutAside)))
            return next(context);
        context.Response.Headers.Connection = "close";
        return Problem.Of(HttpRefusals.BadRequest).ExecuteAsync(context);
    });
}

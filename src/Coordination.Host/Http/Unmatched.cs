using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Coordination.Host.Http;

/// <summary>
/// What no route of the API takes. The pages answer every other path, which would turn a wrong method into "no such page"; here it stays
/// 405 with the methods that the resource does take.
/// </summary>
internal static class Unmatched
{
    public static void Map(WebApplication app)
    {
        var routes = new Lazy<List<(TemplateMatcher Path, IReadOnlyList<string> Methods)>>(() => Routes(app));
        app.Map("/api/{**rest}", (HttpContext http) => Answer(http, routes.Value)).AllowAnonymous().ExcludeFromDescription();
    }

    private static Problem Answer(HttpContext http, List<(TemplateMatcher Path, IReadOnlyList<string> Methods)> routes)
    {
        var allowed = routes
            .Where(route => Matches(route.Path, http.Request.Path))
            .SelectMany(route => route.Methods).Distinct(StringComparer.Ordinal).ToArray();
        if (allowed.Length == 0)
            return Problem.Of(HttpRefusals.NotFound);
        http.Response.Headers.Allow = string.Join(", ", allowed);
        return Problem.Of(HttpRefusals.MethodNotAllowed);
    }

    /// <summary>The matcher knows places and not what may stand in them; of ours, only ids are bound to a form.</summary>
    private static bool Matches(TemplateMatcher template, PathString path)
    {
        var values = new RouteValueDictionary();
        return template.TryMatch(path, values) && template.Template.Parameters.All(parameter =>
            parameter.InlineConstraints.All(constraint => constraint.Constraint is not "guid" || Guid.TryParse(values[parameter.Name!]?.ToString(), out _)));
    }

    private static List<(TemplateMatcher, IReadOnlyList<string>)> Routes(WebApplication app) =>
    [
        .. from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
           where methods is not null && IsApi(endpoint.RoutePattern)
           select (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []), methods),
    ];

    private static bool IsApi(RoutePattern pattern) => pattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true;
}

using System.Text.RegularExpressions;
using Coordination.Host.Commands;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Host.Tests.Asvs;

/// <summary>One method of one path that the running Host answers.</summary>
internal sealed record Route(string Method, string Pattern, RouteEndpoint Endpoint)
{
    public bool IsApi => Pattern.StartsWith("/api/v1/", StringComparison.Ordinal);

    /// <summary>Its body is a fact or a typed object; what is read by hand (CloudEvents, reports of browsers) is not among them.</summary>
    public bool TakesJson => Endpoint.Metadata.GetMetadata<FactNote>() is not null
        || Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true;

    public override string ToString() => $"{Method} {Pattern}";
}

/// <summary>What the running Host answers, from its own list: a new route is tested without anybody thinking of it.</summary>
internal static partial class Routes
{
    public static IReadOnlyList<Route> Of(CoordinationHost host) =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           select new Route(method, pattern, endpoint),
    ];

    /// <summary>With the same id in every place, and a number where only a number is matched.</summary>
    public static string PathOf(this Route route, string id = "0190a000-0000-7000-8000-0000000000ff") =>
        Hole().Replace(route.Pattern, hole => hole.Value.Contains(":int", StringComparison.Ordinal) ? "1" : id);

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1_000)]
    private static partial Regex Hole();
}

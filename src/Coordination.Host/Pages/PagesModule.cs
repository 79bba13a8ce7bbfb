using Coordination.Host.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Pages;

/// <summary>The pages: server-rendered, usable without script, under a content policy that allows no inline script or style.</summary>
public static class PagesModule
{
    /// <summary>Where a quick exit leads: a page that anybody might have open.</summary>
    private static readonly Uri NeutralSite = new("https://www.bmkg.go.id/");

    private static readonly string ContentPolicy = string.Join(
        "; ",
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "base-uri 'none'",
        "frame-ancestors 'none'", $"form-action 'self' {NeutralSite.GetLeftPart(UriPartial.Authority)}", $"report-uri {Http.PolicyReports.Path}");

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Run from the build output as well as installed: the files come compressed as the build left them, never squeezed anew per request.
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "coordination-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddScoped(provider => PageLanguage.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddScoped<AudiencePreview>();
        services.AddSingleton<ShownPosition>();
        services.AddScoped<Live.PageCursor>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/", () => TypedResults.Redirect("/meja")).ExcludeFromDescription();
        app.MapGet("/bahasa/{language}", PageLanguage.Choose).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/keluar", SignOut).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/keluar-cepat", QuickExit).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorComponents<App>().Add(Guard);
    }

    /// <summary>Headers before the first byte, and an answer that a person can use when the store does not answer.</summary>
    private static void Guard(EndpointBuilder endpoint)
    {
        // A page is for those who work on cases unless it says otherwise itself.
        if (!endpoint.Metadata.Any(metadata => metadata is IAuthorizeData or IAllowAnonymous))
            endpoint.Metadata.Add(new AuthorizeAttribute(Permissions.Work));
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = async context =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            try
            {
                await next(context);
            }
            catch (Exception e) when (!context.Response.HasStarted && Http.Faults.IsStoreGone(e))
            {
                await Unavailable(context);
            }
        };
    }

    private static async Task Unavailable(HttpContext context)
    {
        context.Response.Clear();
        Http.SecurityHeaders.Apply(context);
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        // A scope renders one page: its navigation is bound to the one that failed, and refuses to be bound again.
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var former = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<UnavailablePage>().ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = former;
        }
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOut(HttpContext context, IAntiforgery antiforgery, AccessTokens tokens)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        await PageSession.End(context, tokens);
        return TypedResults.Redirect("/masuk");
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> QuickExit(HttpContext context, IAntiforgery antiforgery, AccessTokens tokens)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        await PageSession.End(context, tokens);
        return TypedResults.Redirect(NeutralSite.ToString());
    }
}

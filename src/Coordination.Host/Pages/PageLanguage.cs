using Coordination.Host.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Pages;

/// <summary>
/// The language of the pages: Indonesian until a reader chooses English. The browser's preference is not asked: office machines are often
/// installed in English, their users are not.
/// </summary>
internal static class PageLanguage
{
    private const string Cookie = "bahasa";

    public static Texts Of(HttpContext? context) => Texts.For(context?.Request.Cookies[Cookie]);

    public static RedirectHttpResult Choose(HttpContext context, string language, string? kembali)
    {
        context.Response.Cookies.Append(Cookie, Texts.For(language).Language, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return TypedResults.Redirect(LocalPath.Or(kembali, "/meja"));
    }
}

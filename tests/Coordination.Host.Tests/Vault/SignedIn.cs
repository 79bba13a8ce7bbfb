using System.Net;
using System.Text.RegularExpressions;
using Coordination.Host.Tests.Api;

namespace Coordination.Host.Tests.Vault;

/// <summary>A browser without a screen: a page session by cookies, forms sent as a browser without JavaScript sends them.</summary>
internal sealed partial class SignedIn : HttpClient
{
    private SignedIn(HttpMessageHandler handler)
        : base(handler)
    {
    }

    public static async Task<SignedIn> As(ApiFixture api, string user)
    {
        var browser = new SignedIn(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = api.Host.Address };
        using var entered = await browser.Submit("/masuk", "masuk", ("nama", user), ("sandi", ApiFixture.Password));
        return browser;
    }

    /// <summary>Of somebody who has no account.</summary>
    public static SignedIn Nobody(ApiFixture api) => new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = api.Host.Address };

    /// <summary>Opens a page, fills one of its forms and sends it.</summary>
    public async Task<HttpResponseMessage> Submit(string path, string form, params (string Name, string Value)[] values)
    {
        var page = await GetStringAsync(path, ApiFixture.Ct);
        var hidden = Hidden().Matches(page).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        var all = hidden.Where(field => field.Item1 is not "_handler").DistinctBy(field => field.Item1).Append(("_handler", form)).Concat(values);
        using var content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await PostAsync(path, content, ApiFixture.Ct);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}

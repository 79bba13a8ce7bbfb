using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>Emergency access as its user meets it, in a browser without script.</summary>
public sealed partial class GlassPageTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_number_that_no_case_bears_is_answered_on_the_page_and_what_was_typed_is_kept()
    {
        var page = await world.SignedIn("bp3mi.ntt", javaScript: false);
        await page.GotoAsync("/akses-darurat/baru");
        page.Url.ShouldContain("/langkah-kedua");
        await page.FillAsync("#kode", Digits().Match((await page.Locator("form p.mute").TextContentAsync())!).Value);
        await page.ClickAsync("main form button");
        await page.FillAsync("[name=kasus]", "2026-9999");
        await page.FillAsync("[name=alasan]", "Korban menelepon dari pelabuhan.");
        await page.ClickAsync("main form button");
        await Expect(page.Locator("#errors")).ToContainTextAsync("Tidak ada");
        await Expect(page.Locator("[name=alasan]")).ToHaveValueAsync("Korban menelepon dari pelabuhan.");
    }

    [GeneratedRegex("[0-9]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}

using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Pages;

/// <summary>Taking a report back, and answering for it, in the browser and without scripts.</summary>
public sealed class SharingJourneyTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    private const string Owner = "polri.barelang";
    private const string Reader = "imigrasi.batam";

    [Fact]
    public async Task A_report_is_taken_back_after_a_preview_and_the_reader_answers_from_the_desk()
    {
        var reader = await world.SignedIn(Reader, javaScript: false);
        await reader.GotoAsync($"/intelijen/{world.Report}");
        (await reader.TextContentAsync("main"))!.ShouldContain("Tawaran kerja");
        await reader.GotoAsync($"/berbagi/{world.Report}");
        (await reader.Locator("form[action]:has(#tetap), form:has(#tetap)").CountAsync()).ShouldBe(0, "only the owner narrows");

        var owner = await world.SignedIn(Owner, javaScript: false);
        await owner.GotoAsync($"/berbagi/{world.Report}");
        await owner.FillAsync("#sebab", "Sumber harus dilindungi.");
        await Press(owner, "form:has(#sebab) button[value=lihat]");
        var preview = (await owner.TextContentAsync("form:has(#sebab) .audience"))!;
        preview.ShouldContain("Polri");
        preview.ShouldNotContain("Imigrasi");
        await Shoot(owner, "berbagi");
        await Press(owner, "form:has(#sebab) button[value=ya]");
        (await owner.TextContentAsync("main"))!.ShouldContain("imigrasi.batam");

        (await reader.GotoAsync($"/intelijen/{world.Report}"))!.Status.ShouldBe(404);
        await reader.GotoAsync("/meja");
        await reader.ClickAsync("a[href='/penarikan']");
        await reader.CheckAsync("input[value=Destroyed]");
        await Shoot(reader, "penarikan");
        await Press(reader, "main form button");
        (await reader.TextContentAsync("main"))!.ShouldContain("Jawaban dicatat");
        await owner.ReloadAsync();
        (await owner.TextContentAsync("main"))!.ShouldContain("salinan dimusnahkan");
    }

    private static async Task Press(IPage page, string button)
    {
        await page.ClickAsync(button);
        await page.WaitForLoadStateAsync();
    }

    // For people who judge the look; nothing is compared.
    private static async Task Shoot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COORDINATION_SHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}

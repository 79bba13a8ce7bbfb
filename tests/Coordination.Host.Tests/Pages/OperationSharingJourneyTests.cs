using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>The audience of an operation, changed by its owner in the browser: a reader is added, sees, is taken out, and sees nothing.</summary>
public sealed class OperationSharingJourneyTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_reader_is_added_and_taken_out_and_only_the_owner_is_told()
    {
        var path = $"/operasi/{world.UnderWay}";
        var owner = await world.SignedIn("imigrasi.batam", javaScript: false);
        var party = await world.SignedIn("polri.barelang", javaScript: false);
        var reader = await world.SignedIn("pemda.malaka", javaScript: false);
        (await reader.GotoAsync(path))!.Status.ShouldBe(404);

        await owner.GotoAsync(path);
        await owner.GetByRole(AriaRole.Link, new() { Name = "Akses dan pembagian" }).ClickAsync();
        await owner.Locator("form:has(#alasan) summary", new() { HasText = "Pemkab/Pemkot" }).ClickAsync();
        await owner.CheckAsync("#penerima-PEMDA-KAB");
        await owner.FillAsync("#alasan", "Menyiapkan penampungan.");
        await Send(owner, "form:has(#alasan)");

        await reader.GotoAsync(path);
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Operasi Batu Ampar");
        await Expect(reader.Locator("#lapangan")).ToHaveCountAsync(0); // reads, and takes no part
        await owner.GotoAsync(path);
        await Expect(owner.Locator("main .audience").First).ToContainTextAsync("Pemkab");
        await party.GotoAsync(path);
        await Expect(party.Locator("main .audience").First).ToContainTextAsync("Imigrasi, Polri, Satgas TPPO");
        await Expect(party.Locator("main .audience").First).Not.ToContainTextAsync("Pemkab");

        await owner.GotoAsync($"/berbagi/{world.UnderWay}");
        await owner.FillAsync("#sebab", "Sasaran berubah.");
        await owner.ClickAsync("form:has(#sebab) button[value=lihat]");
        await Expect(owner.Locator("form:has(#sebab) .audience")).ToContainTextAsync("Imigrasi, Polri, Satgas TPPO");
        await owner.ClickAsync("form:has(#sebab) button[value=ya]");
        await Expect(owner.Locator("main")).ToContainTextAsync("pemda.malaka");
        (await reader.GotoAsync(path))!.Status.ShouldBe(404);
        (await party.GotoAsync(path))!.Status.ShouldBe(200);
    }

    private static async Task Send(IPage page, string form)
    {
        await page.ClickAsync($"{form} button[value=lihat]");
        await page.ClickAsync($"{form} button[value=ya]");
        await Expect(page.Locator(".done-strip")).ToBeVisibleAsync();
    }
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>Things without a page of their own, from the desk to the record, in a browser without script.</summary>
public sealed class SnapshotJourneyTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task An_officer_proposes_a_watch_entry_and_a_second_one_approves_it()
    {
        var page = await world.SignedIn("imigrasi.batam", javaScript: false);
        await page.GotoAsync($"/pantauan/baru?kasus={world.Case}");
        await page.SelectOptionAsync("[name='watch_entry_proposed.kind']", "Interest");
        await page.ClickAsync("button[value=lihat]");
        await Expect(page.Locator("#errors")).ToContainTextAsync("Isi Alasan.");
        await page.FillAsync("[name='watch_entry_proposed.reason']", "Menjemput orang di pelabuhan.");
        await page.FillAsync("[name='watch_entry_proposed.action']", "Wawancarai.");
        await page.CheckAsync("[name='watch_entry_proposed.person'][value='']");
        await page.Locator("summary", new() { HasText = "Orang yang belum tercatat" }).ClickAsync();
        await page.FillAsync("[name='watch_entry_proposed.person.passport']", "ZZ0000066");
        await page.ClickAsync("button[value=lihat]");
        await Expect(page.Locator("main .audience").First).ToContainTextAsync("Polri");
        await Expect(page.Locator("[name='watch_entry_proposed.reason']")).ToHaveValueAsync("Menjemput orang di pelabuhan.");
        await Expect(page.Locator("#errors")).ToHaveCountAsync(0);
        await page.ClickAsync("button[value=ya]");
        await page.WaitForURLAsync(url => url.Contains("hasil=ya", StringComparison.Ordinal));
        await Expect(page.Locator("h1")).ToContainTextAsync("P-");
        await Expect(page.Locator(".state")).ToContainTextAsync("Menjemput orang di pelabuhan.");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("entri pengawasan disetujui", new() { IgnoreCase = true });

        var second = await world.SignedIn("imigrasi.atambua", javaScript: false);
        await second.GotoAsync(new Uri(page.Url).AbsolutePath);
        await second.Locator("summary", new() { HasText = "Entri pengawasan disetujui" }).ClickAsync();
        await second.FillAsync("[name='watch_entry_approved.validUntil']", TimeProvider.System.GetUtcNow().AddMonths(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await second.Locator("details[open] button[value=lihat]").ClickAsync();
        await second.Locator("button[value=ya]").ClickAsync();
        await second.WaitForURLAsync(url => url.Contains("hasil=ya", StringComparison.Ordinal));
        await Expect(second.Locator("h1 + .chip")).ToHaveTextAsync("berlaku");
        await Expect(second.Locator(".history")).ToContainTextAsync("menyetujui entri daftar pantau");
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_what_to_do()
    {
        var page = await world.SignedIn("imigrasi.atambua", javaScript: false);
        await page.GotoAsync($"/pantauan/{world.Entry}");
        await page.Locator("summary", new() { HasText = "Entri pengawasan disetujui" }).ClickAsync();
        await page.FillAsync("[name='watch_entry_approved.validUntil']", "2020-01-01");
        await page.FillAsync("[name='watch_entry_approved.note']", "Sudah dibahas.");
        await page.Locator("details[open] button[value=lihat]").ClickAsync();
        await page.Locator("button[value=ya]").ClickAsync();
        await Expect(page.Locator("#errors")).ToBeVisibleAsync();
        await Expect(page.Locator("[name='watch_entry_approved.note']")).ToHaveValueAsync("Sudah dibahas.");
    }

    [Fact]
    public async Task The_desk_shows_what_an_officer_can_do_next_and_nobody_elses_work()
    {
        await world.Tell(
            "imigrasi.batam", new WatchEntryProposed(WatchKind.Interest, "Menawarkan kerja.", "Wawancarai.", PagesFixture.Gagak),
            marking: Marking.Of(Level.T, Audiences.Agency("BP3MI")));
        var desk = await world.SignedIn("koordinator", javaScript: false);
        await desk.GotoAsync("/meja");
        await Expect(desk.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Menunggu Anda", Exact = true })).ToBeVisibleAsync();
        await Expect(desk.Locator("main")).ToContainTextAsync("Langkah Anda:");
        var regency = await world.SignedIn("pemda.malaka", javaScript: false);
        await regency.GotoAsync("/meja");
        (await regency.ContentAsync()).ShouldNotContain("/pantauan/");
    }
}

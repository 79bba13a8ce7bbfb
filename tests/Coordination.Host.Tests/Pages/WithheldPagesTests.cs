using System.Text.RegularExpressions;
using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>Whoever may know nothing of a thing sees on every page what someone sees who asks for a thing that is not there.</summary>
public sealed partial class WithheldPagesTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_withheld_thing_and_a_missing_one_give_the_same_page()
    {
        // The regency is no member of the case, no end of the handoff, and no recipient of alert and report.
        var page = await world.SignedIn("pemda.malaka");
        foreach (var (kind, thing) in new[] { ("kasus", world.Case.Value), ("serah-terima", world.Handoff.Value), ("peringatan", world.Alert), ("intelijen", world.Report), ("operasi", world.Operation), ("pantauan", world.Entry) })
        {
            var withheld = await Get(page, $"/{kind}/{thing}");
            var missing = await Get(page, $"/{kind}/{Guid.Empty}");
            withheld.Status.ShouldBe(404, kind);
            missing.Status.ShouldBe(404, kind);
            (withheld.Body == missing.Body).ShouldBeTrue(kind);
        }
    }

    [Theory]
    [InlineData("/meja")]
    [InlineData("/kasus")]
    [InlineData("/serah-terima?kotak=semua")]
    [InlineData("/peringatan?semua=ya")]
    [InlineData("/intelijen")]
    [InlineData("/operasi")]
    [InlineData("/pantauan?milik=semua")]
    [InlineData("/pelindungan?milik=semua")]
    [InlineData("/pelindungan/baru?kasus={case}")]
    [InlineData("/lainnya")]
    [InlineData("/serah-terima/baru?kasus={case}")]
    [InlineData("/kasus/baru?peringatan={alert}")]
    public async Task A_list_or_form_tells_nothing_of_what_its_reader_may_not_know(string path)
    {
        var page = await world.SignedIn("pemda.malaka");
        var body = (await Get(page, path.Replace("{case}", world.Case.ToString(), StringComparison.Ordinal).Replace("{alert}", world.Alert.ToString(), StringComparison.Ordinal))).Body;
        body.ShouldNotContain("Malaka–Batam");
        body.ShouldNotContain("pesan berantai");
        body.ShouldNotContain(PagesFixture.Gagak.Code);
        body.ShouldNotContain(PagesFixture.Teratai.Code);
        body.ShouldNotContain("class=\"n\"");
    }

    [Fact]
    public async Task What_may_be_known_to_exist_is_a_number_on_the_timeline()
    {
        var file = new CaseId(await world.Tell(
            "koordinator",
            new CaseOpened("Jalur Malaka", MigrationPhase.BeforeDeparture, "Dibuka atas laporan desa.", [], [], ["POLRI", "PEMDA-KAB"]),
            place: "53.21"));
        await world.Tell(
            "koordinator", new CaseMemberAdded("LPSK", "Saksi memerlukan pelindungan."), file.Value, Marking.Of(Level.R, Audiences.CaseMembers));
        var officer = await world.SignedIn("polri.barelang");
        var regency = await world.SignedIn("pemda.malaka");
        await regency.GotoAsync($"/kasus/{file}");
        // Rahasia lies above its clearance: it may know that something is there, and no more.
        await Expect(regency.Locator(".withheld")).ToContainTextAsync("tidak dapat Anda lihat");
        (await regency.ContentAsync()).ShouldNotContain("Saksi memerlukan");
        await officer.GotoAsync($"/kasus/{file}");
        await Expect(officer.Locator(".withheld")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_for_nobody_sends_to_the_sign_in_and_back()
    {
        var page = await world.Anonymous(javaScript: false);
        await page.GotoAsync($"/kasus/{world.Case}");
        page.Url.ShouldContain("/masuk");
        await page.FillAsync("#nama", "polri.barelang");
        await page.FillAsync("#sandi", PagesFixture.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync($"**/kasus/{world.Case}");
    }

    private static async Task<(int Status, string Body)> Get(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync(path);
        return (answer.Status, Secret().Replace(await answer.TextAsync(), "").Replace(Uri.EscapeDataString(path), "", StringComparison.Ordinal));
    }

    // Tokens against forgery differ on every page.
    [GeneratedRegex("""name="__RequestVerificationToken" value="[^"]*"|<!--[^>]*-->""", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}

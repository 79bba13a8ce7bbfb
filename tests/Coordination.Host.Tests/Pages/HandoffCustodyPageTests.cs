using System.Text.RegularExpressions;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>What a handoff shows of the chain of each item, of its returns and of its record.</summary>
public sealed partial class HandoffCustodyPageTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    private static readonly Custodian Batam = new("IMIGRASI", "KANIM-BATAM");
    private static readonly Custodian Barelang = new("POLRI", "POLRESTA-BARELANG", "Gudang 2");

    [Theory]
    [InlineData("imigrasi.batam")]
    [InlineData("polri.barelang")]
    public async Task Both_ends_see_who_holds_each_item_and_what_does_not_agree(string user)
    {
        var handoff = await HandedOn();
        var page = await world.SignedIn(user, javaScript: false);
        await page.GotoAsync($"/serah-terima/{handoff}");
        var (ticket, telephone) = (Row(page, "B-01"), Row(page, "B-02"));

        await Expect(ticket).ToContainTextAsync("tidak ada selisih tercatat");
        await Expect(ticket).ToContainTextAsync("Polri · Polresta Barelang");
        await Expect(ticket).ToContainTextAsync("Gudang 2 · sebelumnya Kanim Batam");
        await Expect(ticket).Not.ToHaveClassAsync("lacking");
        await Expect(telephone.Locator(".chip.danger.fw-bold")).ToContainTextAsync("Tidak cocok: segel berbeda");
        await Expect(telephone).ToHaveClassAsync("lacking");
        await telephone.GetByRole(AriaRole.Link, new() { Name = "Rantai penyimpanan" }).ClickAsync();
        page.Url.ShouldEndWith($"/barang-bukti/{EvidenceDecider.StreamOf(handoff, "B-02")}");
        await Expect(page.Locator("h1")).ToContainTextAsync("B-02");
    }

    [Fact]
    public async Task Who_may_read_the_handoff_and_not_the_chain_sees_the_manifest_and_no_more()
    {
        var handoff = await HandedOn();
        var member = await world.SignedIn("bp3mi.kepri", javaScript: false); // of the case, and no end of the handoff
        await member.GotoAsync($"/serah-terima/{handoff}");
        await Expect(Row(member, "B-02")).ToContainTextAsync("KB-224");
        await Expect(Row(member, "B-02")).ToContainTextAsync("Kanim Batam");
        await Expect(member.Locator("a[href^='/barang-bukti/']")).ToHaveCountAsync(0);
        await Expect(member.Locator("main")).Not.ToContainTextAsync("Tidak cocok");
        await Expect(member.Locator("main")).Not.ToContainTextAsync("Gudang 2");

        var regency = await world.SignedIn("pemda.malaka", javaScript: false);
        var answer = await regency.GotoAsync($"/serah-terima/{handoff}");
        answer!.Status.ShouldBe(404);
        (await answer.TextAsync()).ShouldNotContain("barang-bukti/");
    }

    [Fact]
    public async Task Both_sides_see_how_often_it_came_back()
    {
        var handoff = new HandoffId(await world.HandOver());
        var page = await world.SignedIn("imigrasi.batam", javaScript: false);
        await page.GotoAsync($"/serah-terima/{handoff}");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("dikembalikan 1 kali");
        await Tell("polri.barelang", new HandoffReceived(), handoff.Value);
        await Tell("polri.barelang", new HandoffReturned([new("Citra ponsel", "B-02")], "Belum ada citra."), handoff.Value);
        await page.ReloadAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("dikembalikan 1 kali");
        await Tell("imigrasi.batam", new HandoffSupplemented([new("B-02", "Citra ponsel", EvidenceKind.DeviceImage, "Kanim Batam", "KB-224", Pending: true)], "Menyusul."), handoff.Value);
        await Tell("polri.barelang", new HandoffReturned([new("Citra ponsel", "B-02")], "Masih belum ada."), handoff.Value);
        await page.ReloadAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("dikembalikan 2 kali");
    }

    [Fact]
    public async Task The_record_of_a_secret_handoff_opens_after_the_second_factor_and_not_before()
    {
        var police = await world.SignedIn("polri.barelang", javaScript: false);
        await police.GotoAsync($"/serah-terima/{world.Handoff}");
        await police.Locator("#berita-acara").GetByRole(AriaRole.Link, new() { Name = "Buka untuk dicetak" }).ClickAsync();
        police.Url.ShouldContain("/langkah-kedua?kembali=");
        var code = Digits().Match((await police.Locator("form p.mute").TextContentAsync())!).Value;
        await police.FillAsync("#kode", code);
        await police.ClickAsync("main form button");
        await Expect(police.Locator("h1")).ToHaveTextAsync("BERITA ACARA SERAH TERIMA");
        police.Url.ShouldEndWith($"/api/v1/handoffs/{world.Handoff}/record?format=html");
        await police.GoBackAsync();
        var document = await police.APIRequest.GetAsync($"/api/v1/handoffs/{world.Handoff}/record?format=docx");
        (await document.BodyAsync()).Take(2).ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task What_was_not_sent_yet_has_no_record()
    {
        var proposed = await world.Tell(
            "imigrasi.batam",
            new HandoffProposed(HandoffKind.Police, PagesFixture.Gagak, SubjectRole.Suspect, new("POLRI", "POLRESTA-BARELANG", "PPA-PPO"), "Berkas disiapkan.", "UU 21/2007 Ps 2", Case: world.Case),
            marking: new Marking(Level.R, [Audiences.CaseMembers], []), place: "TPI-SEKUPANG");
        var page = await world.SignedIn("imigrasi.batam", javaScript: false);
        await page.GotoAsync($"/serah-terima/{proposed}");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("#berita-acara")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    private static ILocator Row(IPage page, string item) => page.Locator("table tr").Filter(new() { HasText = $"{item} ·" });

    private Task<Guid> Tell(string user, object fact, Guid? thing = null) => world.Tell(user, fact, thing, Marking.Of(Level.R, Audiences.Unit("POLRI", "POLRESTA-BARELANG")));

    /// <summary>Two items went on to the police: the ticket as it was sent, the telephone under another seal.</summary>
    private async Task<HandoffId> HandedOn()
    {
        var handoff = new HandoffId(await world.HandOver());
        await Tell("polri.barelang", new EvidenceCustodyChanged(Batam, Barelang, Sha256: new string('a', 64), Handoff: handoff, Item: "B-01"));
        await Tell("polri.barelang", new EvidenceCustodyChanged(Batam, Barelang, "KB-999", Handoff: handoff, Item: "B-02"));
        return handoff;
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>The main job, done by two agencies in two browsers.</summary>
public sealed partial class HandoffJourneyTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handoff_is_sent_received_returned_supplemented_and_accepted(bool javaScript)
    {
        var immigration = await world.SignedIn("imigrasi.batam", javaScript);
        var police = await world.SignedIn("polri.barelang", javaScript);
        var path = await Send(immigration);

        await police.GotoAsync("/meja");
        await police.Locator($"a[href='{path}']").ClickAsync();
        await police.GetByRole(AriaRole.Button, new() { Name = "Sudah diterima fisik" }).ClickAsync();
        await Expect(police.Locator(".done-strip")).ToContainTextAsync("Penerimaan dicatat");

        await Return(police);
        await Expect(police.Locator(".done-strip")).ToContainTextAsync("Dikembalikan");
        await Expect(police.Locator(".track .now")).ToContainTextAsync("Kanim Batam");

        await immigration.GotoAsync("/meja");
        await immigration.Locator($"a[href='{path}']").ClickAsync();
        await Expect(immigration.Locator("main")).ToContainTextAsync("Citra forensik diperlukan");
        await immigration.FillAsync("#b0-sha", new string('c', 64));
        await immigration.GetByRole(AriaRole.Button, new() { Name = "Kirim kelengkapan" }).ClickAsync();
        await Expect(immigration.Locator(".done-strip")).ToContainTextAsync("Dilengkapi");
        await Expect(immigration.Locator("main")).ToContainTextAsync("Citra ponsel × 2 keping");

        await police.GotoAsync(path);
        await police.FillAsync("#nomor", "LP/B/118/II/2026");
        await police.ClickAsync("#terima");
        await Expect(police.Locator(".done-strip")).ToContainTextAsync("Diterima");

        await police.GotoAsync($"/kasus/{world.Case}");
        await Expect(police.Locator($".tl a[href='{path}']")).ToHaveCountAsync(5);
        await Expect(police.Locator(".tl li").First.Locator(".track")).ToContainTextAsync("Dilengkapi");
    }

    [Fact]
    public async Task What_was_typed_for_the_handover_record_is_printed_in_it()
    {
        var immigration = await world.SignedIn("imigrasi.batam");
        var path = await Send(immigration, "T");
        await immigration.GotoAsync($"/api/v1/handoffs/{path.Split('/')[^1]}/record?format=html");
        var record = immigration.Locator("main");
        await Expect(record).ToContainTextAsync("2 keping");
        await Expect(record).ToContainTextAsync("34 tahun");
        await Expect(record).ToContainTextAsync("juru bahasa");
        await Expect(record).ToContainTextAsync("tpi.sekupang");
        await Expect(record).ToContainTextAsync("NIP-7F31");
        var order = record.Locator("tr", new() { HasText = "Surat tugas; jumlah 1" });
        foreach (var word in new[] { "ST/9/II/2026", "P-", "asli" })
            await Expect(order).ToContainTextAsync(word);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_to_return_a_handoff()
    {
        var path = $"/serah-terima/{await world.HandOver()}";
        var police = await world.SignedIn("polri.barelang");
        await police.GotoAsync(path);
        await TabTo(police, "Kembalikan untuk dilengkapi");
        await police.Keyboard.PressAsync("Enter");
        await TabTo(police, "alasan");
        await police.Keyboard.TypeAsync("Citra ponsel belum ada.");
        await TabTo(police, "Kembalikan");
        await police.Keyboard.PressAsync("Enter");
        await Expect(police.Locator(".done-strip")).ToContainTextAsync("Dikembalikan");
    }

    [Fact]
    public async Task A_form_with_an_error_keeps_what_was_typed_and_says_what_to_do()
    {
        var police = await world.SignedIn("polri.barelang", javaScript: false);
        await police.GotoAsync($"/serah-terima/{await world.HandOver()}");
        await police.ClickAsync("summary:has-text('Kembalikan')");
        await police.FillAsync("#lainnya", "BAP petugas TPI");
        await police.UncheckAsync("[id='kurang-B-02']");
        await police.CheckAsync("[id='kurang-B-01']");
        await police.GetByRole(AriaRole.Button, new() { Name = "Kembalikan", Exact = true }).ClickAsync();

        await Expect(police.Locator("#errors")).ToContainTextAsync("Isi alasan");
        await Expect(police.Locator("#lainnya")).ToHaveValueAsync("BAP petugas TPI");
        await Expect(police.Locator("[id='kurang-B-01']")).ToBeCheckedAsync();
        await Expect(police.Locator("[id='kurang-B-02']")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Sending_the_same_form_twice_records_it_once()
    {
        var path = $"/serah-terima/{await world.HandOver()}";
        var police = await world.SignedIn("polri.barelang");
        await police.GotoAsync(path);
        var fields = await police.EvaluateAsync<string>(
            "() => new URLSearchParams(new FormData([...document.forms].find(f => f.textContent.includes('Sudah diterima')))).toString()");
        foreach (var _ in new[] { 1, 2 })
        {
            var answer = await police.APIRequest.PostAsync(path, new()
            {
                DataString = fields, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/x-www-form-urlencoded" },
            });
            answer.Status.ShouldBe(200);
            answer.Url.ShouldEndWith("hasil=received");
        }
        await police.GotoAsync(path);
        await Expect(police.Locator(".track .done").Filter(new() { HasText = "Diterima fisik" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Accepting_without_an_undelivered_item_must_be_said_knowingly()
    {
        var police = await world.SignedIn("polri.barelang");
        await police.GotoAsync($"/serah-terima/{await world.HandOver()}");
        await police.ClickAsync("#terima");
        await Expect(police.Locator("#errors")).ToBeVisibleAsync();
        await police.CheckAsync("[id='tanpa-B-02']");
        await police.ClickAsync("#terima");
        await Expect(police.Locator(".done-strip")).ToContainTextAsync("Diterima");
    }

    [Fact]
    public async Task Who_will_see_it_is_told_before_it_is_sent()
    {
        var immigration = await world.SignedIn("imigrasi.batam");
        await FillIn(immigration);
        await immigration.GetByRole(AriaRole.Button, new() { Name = "Lihat siapa yang akan membaca" }).ClickAsync();
        var strip = immigration.Locator(".audience");
        await Expect(strip).ToContainTextAsync("Polri");
        await Expect(strip).ToContainTextAsync("Satgas TPPO");
        // Clearance T does not reach a Rahasia file, and the regency is not a member of the case.
        await Expect(strip).Not.ToContainTextAsync("Pemkab");
    }

    [GeneratedRegex("/serah-terima/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex HandoffPath();

    /// <param name="level">At Rahasia the record asks for a second factor.</param>
    private async Task<string> Send(IPage immigration, string level = "R")
    {
        await FillIn(immigration);
        await immigration.SelectOptionAsync("#tingkat", level);
        await immigration.GetByRole(AriaRole.Button, new() { Name = "Lihat siapa yang akan membaca" }).ClickAsync();
        await immigration.GetByRole(AriaRole.Button, new() { Name = "Serahkan", Exact = true }).ClickAsync();
        await Expect(immigration.Locator(".done-strip")).ToContainTextAsync("Terkirim");
        return HandoffPath().Match(immigration.Url).Value;
    }

    private async Task FillIn(IPage immigration)
    {
        await immigration.GotoAsync($"/serah-terima/baru?kasus={world.Case}&orang={PagesFixture.Gagak}");
        await immigration.CheckAsync("[id='macam-Police']");
        await immigration.SelectOptionAsync("#kepada", "POLRI/POLRESTA-BARELANG/PPA-PPO");
        await immigration.FillAsync("#ringkasan", "Memegang tiket dan paspor orang lain.");
        await immigration.FillAsync("#dugaan", "UU 21/2007 Ps 2");
        await immigration.FillAsync("#bast", "BAST 016/II/2026");
        await immigration.FillAsync("#b0-uraian", "Tiket feri (foto)");
        await immigration.FillAsync("#b0-penyimpan", "Berkas");
        await immigration.FillAsync("#b0-sha", new string('b', 64));
        await immigration.FillAsync("#b1-uraian", "Citra ponsel");
        await immigration.FillAsync("#b1-penyimpan", "Kanim Batam");
        await immigration.SelectOptionAsync("#b1-jenis", "DeviceImage");
        await immigration.FillAsync("#b1-jumlah", "2");
        await immigration.FillAsync("#b1-satuan", "keping");
        await immigration.CheckAsync("#b1-menyusul");
        await immigration.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await immigration.FillAsync("#b2-uraian", "Surat tugas");
        await immigration.FillAsync("#b2-penyimpan", "Berkas");
        await immigration.FillAsync("#b2-jumlah", "1");
        await immigration.FillAsync("#b2-dokumen", "ST/9/II/2026");
        await immigration.SelectOptionAsync("#b2-asli", "asli");
        await immigration.CheckAsync("#b2-milik");
        await immigration.SelectOptionAsync("#jk", "Male");
        await immigration.FillAsync("#usia", "34");
        await immigration.FillAsync("#kebutuhan", "juru bahasa");
        await immigration.FillAsync("#saksi1", "tpi.sekupang");
        await immigration.FillAsync("#tanda", "NIP-7F31");
    }

    private static async Task Return(IPage police)
    {
        await police.ClickAsync("summary:has-text('Kembalikan')");
        await Expect(police.Locator("[id='kurang-B-02']")).ToBeCheckedAsync();
        await police.FillAsync("#alasan", "Citra forensik diperlukan sebelum penyidikan.");
        await police.GetByRole(AriaRole.Button, new() { Name = "Kembalikan", Exact = true }).ClickAsync();
    }

    /// <summary>Presses Tab until the focus is on what is wanted; a page on which that never comes fails.</summary>
    private static async Task TabTo(IPage page, string wanted)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>("() => { const e = document.activeElement; return e.id + '|' + (e.tagName == 'BUTTON' || e.tagName == 'SUMMARY' ? e.textContent.trim() : ''); }");
            if (focused.Split('|').Contains(wanted, StringComparer.Ordinal))
                return;
        }
        throw new ShouldAssertException($"The keyboard does not reach '{wanted}'.");
    }
}

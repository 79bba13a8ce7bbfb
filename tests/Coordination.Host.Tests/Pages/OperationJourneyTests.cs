using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

/// <summary>A joint operation by its pages alone, without scripts, as three agencies: from the proposal to the report that all have answered.</summary>
public sealed partial class OperationJourneyTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    private const string Name = "Kenanga";
    private const string Passport = "ZZ0000077";

    [Fact]
    public async Task An_operation_is_planned_carried_out_and_reported()
    {
        var immigration = await world.SignedIn("imigrasi.batam", javaScript: false);
        var police = await world.SignedIn("polri.barelang", javaScript: false);
        var protection = await world.SignedIn("bp3mi.kepri", javaScript: false);
        var path = await Propose(immigration);
        await Approve(path);
        foreach (var agency in new[] { immigration, police, protection })
            await Order(agency, path);
        var started = await Start(immigration);

        await Inspect(immigration);
        await IdentifyVictim(police, path);
        await Meet(police, path);
        await Seize(immigration, path);
        await Conclude(immigration, path);
        await MeetLate(protection, path, started);
        await Shots.Of(immigration, path, "operasi-berakhir");

        await AssignAll(immigration, path);
        await Draft(immigration);
        await Answer(immigration, police, protection, path);
        await Shots.Of(immigration, path, "operasi-final");
        await ReadReport(police, path);
        await Shots.Of(immigration, "/operasi", "operasi-daftar");
        var stranger = await world.SignedIn("pemda.malaka", javaScript: false);
        (await stranger.GotoAsync(path))!.Status.ShouldBe(404);
    }

    [GeneratedRegex("/operasi/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex OperationPath();

    [GeneratedRegex(@"(?<hour>\d\d)\.(?<minute>\d\d) WIB", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockTime();

    private static ILocator Form(IPage page, string handler) => page.Locator($"form:has(input[name=_handler][value='{handler}'])");

    private static async Task Send(IPage page, string handler)
    {
        await Form(page, handler).Locator("button").Last.ClickAsync();
        await Expect(page.Locator("#errors")).ToHaveCountAsync(0);
        await Expect(page.Locator("#status")).ToBeVisibleAsync();
    }

    private static async Task<string> Propose(IPage page)
    {
        await page.GotoAsync("/operasi/baru");
        await page.FillAsync("#nama", "Operasi Gabungan Nongsa");
        await page.FillAsync("#tujuan", "Melindungi penghuni penampungan.");
        await page.FillAsync("#cara", "Pemeriksaan serentak.");
        await page.FillAsync("#tempat", "21.71.06");
        await page.FillAsync("#mulai", "2026-02-12T19:00");
        await page.FillAsync("#selesai", "2026-02-13T02:00");
        foreach (var agency in new[] { "POLRI", "BP3MI" })
            await page.CheckAsync($"#instansi-{agency}");
        await page.ClickAsync("button[value=lihat]");
        await Expect(page.Locator("main .audience")).ToContainTextAsync("BP3MI");
        await Shots.Take(page, "operasi-baru");
        await page.ClickAsync("button[value=ya]");
        await page.WaitForURLAsync(url => OperationPath().IsMatch(url));
        return OperationPath().Match(page.Url).Value;
    }

    private async Task Approve(string path)
    {
        var head = await world.SignedIn("imigrasi.batam.kepala", javaScript: false);
        await head.GotoAsync(path);
        await Shots.Of(head, path, "operasi-usulan");
        await Expect(head.Locator("#rencana")).ToContainTextAsync("Melindungi penghuni penampungan.");
        await Send(head, "approve");
        await Expect(head.Locator("#status")).ToHaveTextAsync("Disetujui");
    }

    private static async Task Order(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.FillAsync("#nomor", "SPRIN/1/II/2026");
        await page.FillAsync("#tanggal", "2026-02-12");
        await page.FillAsync("#p0-petugas", "petugas.satu");
        await page.FillAsync("#p0-jabatan", "Ketua tim");
        await page.FillAsync("#p1-petugas", "petugas.dua");
        await Form(page, "order").Locator("button").ClickAsync();
        await Shots.Take(page, "operasi-perintah");
        await Expect(page.Locator("#errors a[href='#p1-jabatan']")).ToHaveCountAsync(1);
        await Expect(page.Locator("#p0-petugas")).ToHaveValueAsync("petugas.satu");
        await page.FillAsync("#p1-jabatan", "Petugas korban");
        await page.SelectOptionAsync("#p1-peran", "VictimOfficer");
        await page.Locator("summary", new() { HasText = "Tambah petugas 3" }).ClickAsync();
        await page.FillAsync("#p2-petugas", "petugas.tiga");
        await page.FillAsync("#p2-jabatan", "Juru bahasa");
        await Send(page, "order");
        await Expect(page.Locator("main")).ToContainTextAsync("3 petugas");
    }

    /// <returns>Clock time of the start, as the page says it.</returns>
    private static async Task<string> Start(IPage page)
    {
        await page.ReloadAsync();
        await page.CheckAsync("#korban-ya");
        await page.FillAsync("#tugas", "Tim satu rumah kos, tim dua dermaga.");
        await Send(page, "brief");
        await Shots.Of(page, page.Url, "operasi-siap");
        await Send(page, "start");
        await Expect(page.Locator("#status")).ToHaveTextAsync("Berlangsung");
        var line = await page.Locator("ol.row-list > li").First.InnerTextAsync();
        var clock = ClockTime().Match(line);
        return $"{clock.Groups["hour"].Value}:{clock.Groups["minute"].Value}";
    }

    private static async Task Open(IPage page, string alias, string summary)
    {
        await page.Locator("#lapangan summary", new() { HasText = summary }).ClickAsync();
        await Expect(page.Locator($"[id='{alias}.terjadi']")).ToBeVisibleAsync();
    }

    private static async Task Record(IPage page, string alias)
    {
        await Form(page, alias).Locator("button").ClickAsync();
        await Expect(page.Locator(".done-strip")).ToContainTextAsync("tercatat");
    }

    private static async Task Inspect(IPage page)
    {
        await Open(page, "location_inspected", "Lokasi diperiksa");
        await Expect(page.Locator("[id='location_inspected.site']")).ToHaveValueAsync("L-01");
        await page.FillAsync("[id='location_inspected.place']", "21.71.06.1001");
        await page.FillAsync("[id='location_inspected.description']", "Rumah kos dua lantai.");
        await page.CheckAsync("[id='location_inspected.findings-AddressMismatch']");
        await Record(page, "location_inspected");
        await Expect(page.Locator("main")).ToContainTextAsync("memeriksa lokasi L-01");
    }

    private static async Task IdentifyVictim(IPage page, string path)
    {
        const string Alias = "victim_identified_in_field";
        await page.GotoAsync(path);
        await Open(page, Alias, "Terduga korban");
        await page.FillAsync($"[id='{Alias}.person.name']", Name);
        await page.FillAsync($"[id='{Alias}.person.passport']", Passport);
        await page.CheckAsync($"[id='{Alias}.signs-DocumentsHeldByOthers']");
        await page.CheckAsync($"[id='{Alias}.isChild']");
        await page.FillAsync($"[id='{Alias}.needs']", $"Pendamping perempuan untuk {Name}.");
        await page.SelectOptionAsync($"[id='{Alias}.tempat']", "21.71.06.1001");
        await Shots.Take(page, "operasi-korban");
        await Form(page, Alias).Locator("button").ClickAsync();
        await Expect(page.Locator($"#errors a[href='#{Alias}.needs']")).ToHaveCountAsync(1);
        await page.FillAsync($"[id='{Alias}.needs']", "Pendamping perempuan.");
        await Record(page, Alias);
        await Expect(page.Locator("#orang-orang")).ToContainTextAsync("terduga korban");
        (await page.ContentAsync()).ShouldNotContain(Name);
        (await page.ContentAsync()).ShouldNotContain(Passport);
    }

    private static async Task Meet(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Open(page, "person_encountered", "Orang ditemui");
        await page.FillAsync("[id='person_encountered.person.passport']", "ZZ0000078");
        await page.FillAsync("[id='person_encountered.nationality']", "CN");
        await page.SelectOptionAsync("[id='person_encountered.sex']", "Male");
        await page.SelectOptionAsync("[id='person_encountered.permit']", "Visit");
        await page.CheckAsync("[id='person_encountered.findings-PermitMisuse']");
        await Record(page, "person_encountered");
        await Open(page, "person_secured", "Orang diamankan");
        await Expect(Form(page, "person_secured").Locator("input[type=radio]:checked")).ToHaveValueAsync(""); // nobody on record is presumed
        await Form(page, "person_secured").Locator("input[type=radio]").Nth(1).CheckAsync();
        await page.FillAsync("[id='person_secured.reason']", "Izin tinggal tidak sesuai kegiatan.");
        await Record(page, "person_secured");
        await Expect(page.Locator("main")).ToContainTextAsync("mengamankan 1 orang");
        await Expect(page.Locator("#orang-orang tbody tr")).ToHaveCountAsync(2);
    }

    private static async Task Seize(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Shots.Of(page, path, "operasi-berlangsung");
        await Open(page, "evidence_seized", "Barang bukti disita");
        await Expect(page.Locator("[id='evidence_seized.item']")).ToHaveValueAsync("B-01");
        await page.SelectOptionAsync("[id='evidence_seized.kind']", "TravelDocument");
        await page.FillAsync("[id='evidence_seized.description']", "Delapan paspor dalam satu laci.");
        await page.FillAsync("[id='evidence_seized.quantity']", "8");
        await page.FillAsync("[id='evidence_seized.storage']", "Gudang Kanim Batam");
        await page.FillAsync("[id='evidence_seized.sealNumber']", "SGL-0107");
        await Record(page, "evidence_seized");
        await Expect(page.Locator("main")).ToContainTextAsync("menyita barang bukti B-01: 8");
        await Expect(page.Locator("#temuan")).ToContainTextAsync("Delapan paspor dalam satu laci.");
    }

    private static async Task Conclude(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.FillAsync("#ringkasan", "Satu rumah kos diperiksa.");
        await Send(page, "conclude");
        await Expect(page.Locator("#status")).ToContainTextAsync("Berakhir");
    }

    /// <summary>Written down after the end, happened at the beginning: there it stands in the chronology.</summary>
    private static async Task MeetLate(IPage page, string path, string started)
    {
        await page.GotoAsync(path);
        await Expect(page.Locator("#lapangan")).ToContainTextAsync("susulan");
        await Open(page, "person_encountered", "Orang ditemui");
        await page.FillAsync("[id='person_encountered.person.passport']", "ZZ0000079");
        await Form(page, "person_encountered").Locator("button").ClickAsync();
        await Expect(page.Locator("#errors a[href='#person_encountered.terjadi']")).ToHaveCountAsync(1);
        var today = TimeProvider.System.GetUtcNow().AddHours(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.FillAsync("[id='person_encountered.terjadi']", $"{today}T{started}");
        await Record(page, "person_encountered");
        var chronology = await page.Locator("ol.row-list > li").AllInnerTextsAsync();
        chronology[0].ShouldContain("mengakhiri");
        chronology.Select((line, at) => (line, at)).Where(one => one.line.Contains("menemui", StringComparison.Ordinal)).Max(one => one.at)
            .ShouldBeGreaterThan(chronology.ToList().FindIndex(line => line.Contains("lokasi L-01", StringComparison.Ordinal)));
    }

    private static async Task AssignAll(IPage page, string path)
    {
        await page.GotoAsync(path);
        for (var left = 3; left > 0; left--)
        {
            await Expect(page.Locator("#orang option")).ToHaveCountAsync(left);
            var isVictim = (await page.Locator("#orang option").First.InnerTextAsync()).Contains("korban", StringComparison.Ordinal);
            await page.SelectOptionAsync("#hasil", isVictim ? "Protection" : "AdministrativeAction");
            await page.SelectOptionAsync("#penerima", isVictim ? "BP3MI/BP3MI-KEPRI" : "IMIGRASI/KANIM-BATAM");
            await page.FillAsync("#alasan", "Hasil pemeriksaan.");
            await Send(page, "assign");
        }
    }

    private static async Task Draft(IPage page)
    {
        await page.FillAsync("#nomor", "LAP/112/II/2026");
        await page.FillAsync("#modus", "Rumah kos dipakai sebagai penampungan.");
        await page.FillAsync("#hambatan", "Satu rumah kos sudah kosong.");
        await page.FillAsync("#kesimpulan", "Satu pelanggaran ditindak.");
        await Send(page, "draft");
    }

    private static async Task Answer(IPage immigration, IPage police, IPage protection, string path)
    {
        await Send(immigration, "concur");
        await protection.GotoAsync(path);
        await Send(protection, "concur");
        await police.GotoAsync(path);
        await police.Locator("summary", new() { HasTextRegex = new Regex("^\\s*Keberatan\\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await police.FillAsync("#keberatan", "Lokasi kedua belum tercatat.");
        await Send(police, "dissent");
        await immigration.ReloadAsync();
        await Expect(immigration.Locator("#jawaban")).ToContainTextAsync("Lokasi kedua belum tercatat.");
        await Send(immigration, "finalise");
        await Expect(immigration.Locator("#status")).ToHaveTextAsync("Laporan final");
        await Expect(immigration.Locator("#lapangan")).ToHaveCountAsync(0);
    }

    private static async Task ReadReport(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka untuk dicetak" }).ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync("LAPORAN");
        await Expect(page.Locator("body")).ToContainTextAsync("Lokasi kedua belum tercatat.");
        await Expect(page.Locator("body")).ToContainTextAsync("petugas.tiga");
        await Expect(page.Locator("body")).ToContainTextAsync("SGL-0107");
        (await page.ContentAsync()).ShouldNotContain(Name);
        (await page.ContentAsync()).ShouldNotContain(Passport);
    }
}

using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.JointOperations;

/// <summary>The report of a joint operation: a function of the log position and the reader, in three forms.</summary>
public sealed class OperationReportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Headings =
    [
        "I. PENDAHULUAN", "A. Latar Belakang", "B. Dasar", "C. Maksud dan Tujuan", "D. Ruang Lingkup", "II. PELAKSANAAN", "A. Waktu & Tempat",
        "B. Susunan Tim", "C. Sasaran/Target Operasi", "D. Metode & Pembagian Tugas", "E. Kronologi", "III. HASIL", "A. Rekap", "B. Daftar Orang",
        "C. Barang Bukti", "D. Korban teridentifikasi (anonim) & layanan", "IV. ANALISIS", "A. Modus & Jaringan", "B. Pelanggaran & pasal",
        "C. Peta kerawanan", "V. HAMBATAN", "VI. KESIMPULAN", "VII. SARAN DAN RENCANA TINDAK LANJUT", "VIII. PENUTUP",
        "Lembar persetujuan tiap instansi", "LAMPIRAN",
    ];

    [Fact]
    public async Task It_has_the_headings_of_the_form_in_every_format()
    {
        var story = await (await (await new OperationStory(api).Run()).Draft()).Finish();
        AllHeadings((await story.Json("polri.barelang"))["sections"]!).ShouldBe(Headings);
        using var document = Open(await story.Report("polri.barelang", "format=docx"));
        document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Heading1" or "Heading2")
            .Select(paragraph => paragraph.InnerText).SkipLast(1).ShouldBe(Headings);
        var html = Encoding.UTF8.GetString(await story.Report("polri.barelang"));
        foreach (var heading in Headings)
            html.ShouldContain($">{WebUtility.HtmlEncode(heading)}</h");
    }

    [Fact]
    public async Task The_document_is_valid_and_says_whose_copy_it_is()
    {
        var story = await (await new OperationStory(api).Run()).Draft();
        using var document = Open(await story.Report("bp3mi.kepri", "format=docx"));
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, ApiFixture.Ct)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var header = document.MainDocumentPart!.HeaderParts.Single().Header.OuterXml;
        header.ShouldContain("bp3mi.kepri · BP3MI-KEPRI");
        Encoding.UTF8.GetString(await story.Report("imigrasi.batam")).ShouldContain(WebUtility.HtmlEncode("imigrasi.batam · KANIM-BATAM"));
    }

    [Fact]
    public async Task The_same_position_is_the_same_bytes_also_later_and_on_another_Host()
    {
        var story = await (await new OperationStory(api).Run()).Draft();
        await using var other = await CoordinationHost.Start(
            new HostSettings(api.Database.RuntimeConnectionString, api.Database.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = ApiFixture.Password, DataDirectory = api.DataDirectory, Migrate = false,
            },
            ApiFixture.Ct);
        var formats = new[] { "html", "docx", "json" };
        var then = new List<byte[]>();
        foreach (var format in formats)
            then.Add(await story.Report("polri.barelang", $"format={format}&position={story.Position}"));
        var drafted = story.Position;
        await story.Finish();
        foreach (var (format, bytes) in formats.Zip(then))
        {
            (await story.Report("polri.barelang", $"format={format}&position={drafted}")).ShouldBe(bytes, format);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(other.Address, $"/api/v1/operations/{story.Id}/report?format={format}&position={drafted}"));
            request.Headers.Authorization = new("Bearer", await api.Token("polri.barelang"));
            using var http = new HttpClient();
            using var elsewhere = await http.SendAsync(request, ApiFixture.Ct);
            (await elsewhere.Content.ReadAsByteArrayAsync(ApiFixture.Ct)).ShouldBe(bytes, format);
        }
        (await story.Report("polri.barelang", "format=json")).ShouldNotBe(then[2]);
        (await story.Report("imigrasi.batam", $"format=json&position={drafted}")).ShouldNotBe(then[2]);
    }

    [Fact]
    public async Task It_answers_with_its_position_and_the_hash_of_its_bytes()
    {
        var story = await new OperationStory(api).Run();
        foreach (var format in new[] { "html", "docx", "json" })
        {
            using var answer = await api.Send("polri.barelang", "GET", $"/api/v1/operations/{story.Id}/report?format={format}&position={story.Position}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.GetValues("X-Log-Position").Single().ShouldBe($"{story.Position}");
            var bytes = await answer.Content.ReadAsByteArrayAsync(ApiFixture.Ct);
            answer.Headers.ETag!.Tag.ShouldBe($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        }
    }

    [Fact]
    public async Task Nobodys_identity_is_in_it()
    {
        var story = await (await (await new OperationStory(api).Run()).Draft()).Finish();
        foreach (var format in new[] { "html", "json", "docx" })
        {
            var text = Text(await story.Report("imigrasi.batam", $"format={format}"));
            foreach (var identity in new[] { OperationStory.VictimName, OperationStory.VictimPassport, OperationStory.SuspectName, "ZZ0000078", "2009-06-01", "{sealed:" })
                text.ShouldNotContain(identity);
            text.ShouldContain("Satu rumah sudah kosong."); // somebody's words, opened
        }
    }

    [Fact]
    public async Task Every_figure_and_every_line_cites_events_that_are_listed()
    {
        var story = await (await (await new OperationStory(api).Run()).Draft()).Finish();
        var report = await story.Json("imigrasi.batam");
        var listed = report["sources"]!.AsArray().Select(source => source!["event"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        var (rows, texts) = Lines(report["sections"]!);
        rows.Count.ShouldBeGreaterThan(25);
        foreach (var line in rows.Concat(texts.Where(text => text["text"]!.ToString() is not "Belum ada.")).Concat(report["head"]!.AsArray().Select(line => line!)))
        {
            line["cites"]!.AsArray().ShouldNotBeEmpty(line.ToJsonString());
            line["cites"]!.AsArray().ShouldAllBe(cited => listed.Contains(cited!.ToString()));
        }
        Cell(rows, "Orang diperiksa").ShouldBe("2");
        Cell(rows, "Anak").ShouldBe("1");
        Cell(rows, "Calon korban").ShouldBe("1");
        Cell(rows, "Lokasi diperiksa").ShouldBe("1");
    }

    [Fact]
    public async Task A_dissent_is_printed_beside_the_report()
    {
        var story = await (await (await new OperationStory(api).Run()).Draft()).Finish();
        var (rows, _) = Lines((await story.Json("imigrasi.batam"))["sections"]!);
        var answer = rows.Single(row => row["cells"]![0]!.ToString() == "Polri" && row["cells"]!.AsArray().Count == 5)["cells"]!;
        (answer[1]!.ToString(), answer[2]!.ToString()).ShouldBe(("KEBERATAN", "Lokasi kedua belum tercatat."));
    }

    [Fact]
    public async Task As_known_before_is_what_was_known_then()
    {
        await new OperationStory(api).Propose(); // whatever test runs first: the first event of the log is not of the operation asked for
        var story = await new OperationStory(api).Run();
        var then = story.Position;
        var moment = story.Now;
        await story.Draft();
        (await story.Json("polri.barelang", $"&position={then}"))["status"]!.ToString().ShouldBe("BELUM DISUSUN");
        (await story.Json("polri.barelang", $"&asKnownOn={Uri.EscapeDataString(moment.ToString("O"))}"))["status"]!.ToString().ShouldBe("BELUM DISUSUN");
        (await story.Json("polri.barelang"))["status"]!.ToString().ShouldBe("RANCANGAN 1");
        foreach (var (query, status) in new[] { ("position=999999999", 404), ("position=1", 404), ("position=-1", 400), ("format=pdf", 400), ("format=1", 400), ("asKnownOn=kemarin", 400) })
        {
            using var answer = await api.Send("polri.barelang", "GET", $"/api/v1/operations/{story.Id}/report?{query}");
            ((int)answer.StatusCode).ShouldBe(status, query);
        }
    }

    [Fact]
    public async Task Records_of_what_was_handed_over_after_it_are_annexes_as_known_at_the_position()
    {
        var story = await (await new OperationStory(api).Run()).Draft();
        var drafted = story.Position;
        var before = await story.Report("polri.barelang", $"format=json&position={drafted}");
        (await Annexes(story)).ShouldNotContain(paper => paper.Text.StartsWith("BAST", StringComparison.Ordinal));

        var direct = await story.HandToPolice("BAST/7/2026", story.Id);
        await story.HandToPolice("BAST/8/2026", direct);
        await story.HandToPolice("BAST/9/2026", await story.OpenVictim());
        await story.HandToPolice("BAST/10/2026", Guid.CreateVersion7().ToString());
        var papers = (await Annexes(story)).Where(paper => paper.Text.StartsWith("BAST", StringComparison.Ordinal)).ToList();
        papers.Select(paper => paper.Text).ShouldBe(
            [.. Enumerable.Range(7, 3).Select(number => $"BAST/{number}/2026: Kanim Batam → Polresta Barelang.")],
            "resting on it, on what it led to, or on whom it met");
        papers.ShouldAllBe(paper => paper.Cites == 1);
        (await story.Report("polri.barelang", $"format=json&position={drafted}")).ShouldBe(before, "the same position is the same bytes");
        (await Annexes(story, "bp3mi.kepri")).ShouldNotContain(paper => paper.Text.Contains("BAST/7"), "who may not read the handoff is not told of its record");
    }

    private static async Task<List<(string Text, int Cites)>> Annexes(OperationStory story, string user = "polri.barelang") =>
    [
        .. (await story.Json(user))["sections"]!.AsArray().Single(section => section!["heading"]!.ToString() == "LAMPIRAN")!["blocks"]!.AsArray()
            .Select(paper => (paper!["text"]!.ToString(), paper["cites"]!.AsArray().Count)),
    ];

    [Fact]
    public async Task For_who_takes_no_part_it_is_missing()
    {
        var story = await new OperationStory(api).Run();
        using var withheld = await api.Send("pemda.malaka", "GET", $"/api/v1/operations/{story.Id}/report?format=json");
        using var missing = await api.Send("pemda.malaka", "GET", $"/api/v1/operations/{Guid.CreateVersion7()}/report?format=json");
        withheld.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await withheld.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldBe(await missing.Content.ReadAsStringAsync(ApiFixture.Ct));
        // As is what it may read for who may: a thing of another kind is no operation.
        var secrets = await Secrets.Make(api);
        using var handoff = await api.Send("imigrasi.batam", "GET", $"/api/v1/operations/{secrets.Handoff}/report");
        handoff.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_punitive_outcome_for_a_victim_found_in_the_field_is_refused()
    {
        var story = await new OperationStory(api).Run();
        using var refused = await story.TryOutcome("AdministrativeAction");
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]!.ToString().ShouldBe("operation.victim_shield");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task From_secret_on_no_copy_leaves_without_a_recent_second_factor()
    {
        var proposed = await api.Ask("imigrasi.batam", "POST", "/api/v1/operations", """
            {"title":"Operasi tertutup","purpose":"x","target":{"places":["21.71"],"from":"2026-02-12T12:00:00Z","until":"2026-02-12T18:00:00Z"},
             "agencies":["IMIGRASI"],"method":"x","envelope":{"marking":"R","audience":["originator"]} }
            """);
        using var answer = await api.Send("imigrasi.batam", "GET", $"/api/v1/operations/{proposed["id"]}/report?format=json");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]!.ToString().ShouldBe("step_up_required");
    }

    private static List<string> AllHeadings(JsonNode sections) => [.. sections.AsArray().SelectMany(section =>
        AllHeadings(section!["parts"]!).Prepend(section["heading"]!.ToString()))];

    private static (List<JsonNode> Rows, List<JsonNode> Texts) Lines(JsonNode sections)
    {
        var (rows, texts) = (new List<JsonNode>(), new List<JsonNode>());
        foreach (var section in sections.AsArray())
        {
            foreach (var block in section!["blocks"]!.AsArray())
            {
                if (block!["rows"] is { } table)
                    rows.AddRange(table.AsArray().Select(row => row!));
                else
                    texts.Add(block);
            }
            var parts = Lines(section["parts"]!);
            rows.AddRange(parts.Rows);
            texts.AddRange(parts.Texts);
        }
        return (rows, texts);
    }

    private static string Cell(List<JsonNode> rows, string label) => rows.Single(row => row["cells"]![0]!.ToString() == label)["cells"]![1]!.ToString();

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static string Text(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return Encoding.UTF8.GetString(bytes);
        using var package = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(package.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}

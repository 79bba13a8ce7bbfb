using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>The handover record (BAST) as both desks get it.</summary>
public sealed class HandoverRecordTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Batam = "imigrasi.batam";
    private const string Barelang = "polri.barelang";

    /// <summary>As the form has them, in this order.</summary>
    private static readonly string[] Headings =
    [
        "PADA HARI INI", "PIHAK PERTAMA", "PIHAK KEDUA", "DASAR", "OBYEK", "A. Orang", "B. Dokumen", "C. Barang bukti", "D. Uang/barang pribadi",
        "RINGKASAN PERISTIWA &amp; unsur (proses-cara-tujuan)", "CATATAN KERAHASIAAN (Ps 44)", "PERNYATAAN PENERIMAAN", "TANDA TANGAN", "LAMPIRAN",
    ];

    [Fact]
    public async Task It_has_the_headings_of_the_form_and_no_name()
    {
        var (id, _) = await Handed();
        var html = await Text(Barelang, id, "");
        var at = 0;
        foreach (var heading in Headings)
        {
            var found = html.IndexOf($">{heading}</h", at, StringComparison.Ordinal);
            found.ShouldBeGreaterThan(0, heading);
            at = found;
        }
        html.ShouldNotContain("Gagak");
        html.ShouldNotContain("ZZ0000011");
        foreach (var field in new[] { "handoffId", "version", "parentHandoffId", "receiptHash" })
            html.ShouldContain($"<dt>{field}</dt>");
    }

    [Fact]
    public async Task It_counts_papers_and_things_and_says_whose_they_are_and_who_signs()
    {
        var html = await Text(Barelang, await Described(), "");
        html.ShouldContain("<td>27 paspor; jumlah 27 buku; segel SGL-0107</td>");
        html.ShouldMatch(@"<td>BAP/7/2026</td><td>P-[0-9A-F]+</td><td>salinan");
        html.ShouldMatch("<td>Kartu SIM</td><td>12</td><td>SGL-0108</td>");
        html.ShouldContain("Uang tunai, jumlah 14500000 rupiah");
        html.ShouldMatch("<td>L</td><td>34 tahun</td><td>terduga</td><td>luka di tangan</td><td>juru bahasa</td>");
        html.ShouldMatch("<td>imigrasi.batam</td><td>NIP-7F31</td>");
        html.ShouldMatch("<td>polri.barelang</td><td>NRP-22C0</td>");
        html.ShouldContain("<td>Saksi 1</td><td>tpi.batamcenter, Kepala regu, NIP-11AA</td>");
        html.ShouldContain("<td>Saksi 2</td><td>tpi.sekupang</td>");
        html.ShouldNotContain("Gagak");
        html.ShouldNotContain("Melati", customMessage: "an owner is a code");
    }

    [Fact]
    public async Task What_nobody_recorded_is_said_to_be_unrecorded_and_never_guessed()
    {
        var (id, _) = await Handed();
        var html = await Text(Barelang, id, "");
        html.ShouldMatch("<td>Paspor</td><td>tidak dicatat</td><td>tidak dicatat</td><td>tidak dicatat");
        html.ShouldMatch("<td>Salinan telepon</td><td>tidak dicatat</td>");
        html.ShouldMatch("<td>tidak dicatat</td><td>tidak dicatat</td><td>terduga</td><td>tidak dicatat</td><td>tidak dicatat</td><td>—");
        html.ShouldMatch("<td>imigrasi.batam</td><td>tidak dicatat</td>");
        html.ShouldContain("<td>Saksi 1</td><td>tidak dicatat</td>");
        html.ShouldContain("<td>Saksi 2</td><td>tidak dicatat</td>");
    }

    [Fact]
    public async Task The_same_position_is_the_same_bytes_and_the_tag_is_their_hash()
    {
        var (id, position) = await Handed();
        await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{id}/acceptance", """{"registerNumber":"LP/9"}""");
        using var one = await api.Send(Barelang, "GET", $"/api/v1/handoffs/{id}/record?position={position}");
        var first = await one.Content.ReadAsByteArrayAsync(ApiFixture.Ct);
        one.Headers.GetValues("X-Log-Position").Single().ShouldBe(position);
        one.Headers.ETag!.Tag.ShouldBe($"\"{Convert.ToHexStringLower(SHA256.HashData(first))}\"");
        using var two = await api.Send(Barelang, "GET", $"/api/v1/handoffs/{id}/record?position={position}");
        (await two.Content.ReadAsByteArrayAsync(ApiFixture.Ct)).ShouldBe(first);
        Encoding.UTF8.GetString(first).ShouldContain("Belum ada pernyataan penerimaan.");
        (await Text(Barelang, id, "")).ShouldContain("Diterima lengkap.");
    }

    [Fact]
    public async Task It_says_what_was_missing_and_until_when()
    {
        var (id, _) = await Handed();
        await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{id}/return", """{"missing":[{"item":"B-02","description":"Salinan forensik"}],"reason":"Belum diekstraksi."}""");
        var html = await Text(Barelang, id, "");
        html.ShouldContain("Diterima sebagian dan dikembalikan: Belum diekstraksi. Batas kelengkapan");
        html.ShouldContain("Kurang: B-02, Salinan forensik");
    }

    [Fact]
    public async Task It_names_what_was_forked_from_it_and_how_its_items_went_on()
    {
        var (id, _) = await Handed();
        var fork = JsonNode.Parse(Told.ToPolice(pending: false))!.AsObject();
        fork["parentHandoffId"] = id;
        var other = (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", fork.ToJsonString()))["id"]!.ToString();
        var custody = (await api.Ask(Barelang, "POST", "/api/v1/evidence/custody", $$$"""{"handoff":"{{{id}}}","item":"B-02","from":{"agency":"KEJAKSAAN","unit":"KEJARI-BATAM"},"to":{"agency":"POLRI","unit":"POLRESTA-BARELANG"}}"""))["position"]!.ToString();
        await api.Ask(Barelang, "GET", $"/api/v1/handoffs/{id}", headers: ("X-After-Position", custody));
        var html = await Text(Barelang, id, "");
        html.ShouldContain(other);
        html.ShouldContain("penyimpan tidak sesuai");
        (await Text(Batam, other, "")).ShouldContain($"<dt>parentHandoffId</dt><dd>{id}");
    }

    [Fact]
    public async Task It_comes_as_a_document_and_for_machines()
    {
        var (id, _) = await Handed();
        using var document = await api.Send(Batam, "GET", $"/api/v1/handoffs/{id}/record?format=docx");
        document.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await document.Content.ReadAsByteArrayAsync(ApiFixture.Ct)).Take(2).ShouldBe("PK"u8.ToArray());
        (await api.Ask(Batam, "GET", $"/api/v1/handoffs/{id}/record?format=json")).ToJsonString().ShouldContain("receiptHash");
        using var wrong = await api.Send(Batam, "GET", $"/api/v1/handoffs/{id}/record?format=pdf");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Everything that the form asks for, and a victim among the owners.</summary>
    private async Task<string> Described()
    {
        var told = JsonNode.Parse(Told.ToPolice(pending: false))!.AsObject();
        told["manifest"] = JsonNode.Parse("""
            [
              { "item": "B-01", "description": "27 paspor", "kind": "Document", "custodian": "KANIM-BATAM", "sealNumber": "SGL-0107", "quantity": 27, "measure": "buku", "original": true },
              { "item": "B-02", "description": "Berita acara", "kind": "Document", "custodian": "KANIM-BATAM", "documentNumber": "BAP/7/2026", "owner": { "name": "Melati", "nik": "5321010001900055" }, "original": false },
              { "item": "B-03", "description": "Kartu SIM", "kind": "Thing", "custodian": "KANIM-BATAM", "sealNumber": "SGL-0108", "quantity": 12 },
              { "item": "B-04", "description": "Uang tunai", "kind": "Money", "custodian": "KANIM-BATAM", "quantity": 14500000, "measure": "rupiah" }
            ]
            """);
        told["health"] = "luka di tangan";
        told["person"] = JsonNode.Parse("""{ "sex": "Male", "age": 34, "needs": "juru bahasa" }""");
        told["witnesses"] = JsonNode.Parse("""[{ "officer": "tpi.batamcenter", "position": "Kepala regu", "serviceToken": "NIP-11AA" }, { "officer": "tpi.sekupang" }]""");
        told["serviceToken"] = "NIP-7F31";
        var id = (await api.Ask(Batam, "POST", "/api/v1/handoffs/police", told.ToJsonString()))["id"]!.ToString();
        await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{id}/receipt", """{"serviceToken":"NRP-22C0"}""");
        var accepted = await api.Ask(Barelang, "PUT", $"/api/v1/handoffs/{id}/acceptance", """{"registerNumber":"LP/10"}""");
        await api.Ask(Barelang, "GET", $"/api/v1/handoffs/{id}", headers: ("X-After-Position", accepted["position"]!.ToString()));
        return id;
    }

    private async Task<(string Id, string Position)> Handed()
    {
        var answer = await api.Ask(Batam, "POST", "/api/v1/handoffs/police", Told.ToPolice(pending: false));
        return (answer["id"]!.ToString(), answer["position"]!.ToString());
    }

    private async Task<string> Text(string user, string handoff, string query)
    {
        using var response = await api.Send(user, "GET", $"/api/v1/handoffs/{handoff}/record{query}");
        var text = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return WebUtility.HtmlDecode(text).Replace("& unsur", "&amp; unsur", StringComparison.Ordinal);
    }
}

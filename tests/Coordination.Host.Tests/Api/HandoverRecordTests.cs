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

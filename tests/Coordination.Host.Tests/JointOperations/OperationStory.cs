using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Host.Tests.JointOperations;

/// <summary>One joint operation of immigration, police and BP3MI, told over the API up to its final report.</summary>
internal sealed class OperationStory(ApiFixture api)
{
    public const string VictimName = "Kenanga";
    public const string VictimPassport = "ZZ0000077";
    public const string SuspectName = "Bangau";

    private const string Victim = $$"""{"name":"{{VictimName}}","passport":"{{VictimPassport}}","birthDate":"2009-06-01","sex":"F","nationality":"ID"}""";
    private const string Suspect = $$"""{"name":"{{SuspectName}}","passport":"ZZ0000078","birthDate":"1988-05-05","sex":"M","nationality":"CN"}""";

    /// <summary>By the Host's clock.</summary>
    public DateTimeOffset Now => api.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public string Id { get; private set; } = "";

    /// <summary>Log position of the last thing that was told.</summary>
    public long Position { get; private set; }

    public async Task<OperationStory> Propose(string title = "Operasi Sekupang", string place = "21.71.06")
    {
        var from = Now.AddHours(-2);
        var proposed = await api.Ask("imigrasi.batam", "POST", "/api/v1/operations", $$"""
            {"title":"{{title}}","purpose":"Melindungi penghuni rumah kos.","target":{"places":["{{place}}"],"from":"{{from:O}}","until":"{{from.AddHours(6):O}}"},
             "agencies":["IMIGRASI","POLRI","BP3MI"],"method":"Pemeriksaan serentak.","background":"Laporan warga.","teamDecree":"SK/044/I/2026"}
            """);
        (Id, Position) = (proposed["id"]!.ToString(), proposed["position"]!.GetValue<long>());
        return this;
    }

    public async Task<OperationStory> Run()
    {
        await Propose();
        await Tell("koordinator", "PUT", "approval");
        foreach (var user in new[] { "imigrasi.batam", "polri.barelang", "bp3mi.kepri" })
            await Order(user);
        await Tell("imigrasi.batam", "PUT", "briefing", """{"victimFirst":true,"tasks":"Tim satu dan tim dua.","minutesNumber":"BRF/1/2026"}""");
        await Tell("imigrasi.batam", "PUT", "start");
        await Tell("imigrasi.batam", "POST", "locations", """{"site":"L-01","place":"21.71.06.1001","description":"Rumah kos dua lantai."}""");
        await Tell("imigrasi.batam", "POST", "persons", $$"""
            {"person":{{Suspect}},"nationality":"CN","sex":"Male","age":"From25To39","document":"Passport","permit":"Visit","findings":["PermitMisuse"]}
            """);
        await Tell("polri.barelang", "POST", "victims", $$"""{"person":{{Victim}},"signs":["DocumentsHeldByOthers"],"isChild":true,"needs":"Pendamping."}""");
        await Tell("imigrasi.batam", "POST", "evidence", """
            {"item":"B-01","kind":"TravelDocument","description":"Delapan paspor","quantity":8,"storage":"Gudang Kanim","sealNumber":"SGL-0107"}
            """);
        await Tell("imigrasi.batam", "PUT", "conclusion", $$"""{"people":[{{Suspect}},{{Victim}}],"summary":"Dua orang ditemui."}""");
        return this;
    }

    public async Task<OperationStory> Draft()
    {
        await Outcome(Suspect, "AdministrativeAction", "IMIGRASI", "KANIM-BATAM");
        await Outcome(Victim, "Protection", "BP3MI", "BP3MI-KEPRI");
        await Tell("imigrasi.batam", "POST", "drafts", """
            {"draft":1,"reportNumber":"LAP/112/2026","modus":"Rumah kos sebagai penampungan.","obstacles":"Satu rumah sudah kosong.",
             "conclusion":"Satu pelanggaran ditindak.","violations":["UU-6-2011:122"],"vulnerability":"Kos dekat pelabuhan.",
             "followUp":[{"number":1,"action":"Memeriksa penjamin.","pic":{"agency":"IMIGRASI","unit":"KANIM-BATAM"},"due":"2026-12-27"}]}
            """);
        return this;
    }

    public async Task<OperationStory> Finish()
    {
        await Tell("imigrasi.batam", "PUT", "concurrence", """{"draft":1}""");
        await Tell("polri.barelang", "PUT", "dissent", """{"draft":1,"reason":"Lokasi kedua belum tercatat."}""");
        await Tell("bp3mi.kepri", "PUT", "concurrence", """{"draft":1}""");
        await Tell("imigrasi.batam", "PUT", "finalisation", """{"draft":1}""");
        return this;
    }

    /// <summary>A handoff to the police that rests on another stream; answers with its id.</summary>
    public async Task<string> HandToPolice(string record, string source)
    {
        var body = JsonNode.Parse(Told.ToPolice())!;
        (body["recordNumber"], body["sources"]) = (record, new JsonArray(source));
        var handed = await api.Ask("imigrasi.batam", "POST", "/api/v1/handoffs/police", body.ToJsonString());
        Position = handed["position"]!.GetValue<long>();
        return handed["id"]!.ToString();
    }

    /// <summary>The file of the victim that the operation met.</summary>
    public async Task<string> OpenVictim() => (await api.Ask(
        "imigrasi.batam", "POST", "/api/v1/victims",
        $$"""{"person":{"passport":"{{VictimPassport}}"},"source":"Officer","circumstances":"Ditemukan di rumah."}"""))["id"]!.ToString();

    public async Task<HttpResponseMessage> Try(string user, string method, string noun, string? body = null) =>
        await api.Send(user, method, $"/api/v1/operations/{Id}/{noun}", body);

    public Task<HttpResponseMessage> TryOutcome(string outcome) => Try(
        "imigrasi.batam", "POST", "outcomes",
        $$"""{"person":{{Victim}},"outcome":"{{outcome}}","reason":"Uji.","receiver":{"agency":"IMIGRASI","unit":"KANIM-BATAM"} }""");

    public async Task<byte[]> Report(string user, string query = "format=html")
    {
        using var answer = await api.Send(user, "GET", $"/api/v1/operations/{Id}/report?{query}", null, "application/json", ("X-After-Position", $"{Position}"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(ApiFixture.Ct);
        Xunit.Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    public async Task<JsonNode> Json(string user, string query = "") => JsonNode.Parse(await Report(user, $"format=json{query}"))!;

    public async Task Tell(string user, string method, string noun, string? body = null) =>
        Position = (await api.Ask(user, method, $"/api/v1/operations/{Id}/{noun}", body))["position"]!.GetValue<long>();

    private Task Outcome(string person, string outcome, string agency, string unit) => Tell(
        "imigrasi.batam", "POST", "outcomes",
        $$"""{"person":{{person}},"outcome":"{{outcome}}","reason":"Hasil pemeriksaan.","receiver":{"agency":"{{agency}}","unit":"{{unit}}"} }""");

    public Task Order(string user) => Tell(user, "POST", "orders", OrderOf(user));

    private string OrderOf(string user) => $$"""
        {"orderNumber":"SPRIN/{{user}}","orderedOn":"{{Now.AddDays(-1):yyyy-MM-dd}}",
         "team":[{"officer":"{{user}}","position":"Petugas","role":"Leader","serviceToken":"NIP-7F31"}]}
        """;
}

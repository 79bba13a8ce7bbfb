using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>UU 6/2011 Ps 86: who is suspected to be a victim, by any agency, is not put on a punitive watch-list by another.</summary>
public sealed class VictimShieldTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_person_handed_into_protection_by_one_agency_cannot_be_watched_punitively_by_another()
    {
        await Send("imigrasi.batam", "traveller_handed_to_protection", "ST-9", """
            {"subject":{"passport":"ZZ0000099"},"to":{"agency":"BP3MI","unit":"BP3MI-KEPRI","desk":"PELINDUNGAN"},"recordNumber":"BAST 9","summary":"Diduga korban."}
            """, "accepted");
        var refused = await Send("polri.barelang", "watch_entry_proposed", "W-9", Watch("Punitive", "ZZ0000099"), "rejected");
        refused["problem"]!["code"]!.ToString().ShouldBe("watch_entry.victim_shield");
        await Send("polri.barelang", "watch_entry_proposed", "W-10", Watch("Protective", "ZZ0000099"), "accepted");
        await Send("polri.barelang", "watch_entry_proposed", "W-11", Watch("Punitive", "ZZ0000098"), "accepted");
    }

    private static string Watch(string kind, string passport) =>
        $$"""{"kind":"{{kind}}","reason":"Perekrut berulang.","action":"Hubungi meja.","person":{"passport":"{{passport}}"} }""";

    private async Task<JsonNode> Send(string user, string alias, string subject, string data, string status)
    {
        var source = user == "imigrasi.batam" ? "/IMIGRASI/KANIM-BATAM" : "/POLRI/POLRESTA-BARELANG";
        var sent = await api.Send(user, "POST", "/api/v1/events", $$"""
            {"specversion":"1.0","id":"{{subject}}","source":"{{source}}","type":"id.satgas.{{alias}}","subject":"{{subject}}","data":{{data}}}
            """, "application/cloudevents+json");
        var result = JsonNode.Parse(await sent.Content.ReadAsStringAsync(ApiFixture.Ct))![0]!;
        result["status"]!.ToString().ShouldBe(status, result.ToJsonString());
        return result;
    }
}

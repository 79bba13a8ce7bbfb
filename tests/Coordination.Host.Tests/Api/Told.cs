using System.Text.Json.Nodes;

namespace Coordination.Host.Tests.Api;

/// <summary>CloudEvents and bodies that the tests send. All persons are fictitious.</summary>
internal static class Told
{
    public static string Application(string id, string subject, string nik, string phone = "+6200000011", string source = "/imigrasi/atambua") =>
        Event(id, source, subject, "passport_application_received", "2026-01-19T09:10:00+08:00", new JsonObject
        {
            ["applicant"] = new JsonObject { ["name"] = "Bakung", ["nik"] = nik },
            ["channel"] = "WalkIn",
            ["purpose"] = "Work",
            ["phone"] = phone,
        });

    public static string Event(string id, string source, string subject, string alias, string? time, JsonObject data, params (string, string)[] extensions)
    {
        var told = new JsonObject
        {
            ["specversion"] = "1.0", ["id"] = id, ["source"] = source, ["subject"] = subject, ["type"] = $"id.satgas.{alias}", ["data"] = data,
        };
        if (time is not null)
            told["time"] = time;
        foreach (var (name, value) in extensions)
            told[name] = value;
        return told.ToJsonString();
    }

    public static string ToPolice(bool pending = true) => new JsonObject
    {
        ["subject"] = new JsonObject { ["name"] = "Gagak", ["passport"] = "ZZ0000011" },
        ["to"] = new JsonObject { ["agency"] = "POLRI", ["unit"] = "POLRESTA-BARELANG", ["desk"] = "PPA-PPO" },
        ["recordNumber"] = "BAST/7/2026",
        ["summary"] = "Menunggu di luar terminal.",
        ["offence"] = "UU 21/2007 Ps 2",
        ["manifest"] = new JsonArray(
            new JsonObject { ["item"] = "B-01", ["description"] = "Paspor", ["kind"] = "Document", ["custodian"] = "KANIM-BATAM" },
            new JsonObject { ["item"] = "B-02", ["description"] = "Salinan telepon", ["kind"] = "DeviceImage", ["custodian"] = "KANIM-BATAM", ["pending"] = pending }),
    }.ToJsonString();

    public static string Case(params string[] members) => new JsonObject
    {
        ["title"] = "Malaka-Batam-Kamboja",
        ["phase"] = "BeforeDeparture",
        ["summary"] = "Tiga pemohon satu telepon.",
        ["sources"] = new JsonArray(),
        ["subjects"] = new JsonArray(),
        ["members"] = new JsonArray([.. members.Select(member => (JsonNode)member)]),
    }.ToJsonString();
}

using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Access;

/// <summary>No data of a case leave the Host before the look at them is recorded (OWASP ASVS 5.0 16.5.3).</summary>
public sealed class AccessLogTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Owner = "imigrasi.batam";

    [Fact]
    public async Task Every_read_of_a_case_is_recorded_once_with_what_it_showed()
    {
        var secrets = await Secrets.Make(api);
        await Read(Owner, $"cases/{secrets.Case}");
        await Read(Owner, $"cases/{secrets.Case}/timeline");
        await Read(Owner, $"handoffs/{secrets.Handoff}");
        await Read(Owner, $"intelligence/{secrets.Report}");
        await Read("polri.barelang", $"alerts/{secrets.Alert}");
        (await Entries($"case:{secrets.Case}", Owner)).ShouldBe([$"case_read {Owner}", $"timeline_read {Owner}"], ignoreOrder: true);
        (await Entries($"handoff:{secrets.Handoff}")).ShouldBe([$"handoff_read {Owner}"]);
        (await Entries($"intelligence:{secrets.Report}")).ShouldBe([$"intelligence_read {Owner}"]);
        (await Entries($"alert:{secrets.Alert}")).ShouldContain("alert_read polri.barelang");
        (await Scalar<long>("select count(*) from coordination.access_entry where target = $1 and cardinality(persons) = 1", $"handoff:{secrets.Handoff}"))
            .ShouldBe(1, "the subject of the handoff");
        await Read(Owner, $"cases/{secrets.Case}/timeline");
        (await Entries($"case:{secrets.Case}", Owner)).Count.ShouldBe(2, "the same again is covered");
        var member = await api.Ask(Owner, "POST", $"/api/v1/cases/{secrets.Case}/members", """{"agency":"BP3MI","reason":"Pelindungan"}""");
        await Read(Owner, $"cases/{secrets.Case}/timeline", ("X-After-Position", member["position"]!.ToString()));
        (await Scalar<long>("select max(up_to) from coordination.access_entry where target = $1 and action = 'timeline_read'", $"case:{secrets.Case}"))
            .ShouldBe((long)member["position"]!, "a line more is a look more");
    }

    [Fact]
    public async Task A_list_is_a_look_at_everything_on_it_and_a_missing_thing_is_none()
    {
        var secrets = await Secrets.Make(api);
        foreach (var path in new[] { "cases", "handoffs", "intelligence" })
            await Read(Owner, $"{path}?limit=200");
        (await Entries($"case:{secrets.Case}")).ShouldContain($"case_listed {Owner}");
        (await Entries($"handoff:{secrets.Handoff}")).ShouldContain($"handoff_listed {Owner}");
        (await Entries($"intelligence:{secrets.Report}")).ShouldContain($"intelligence_read {Owner}");
        using var withheld = await api.Send(Secrets.Stranger, "GET", $"/api/v1/cases/{secrets.Case}");
        withheld.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Entries($"case:{secrets.Case}")).ShouldNotContain($"case_read {Secrets.Stranger}");
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        var secrets = await Secrets.Make(api);
        await Execute("revoke insert on coordination.access_entry from coord_rt");
        try
        {
            foreach (var path in new[]
            {
                "cases", $"cases/{secrets.Case}", $"cases/{secrets.Case}/timeline", "handoffs", $"handoffs/{secrets.Handoff}", "intelligence",
                $"intelligence/{secrets.Report}",
            })
            {
                using var refused = await api.Send(Owner, "GET", "/api/v1/" + path);
                refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
                var body = await refused.Content.ReadAsStringAsync(ApiFixture.Ct);
                body.ShouldContain("access_not_recorded");
                secrets.All.ShouldAllBe(secret => !body.Contains(secret));
            }
        }
        finally
        {
            await Execute("grant insert on coordination.access_entry to coord_rt");
        }
        await Read(Owner, $"cases/{secrets.Case}");
    }

    [Fact]
    public async Task A_stream_records_what_it_shows()
    {
        using var stream = await api.Send("polri.barelang", "GET", "/api/v1/stream");
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(ApiFixture.Ct));
        (await lines.ReadLineAsync(ApiFixture.Ct)).ShouldBe(": open");
        var opened = await api.Ask(Owner, "POST", "/api/v1/cases", Told.Case("POLRI"));
        string? line;
        do
            line = await lines.ReadLineAsync(ApiFixture.Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(30), ApiFixture.Ct);
        while (line is not null && !line.Contains(opened["id"]!.ToString(), StringComparison.Ordinal));
        line.ShouldNotBeNull();
        (await Entries($"case:{opened["id"]}")).ShouldBe(["timeline_read polri.barelang"]);
    }

    [Theory]
    [InlineData("update coordination.access_entry set officer = 'siapa'")]
    [InlineData("delete from coordination.access_entry")]
    [InlineData("truncate coordination.access_entry")]
    [InlineData("select officer from coordination.access_entry")]
    public async Task The_runtime_role_cannot_read_change_or_remove_an_entry(string sql)
    {
        await using var command = api.Database.Runtime.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(ApiFixture.Ct))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_owner_learns_who_looked_and_nobody_else_does()
    {
        var secrets = await Secrets.Make(api);
        await Read("polri.barelang", $"cases/{secrets.Case}");
        await Read("polri.barelang", $"handoffs/{secrets.Handoff}");
        var report = await api.Ask(Owner, "GET", $"/api/v1/access?target=case:{secrets.Case}");
        report["items"]!.AsArray().Select(line => line!["officer"]!.ToString()).ShouldContain("polri.barelang");
        foreach (var user in new[] { "polri.barelang", "pemda.malaka", "koordinator" })
        {
            using var refused = await api.Send(user, "GET", $"/api/v1/access?target=case:{secrets.Case}");
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, user);
        }
        var person = (await api.Ask(Owner, "GET", $"/api/v1/handoffs/{secrets.Handoff}"))["personRefs"]![0]!.ToString();
        var looks = (await api.Ask(Owner, "GET", $"/api/v1/access?person={person}"))["items"]!.AsArray();
        looks.Select(line => $"{line!["officer"]} {line["target"]}").ShouldContain($"polri.barelang handoff:{secrets.Handoff}");
        using var stranger = await api.Send("pemda.malaka", "GET", $"/api/v1/access?person={person}");
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var both = await api.Send(Owner, "GET", $"/api/v1/access?person={person}&target=case:{secrets.Case}");
        both.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_introduced_a_person_hears_nothing_of_looks_at_things_that_it_may_not_know()
    {
        const string Nik = "0000000000000031";
        var own = await Open(Owner, Nik, "members");
        var hidden = await Open("polri.barelang", Nik, "originator");
        await Read("polri.barelang", $"cases/{hidden}");
        await Read(Owner, $"cases/{own}");
        var person = (await api.Ask(Owner, "GET", $"/api/v1/cases/{own}"))["subjects"]![0]!["person"]!.ToString();
        var report = await api.Ask(Owner, "GET", $"/api/v1/access?person={person}");
        report["items"]!.AsArray().Select(line => line!["agency"]!.ToString()).Distinct().ShouldBe(["IMIGRASI"]);
        report["withheld"]!.GetValue<int>().ShouldBe(0);
    }

    private async Task<string> Open(string user, string nik, string audience)
    {
        var body = JsonNode.Parse(Told.Case())!;
        body["subjects"] = new JsonArray(new JsonObject { ["person"] = new JsonObject { ["nik"] = nik }, ["role"] = "Victim" });
        body["envelope"] = new JsonObject { ["audience"] = new JsonArray(audience) };
        var opened = await api.Ask(user, "POST", "/api/v1/cases", body.ToJsonString());
        await api.Ask(user, "GET", $"/api/v1/cases/{opened["id"]}", headers: ("X-After-Position", opened["position"]!.ToString()));
        return opened["id"]!.ToString();
    }

    private async Task Read(string user, string path, params (string, string)[] headers) =>
        await api.Ask(user, "GET", "/api/v1/" + path, headers: headers);

    private async Task<List<string>> Entries(string target, string? officer = null)
    {
        await using var command = api.Database.Owner.CreateCommand(
            "select action || ' ' || officer from coordination.access_entry where target = $1 and ($2 = '' or officer = $2) order by seq");
        command.Parameters.AddWithValue(target);
        command.Parameters.AddWithValue(officer ?? "");
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var entries = new List<string>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            entries.Add(reader.GetString(0));
        return entries;
    }

    private async Task<T> Scalar<T>(string sql, string target)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        command.Parameters.AddWithValue(target);
        return (T)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }

    private async Task Execute(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }
}

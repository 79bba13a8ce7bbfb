using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Privacy;

public sealed class PersonSearchTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_person_is_found_by_another_spelling_masked_and_only_by_who_may_know_of_it()
    {
        await Tell("Moehammad Soeroja Tjempaka", "1987-01-02");
        await Tell("Kenanga Bakung", "1990-05-06");
        foreach (var name in new[] { "M. Suroya Cempaka", "Cempaka Suroja", "bpk. suroya cempakah, S.H." })
        {
            var found = await Search("imigrasi.batam", name);
            found.Count.ShouldBe(1, name);
            found[0]!["masked"]!.ToString().ShouldBe("M••• S••• T•••");
            found[0]!["birthYear"]!.GetValue<int>().ShouldBe(1987);
            found[0]!.ToJsonString().ShouldNotContain("oeroja");
        }
        (await Search("polri.barelang", "Suroya Cempaka")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_birth_year_narrows_the_search_give_or_take_one()
    {
        await Tell("Melati Rajawali", "1970-01-02");
        (await Search("imigrasi.batam", "Melati Rajawali", 1971)).Count.ShouldBe(1);
        (await Search("imigrasi.batam", "Melati Rajawali", 1973)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_search_is_in_the_access_log_with_its_purpose_and_whom_it_showed()
    {
        await Tell("Kutilang Emas", "1970-01-02");
        var found = await Search("imigrasi.batam", "Kutilang Emas");
        await using var command = api.Database.Owner.CreateCommand(
            "select purpose, officer, fields::text, $1 = any(persons) from coordination.access_entry where action = 'person_searched' order by seq desc limit 1");
        command.Parameters.AddWithValue(Guid.Parse(found[0]!["person"]!.ToString()));
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        (await reader.ReadAsync(ApiFixture.Ct)).ShouldBeTrue();
        (reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3)).ShouldBe(("victim_protection", "imigrasi.batam", "{name}", true));
    }

    [Theory]
    [InlineData("""{"name":"Teratai","operation":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"Teratai","purpose":"Investigation"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":" . ","purpose":"Investigation","operation":"x"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task A_search_needs_a_name_a_purpose_and_what_it_is_for(string body, HttpStatusCode status)
    {
        using var response = await api.Send("bp3mi.ntt", "POST", "/api/v1/persons/search", body);
        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task No_name_stands_in_clear_in_what_the_search_keeps()
    {
        await Tell("Cendrawasih Langka", "1970-01-02");
        await using var command = api.Database.Owner.CreateCommand(
            "select count(*) from vault.name_key n where n::text ilike '%cendrawasih%' or n::text ilike '%langka%'");
        (await command.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(0L);
        await using var erased = api.Database.Owner.CreateCommand(
            "with gone as (delete from vault.person returning person) select count(*) from gone");
        ((long)(await erased.ExecuteScalarAsync(ApiFixture.Ct))!).ShouldBeGreaterThan(0);
        await using var left = api.Database.Owner.CreateCommand("select count(*) from vault.name_key");
        (await left.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(0L);
    }

    private async Task Tell(string name, string born)
    {
        var body = new JsonObject
        {
            ["title"] = "Penampungan", ["summary"] = "Rumah kos.", ["sourceGrade"] = "B", ["informationGrade"] = 2,
            ["subjects"] = new JsonArray(new JsonObject { ["name"] = name, ["birthDate"] = born }),
            ["envelope"] = new JsonObject { ["audience"] = new JsonArray("originator") },
        };
        var told = await api.Ask("imigrasi.batam", "POST", "/api/v1/intelligence", body.ToJsonString());
        (await api.Host.Services.GetRequiredService<EventStore.ProjectionDaemon>()
            .WaitFor((long)told["position"]!, TimeSpan.FromSeconds(30), ApiFixture.Ct, "PersonHoldings")).Reached.ShouldBeTrue();
    }

    private async Task<JsonArray> Search(string user, string name, int? born = null)
    {
        var body = new JsonObject { ["name"] = name, ["purpose"] = "VictimProtection", ["operation"] = "Operasi contoh" };
        if (born is { } year)
            body["birthYear"] = year;
        return (await api.Ask(user, "POST", "/api/v1/persons/search", body.ToJsonString()))["items"]!.AsArray();
    }
}

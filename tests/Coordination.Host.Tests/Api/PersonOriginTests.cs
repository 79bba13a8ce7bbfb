using System.Text.Json.Nodes;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>Who comes without NIK and passport is a person of its own in every request, and the same one when the same request is sent again.</summary>
public sealed class PersonOriginTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Two_persons_told_to_one_thing_without_a_key_stay_two_and_told_again_stay_themselves()
    {
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        var path = $"/api/v1/cases/{opened["id"]}/subjects";
        await api.Ask("imigrasi.batam", "POST", path, Subject("Elang"));
        await api.Ask("imigrasi.batam", "POST", path, Subject("Rajawali"));
        await api.Ask("imigrasi.batam", "POST", path, Subject("Elang"));
        (await Persons(opened["id"]!)).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Two_persons_referred_without_a_key_have_two_streams()
    {
        var first = await api.Ask("imigrasi.batam", "POST", "/api/v1/victims", Referral("Seroja"));
        var second = await api.Ask("imigrasi.batam", "POST", "/api/v1/victims", Referral("Cempaka"));
        second["id"]!.ToString().ShouldNotBe(first["id"]!.ToString());
    }

    private static string Subject(string name) => $$"""{"subject":{"person":{"name":"{{name}}"},"role":"Suspect"} }""";

    private static string Referral(string name) => $$"""{"person":{"name":"{{name}}"},"source":"Officer","circumstances":"Ditemukan."}""";

    private async Task<List<Guid>> Persons(JsonNode stream)
    {
        await using var command = api.Database.Owner.CreateCommand(
            "select (data -> 'subject' ->> 'person')::uuid from mt_events where stream_id = $1 and type = 'case_subject_added'");
        command.Parameters.Add(new NpgsqlParameter { Value = Guid.Parse(stream.ToString()) });
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var persons = new List<Guid>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            persons.Add(reader.GetGuid(0));
        return persons;
    }
}

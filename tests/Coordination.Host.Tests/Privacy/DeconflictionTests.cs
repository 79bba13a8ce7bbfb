using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Tests.Api;
using Coordination.Host.Vault;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Privacy;

public sealed class DeconflictionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly Officer Secret = new("bp3mi.rahasia", "BP3MI", "BP3MI-KEPRI", OfficerRole.Officer, Level.SR);

    [Theory]
    [InlineData("""{"soughtBy":"Passport","value":"ZZ 7700011"}""")]
    [InlineData("""{"soughtBy":"Nik","value":"2171010001877701"}""")]
    [InlineData("""{"soughtBy":"Contact","value":"0812-7700-0011"}""")]
    [InlineData("""{"soughtBy":"Contact","value":"+62 812 7700 0099"}""")]
    [InlineData("""{"soughtBy":"NameAndBirthDate","name":"Moh. Soeroja","birthDate":"1987-01-02"}""")]
    public async Task Whoever_entered_it_is_told_to_call_and_is_told_who_asks(string sought)
    {
        await Known();
        var answer = await Ask("polri.barelang", sought);
        answer["contacts"]!.ToJsonString().ShouldBe("""[{"agency":"IMIGRASI","unit":"KANIM-BATAM","desk":"INTELDAKIM"}]""");
        answer.AsObject().Select(member => member.Key).ShouldBe(["question", "askedAt", "contacts"]);

        var notice = (await Notices("imigrasi.batam"))["items"]!.AsArray()[0]!;
        notice["askedBy"]!.ToJsonString().ShouldBe("""{"agency":"POLRI","unit":"POLRESTA-BARELANG","desk":"PPA-PPO"}""");
        notice.ToJsonString().ShouldNotContain("ssport");
        await api.Ask("imigrasi.batam", "POST", $"/api/v1/deconfliction/notices/{notice["id"]}/acknowledgement");
        (await Notices("koordinator"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_asker_hears_nothing_of_itself_and_of_what_nobody_entered()
    {
        await Known();
        (await Ask("imigrasi.kupang", """{"soughtBy":"Passport","value":"ZZ7700011"}"""))["contacts"]!.AsArray().ShouldBeEmpty();
        (await Ask("polri.barelang", """{"soughtBy":"Passport","value":"ZZ7700012"}"""))["contacts"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ORCON", Level.T, "ZZ7700021")]
    [InlineData("", Level.SR, "ZZ7700022")]
    public async Task What_its_owner_keeps_silent_about_looks_like_what_nobody_knows(string caveat, Level level, string passport)
    {
        await Tell(Secret, passport, new Marking(level, [Audiences.Agency("BP3MI")], caveat.Length == 0 ? [] : [caveat]));
        var (silent, before) = (await Ask("bp3mi.ntt", $$"""{"soughtBy":"Passport","value":"{{passport}}"}""", user: "pemda.malaka"), await LastPosition());
        var nobody = await Ask("pemda.malaka", """{"soughtBy":"Passport","value":"ZZ7700029"}""");
        // The same shape, the same number of events; and the owner alone learns that somebody asked.
        Shape(silent).ShouldBe(Shape(nobody));
        (await LastPosition() - before).ShouldBe(2);
        var items = (await Notices("bp3mi.kepri"))["items"]!.AsArray();
        items.ShouldContain(item => item!["askedBy"]!["unit"]!.ToString() == "PEMDA-MALAKA");
    }

    [Fact]
    public async Task A_question_is_an_event_without_the_value_and_with_its_purpose()
    {
        await Known();
        await Ask("polri.barelang", """{"soughtBy":"Nik","value":"2171010001877701"}""");
        await using var command = api.Database.Owner.CreateCommand(
            "select data::text from public.mt_events where type = 'deconfliction_asked' order by seq_id desc limit 1");
        var stored = (string)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
        stored.ShouldNotContain("2171010001877701");
        stored.ShouldContain("Investigation");
        (await Questions("polri.barelang"))["items"]!.AsArray()[0]!["operation"]!.ToString().ShouldBe("Operasi contoh");
        (await Questions("koordinator"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"soughtBy":"Nik","value":"2171010001877701","purpose":"Investigation"}""", HttpStatusCode.UnprocessableEntity, "deconfliction.no_occasion")]
    [InlineData("""{"soughtBy":"Nik","value":"217101","purpose":"Investigation","operation":"x"}""", HttpStatusCode.UnprocessableEntity, "person.unreadable")]
    [InlineData("""{"soughtBy":"NameAndBirthDate","name":"Seroja","purpose":"Investigation","operation":"x"}""", HttpStatusCode.UnprocessableEntity, "person.unreadable")]
    [InlineData("""{"soughtBy":"Nik","value":"2171010001877701","operation":"x"}""", HttpStatusCode.BadRequest, "http.bad_json")]
    [InlineData("""{"soughtBy":"Nik","value":"2171010001877701","purpose":"Investigation","caseId":"00000000-0000-0000-0000-000000000001"}""", HttpStatusCode.NotFound, "http.not_found")]
    public async Task A_question_needs_a_value_a_purpose_and_a_case_or_operation(string body, HttpStatusCode status, string code)
    {
        using var response = await api.Send("bp3mi.kepri", "POST", "/api/v1/deconfliction", body);
        response.StatusCode.ShouldBe(status);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]!.ToString().ShouldBe(code);
    }

    [Fact]
    public async Task Asking_again_under_the_same_key_is_the_same_question()
    {
        await Known();
        var body = """{"soughtBy":"Passport","value":"ZZ7700011","purpose":"VictimProtection","operation":"Operasi contoh"}""";
        var first = await api.Ask("bp3mi.ntt", "POST", "/api/v1/deconfliction", body, headers: ("Idempotency-Key", "tanya-1"));
        var again = await api.Ask("bp3mi.ntt", "POST", "/api/v1/deconfliction", body, headers: ("Idempotency-Key", "tanya-1"));
        again.ToJsonString().ShouldBe(first.ToJsonString());
        using var other = await api.Send(
            "bp3mi.ntt", "POST", "/api/v1/deconfliction", body.Replace("ZZ7700011", "ZZ7700012", StringComparison.Ordinal), headers: ("Idempotency-Key", "tanya-1"));
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static string Shape(JsonNode answer) =>
        $"{answer["contacts"]!.ToJsonString()} {string.Join(',', answer.AsObject().Select(member => $"{member.Key}:{member.Value!.GetValueKind()}"))}";

    private Task<JsonNode> Ask(string asker, string sought, string? user = null)
    {
        var body = JsonNode.Parse(sought)!.AsObject();
        body["purpose"] = "Investigation";
        body["operation"] = "Operasi contoh";
        return api.Ask(user ?? asker, "POST", "/api/v1/deconfliction", body.ToJsonString());
    }

    private async Task<JsonNode> Notices(string user) => await api.Ask(
        user, "GET", "/api/v1/deconfliction/notices?open=true", headers: ("X-After-Position", (await LastPosition()).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<JsonNode> Questions(string user) => await api.Ask(
        user, "GET", "/api/v1/deconfliction/questions", headers: ("X-After-Position", (await LastPosition()).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<long> LastPosition()
    {
        await using var command = api.Database.Owner.CreateCommand("select coalesce(max(seq_id), 0) from public.mt_events");
        return (long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }

    private async Task Known()
    {
        var told = await api.Ask(
            "imigrasi.batam", "POST", "/api/v1/intelligence",
            """
            {"title":"Penampungan","summary":"Rumah kos.","sourceGrade":"B","informationGrade":2,"contacts":["+62 812 7700 0099"],
             "subjects":[{"name":"Muhammad Suroja","birthDate":"1987-01-02","passport":"ZZ7700011","nik":"2171010001877701","phone":"081277000011"}],
             "envelope":{"audience":["originator"]}}
            """,
            headers: ("Idempotency-Key", "dikenal"));
        await Wait((long)told["position"]!);
    }

    private async Task Tell(Officer by, string passport, Marking marking)
    {
        var services = api.Host.Services;
        var person = new PersonRef(Guid.CreateVersion7());
        var data = new PersonData(null, null, null, passport, null, null, null, null);
        var known = (await services.GetRequiredService<PersonVault>().Resolve([new Introduced(data, person, by.Agency)], Guid.CreateVersion7(), ApiFixture.Ct))[0]!.Value;
        var envelope = services.GetRequiredService<Envelopes>().For(by, marking: marking);
        var result = await services.GetRequiredService<WritePath>().Write(
            new IntelligenceReportFiled("Rahasia", "Rahasia.", SourceGrade.B, 2, [known]), Guid.CreateVersion7(), envelope, new WriteTerms(), ApiFixture.Ct);
        result.Problem?.Refusal.Code.ShouldBeNull();
        await Wait(result.Position);
    }

    private async Task Wait(long position) => (await api.Host.Services.GetRequiredService<ProjectionDaemon>()
        .WaitFor(position, TimeSpan.FromSeconds(30), ApiFixture.Ct, "PersonHoldings")).Reached.ShouldBeTrue();
}

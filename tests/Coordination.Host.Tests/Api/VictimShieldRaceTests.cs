using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.EventStore;
using Coordination.Host.Alerts;
using Coordination.Host.Victims;
using Coordination.Projections.Victims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>
/// UU 6/2011 Ps 86 through the write path of a running Host: acts against suspected victims are refused in every agency, the alarm goes where it must,
/// and what stood before is suspended by the product itself.
/// </summary>
public sealed class VictimShieldRaceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Two_agencies_race_and_no_act_stands_in_the_log_behind_the_word_that_shields()
    {
        var persons = Enumerable.Range(1, 24).Select(n => $"ZZ00004{n:00}").ToList();
        var races = await Task.WhenAll(persons.Select(Race));
        foreach (var (said, imposed) in races.Where(race => race.Imposed is not null))
            imposed!.Value.ShouldBeLessThan(said);
        // Whoever was first: in the end no act stands against anybody.
        foreach (var person in persons)
            await api.Ask("bp3mi.kepri", "POST", "/api/v1/victims/determinations", Determination(person));
        await Settle();
        (await Numbers("select count(*) from readmodel.punitive_act")).ShouldBe([0]);
        (await Numbers(PunitiveBehindAWord)).ShouldBe([0]);
    }

    [Fact]
    public async Task An_act_that_stands_is_suspended_when_another_agency_suspects_the_person()
    {
        var action = await Impose("ZZ0000501");
        var entry = await Watch("ZZ0000501");
        await api.Ask("bp3mi.kepri", "POST", "/api/v1/victims/determinations", Determination("ZZ0000501"));
        await Settle();
        (await Types(action)).ShouldBe(["administrative_action_imposed/IMIGRASI", "administrative_action_suspended/SISTEM"]);
        (await Types(entry)).ShouldBe(["watch_entry_proposed/POLRI", "punitive_watch_removed/SISTEM"]);
        // The keeper has nothing left to say, on whatever Host it runs.
        (await api.Host.Services.GetRequiredService<ShieldKeeper>().Round(ApiFixture.Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task A_punitive_outcome_of_an_operation_is_withdrawn_when_another_agency_suspects_the_person()
    {
        var operation = await Operate("ZZ0000801");
        var outcome = $$"""
            {"person":{"passport":"ZZ0000801"},"outcome":"ProJustitia","reason":"Izin.","receiver":{"agency":"IMIGRASI","unit":"KANIM-BATAM"} }
            """;
        await api.Ask("imigrasi.batam", "POST", $"/api/v1/operations/{operation}/outcomes", outcome);
        await api.Ask("bp3mi.kepri", "POST", "/api/v1/victims/determinations", Determination("ZZ0000801"));
        await Settle();
        (await Types(operation))[^2..].ShouldBe(["operation_outcome_assigned/IMIGRASI", "punitive_outcome_withdrawn/SISTEM"]);
        using var refused = await api.Send("imigrasi.batam", "POST", $"/api/v1/operations/{operation}/outcomes", outcome);
        (await refused.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("operation.victim_shield");
    }

    [Fact]
    public async Task Two_keepers_at_once_suspend_once()
    {
        var actions = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Impose($"ZZ00006{n:00}")));
        await Task.WhenAll(Enumerable.Range(1, 8).Select(n =>
            api.Ask("bp3mi.kepri", "POST", "/api/v1/victims/determinations", Determination($"ZZ00006{n:00}"))));
        var keeper = api.Host.Services.GetRequiredService<ShieldKeeper>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => keeper.Round(ApiFixture.Ct)));
        await Settle();
        foreach (var action in actions)
            (await Types(action)).ShouldBe(["administrative_action_imposed/IMIGRASI", "administrative_action_suspended/SISTEM"]);
    }

    [Fact]
    public async Task A_stopped_act_raises_the_alarm_at_the_unit_and_at_those_who_look_after_victims_and_betrays_nobody()
    {
        // Other tests of this world stop acts as well.
        await Raise();
        var before = (await Alarms("imigrasi.batam")).Select(alarm => alarm["id"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        await api.Ask("polri.barelang", "POST", "/api/v1/victims/determinations", Determination("ZZ0000701"));
        using var refused = await api.Send("imigrasi.batam", "POST", "/api/v1/administrative-actions/impositions", Imposition("ZZ0000701"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var told = await refused.Content.ReadAsStringAsync(ApiFixture.Ct);
        told.ShouldContain("administrative_action.victim_shield");
        told.ShouldNotContain("POLRI");
        await Raise();
        var alarm = (await Alarms("imigrasi.batam")).Where(one => !before.Contains(one["id"]!.ToString())).ShouldHaveSingleItem();
        alarm["severity"]!.ToString().ShouldBe("critical");
        alarm.ToJsonString().ShouldNotContain("POLRI");
        alarm.ToJsonString().ShouldNotContain("Presumed");
        (await Alarms("bp3mi.kepri")).ShouldContain(one => one["id"]!.ToString() == alarm["id"]!.ToString());
        (await Alarms("polri.barelang")).ShouldBeEmpty();
    }

    private async Task<(long Said, long? Imposed)> Race(string passport)
    {
        var word = Task.Run(() => api.Ask("bp3mi.kepri", "POST", "/api/v1/victims", Referral(passport)));
        var act = Task.Run(() => api.Send("imigrasi.batam", "POST", "/api/v1/administrative-actions/impositions", Imposition(passport)));
        var said = (await word)["position"]!.GetValue<long>();
        using var answer = await act;
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        if (answer.StatusCode == HttpStatusCode.Created)
            return (said, body["position"]!.GetValue<long>());
        body["code"]!.ToString().ShouldBe("administrative_action.victim_shield");
        return (said, null);
    }

    private async Task<string> Impose(string passport) =>
        (await api.Ask("imigrasi.batam", "POST", "/api/v1/administrative-actions/impositions", Imposition(passport)))["id"]!.ToString();

    // One operation of immigration alone that has met one person.
    private async Task<string> Operate(string passport)
    {
        var day = TimeProvider.System.GetUtcNow();
        var id = (await api.Ask("imigrasi.batam", "POST", "/api/v1/operations", $$"""
            {"title":"Operasi {{passport}}","purpose":"Pemeriksaan.","agencies":["IMIGRASI"],"method":"Serentak.",
             "target":{"places":["21.71.06"],"from":"{{day:yyyy-MM-dd}}T00:00:00Z","until":"{{day.AddDays(2):yyyy-MM-dd}}T00:00:00Z"} }
            """))["id"]!.ToString();
        foreach (var (user, method, step, body) in new[]
        {
            ("koordinator", "PUT", "approval", "{}"),
            ("imigrasi.batam", "POST", "orders", $$"""
                {"orderNumber":"1","orderedOn":"{{day.AddDays(-2):yyyy-MM-dd}}","team":[{"officer":"imigrasi.batam","position":"Petugas","role":"Leader"}]}
                """),
            ("imigrasi.batam", "PUT", "briefing", """{"victimFirst":true,"tasks":"Satu tim."}"""),
            ("imigrasi.batam", "PUT", "start", "{}"),
            ("imigrasi.batam", "POST", "persons", $$"""{"person":{"passport":"{{passport}}"},"nationality":"CN","sex":"Male","age":"Unknown"}"""),
        })
        {
            await api.Ask(user, method, $"/api/v1/operations/{id}/{step}", body);
        }

        return id;
    }

    private async Task<string> Watch(string passport)
    {
        var sent = await api.Ask("polri.barelang", "POST", "/api/v1/events", $$"""
            {"specversion":"1.0","id":"W-{{passport}}","source":"/POLRI/POLRESTA-BARELANG","type":"id.satgas.watch_entry_proposed","subject":"W-{{passport}}",
             "data":{"kind":"Punitive","reason":"Perekrut.","action":"Hubungi meja.","person":{"passport":"{{passport}}"} } }
            """, "application/cloudevents+json");
        return sent[0]!["streamId"]!.ToString();
    }

    private static string Imposition(string passport) =>
        $$"""{"person":{"passport":"{{passport}}"},"measures":["Deportation"],"decisionNumber":"SK {{passport}}"}""";

    private static string Referral(string passport) => $$"""{"person":{"passport":"{{passport}}"},"source":"Officer","circumstances":"Ditemukan."}""";

    private static string Determination(string passport) => $$"""{"person":{"passport":"{{passport}}"},"status":"Presumed","grounds":"Alasan."}""";

    // The shield's own work is appended by a worker: when its view has read everything and nothing is left to do, it is done.
    private async Task Settle()
    {
        var (views, keeper) = (api.Host.Services.GetRequiredService<ProjectionDaemon>(), api.Host.Services.GetRequiredService<ShieldKeeper>());
        do
        {
            var last = (await Numbers("select coalesce(max(seq_id), 0) from mt_events"))[0];
            (await views.WaitFor(last, TimeSpan.FromSeconds(20), ApiFixture.Ct, VictimShieldView.ProjectionName)).Reached.ShouldBeTrue();
        }
        while (await keeper.Round(ApiFixture.Ct) > 0 || await Pending());
    }

    private async Task<bool> Pending() =>
        (await api.Host.Services.GetRequiredService<ShieldRecords>().Forbidden(1, ApiFixture.Ct)).Count > 0;

    // What the raiser would do in its next round, now.
    private async Task Raise()
    {
        var last = (await Numbers("select coalesce(max(seq_id), 0) from mt_events"))[0];
        (await api.Host.Services.GetRequiredService<ProjectionDaemon>().WaitFor(last, TimeSpan.FromSeconds(20), ApiFixture.Ct, "AlertSignals"))
            .Reached.ShouldBeTrue();
        await api.Host.Services.GetServices<IHostedService>().OfType<AlertRaiser>().Single().Round(ApiFixture.Ct);
    }

    private async Task<List<JsonNode>> Alarms(string user) =>
        [.. (await api.Ask(user, "GET", "/api/v1/alerts?limit=200", headers: ("X-After-Position", await Last())))["items"]!.AsArray().Where(alert => alert!["code"]!.ToString() == "A-TAK").Select(alert => alert!)];

    private async Task<string> Last() => (await Numbers("select coalesce(max(seq_id), 0) from mt_events"))[0].ToString(CultureInfo.InvariantCulture);

    // An imposed action after any victim word about the same person.
    private const string PunitiveBehindAWord = """
        select count(*) from mt_events act
        where act.type = 'administrative_action_imposed' and exists (
            select from mt_events word where word.type in ('victim_referred', 'victim_status_determined')
              and word.headers -> 'persons' = act.headers -> 'persons' and word.seq_id < act.seq_id)
        """;

    private async Task<List<long>> Numbers(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        return [(long)(await command.ExecuteScalarAsync(ApiFixture.Ct))!];
    }

    private async Task<List<string>> Types(string stream)
    {
        await using var command = api.Database.Owner.CreateCommand(
            "select format('%s/%s', type, headers ->> 'agency') from mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new NpgsqlParameter { Value = Guid.Parse(stream) });
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var types = new List<string>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            types.Add(reader.GetString(0));
        return types;
    }
}

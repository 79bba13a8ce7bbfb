using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Host.Privacy;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Privacy;

/// <summary>Asking for one person after the other is slowed, stopped and told (OWASP ASVS 5.0 2.4.1). A class of its own: it spends what others need.</summary>
public sealed class LookupLimitTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Nobody_asks_faster_than_a_person_works_and_a_refused_try_counts_too()
    {
        for (var i = 0; i < 10; i++)
            (await Ask("bp3mi.kepri", "2171010001877701")).ShouldBe((HttpStatusCode.OK, null));
        (await Ask("bp3mi.kepri", "2171010001877701")).ShouldBe((HttpStatusCode.TooManyRequests, "lookup.too_fast"));
        // A name searched is a person asked for.
        using var search = await api.Send("bp3mi.kepri", "POST", "/api/v1/persons/search", """{"name":"Teratai","purpose":"Investigation","operation":"x"}""");
        search.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        // Another officer of the agency is not held up.
        (await Ask("bp3mi.ntt", "2171010001877701")).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task A_burst_gets_no_more_than_one_after_the_other()
    {
        // A slow disk, so that all of them are under way at once.
        await Execute("""
            create function coordination.slow() returns trigger language plpgsql as 'begin perform pg_sleep(0.1); return new; end';
            create trigger slow after insert on coordination.lookup_use for each row execute function coordination.slow();
            """);
        var limits = api.Host.Services.GetRequiredService<LookupLimits>();
        var officer = new Officer("lpsk.burst", "LPSK", "LPSK-PUSAT", OfficerRole.Officer, Level.R);
        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => limits.Take(officer, new byte[12], ApiFixture.Ct)));
        await Execute("drop trigger slow on coordination.lookup_use");
        answers.Count(answer => answer is null).ShouldBe(LookupLimits.OfficerPerMinute);
    }

    [Fact]
    public async Task A_fan_out_is_stopped_and_oversight_is_told()
    {
        await Used("imigrasi.kupang", "IMIGRASI", values: 20);
        (await Ask("imigrasi.kupang", "5371010001877799")).ShouldBe((HttpStatusCode.TooManyRequests, "lookup.fan_out"));
        (await Ask("imigrasi.kupang", "5371010001877798")).ShouldBe((HttpStatusCode.TooManyRequests, "lookup.fan_out"));
        var alerts = await Until(async () => (await api.Ask("koordinator", "GET", "/api/v1/alerts?open=true"))["items"]!.AsArray()
            .Where(alert => alert!["code"]!.ToString() == "A-ACCESS" && alert.ToJsonString().Contains("imigrasi.kupang", StringComparison.Ordinal)).ToList(), found => found.Count > 0);
        // Once an hour, whatever is tried; and who did it does not read it.
        alerts.Count.ShouldBe(1);
        alerts[0]!["severity"]!.ToString().ToUpperInvariant().ShouldBe("CRITICAL");
        (await api.Ask("imigrasi.kupang", "GET", "/api/v1/alerts"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Officers_of_one_agency_do_not_share_a_list_among_them()
    {
        for (var officer = 0; officer < 20; officer++)
            await Used($"pemda.{officer}", "PEMDA-KAB", values: 10);
        (await Ask("pemda.malaka", "5321010001877799")).ShouldBe((HttpStatusCode.TooManyRequests, "lookup.fan_out"));
    }

    private async Task<(HttpStatusCode Status, string? Code)> Ask(string user, string nik)
    {
        using var response = await api.Send(
            user, "POST", "/api/v1/deconfliction", $$"""{"soughtBy":"Nik","value":"{{nik}}","purpose":"Investigation","operation":"Operasi contoh"}""");
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        return (response.StatusCode, body["code"]?.ToString());
    }

    // As if asked minutes ago: the values count, the rate of this minute does not.
    private async Task Used(string officer, string agency, int values)
    {
        await using var command = api.Database.Owner.CreateCommand(
            """
            insert into coordination.lookup_use (at, officer, agency, value)
            select clock_timestamp() - interval '5 minutes', $1, $2, decode(md5($1 || n), 'hex') from generate_series(1, $3) n
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = officer });
        command.Parameters.Add(new NpgsqlParameter { Value = agency });
        command.Parameters.Add(new NpgsqlParameter { Value = values });
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }

    private async Task Execute(string sql)
    {
        await using var command = api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }

    private static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> done)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ApiFixture.Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var seen = await look();
            if (done(seen))
                return seen;
            await Task.Delay(100, patience.Token);
        }
    }
}

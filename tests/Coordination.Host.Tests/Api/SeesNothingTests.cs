using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>Every route of the API, asked by somebody who may see nothing. A route without a row here fails the first test.</summary>
public sealed class SeesNothingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    /// <summary>Of another agency, so for the stranger there is nobody of that name.</summary>
    private const string Member = "officers/polri.barelang";

    internal const string Reason = """{"reason":"Ingin tahu"}""";

    private static readonly Dictionary<string, Func<Secrets, Attempt>> Rows = new(StringComparer.Ordinal)
    {
        ["POST tokens"] = _ => new(Must.BeHarmless, "tokens"),
        ["POST tokens/step-up"] = _ => new(Must.BeHarmless, "tokens/step-up"),
        ["POST tokens/second-factor"] = _ => new(Must.BeHarmless, "tokens/second-factor"),
        ["POST tokens/second-factor/confirmation"] = _ => new(Must.BeHarmless, "tokens/second-factor/confirmation"),
        // Of a token that nobody holds: the stranger's own is needed for the rows below.
        ["DELETE tokens/current"] = _ => new(Must.BeLeftAlone, "tokens/current"),
        ["GET catalogue"] = _ => new(Must.TellNothing, "catalogue"),
        ["POST events"] = _ => new(Must.BeHarmless, "events"),
        ["GET stream"] = _ => new(Must.BeHarmless, "stream"),
        ["GET cases"] = _ => new(Must.TellNothing, "cases?limit=200"),
        ["POST cases"] = _ => new(Must.BeHarmless, "cases"),
        ["GET cases/{id}"] = s => new(Must.LookMissing, $"cases/{s.Case}"),
        ["GET cases/{id:guid}/timeline"] = s => new(Must.LookMissing, $"cases/{s.Case}/timeline"),
        ["POST cases/{id:guid}/sources"] = s => new(Must.LookMissing, $"cases/{s.Case}/sources", $$$"""{"source":{"stream":"{{{s.Handoff}}}","kind":"handoff"}}"""),
        ["POST cases/{id:guid}/subjects"] = s => new(Must.LookMissing, $"cases/{s.Case}/subjects", """{"subject":{"person":{"name":"Elang"},"role":"Suspect"}}"""),
        ["POST cases/{id:guid}/indicators"] = s => new(
            Must.LookMissing, $"cases/{s.Case}/indicators", """{"acts":["Recruitment"],"means":[],"purposes":["ForcedLabour"],"isChild":true}"""),
        ["POST cases/{id:guid}/members"] = s => new(Must.LookMissing, $"cases/{s.Case}/members", """{"agency":"PEMDA-KAB","reason":"Ingin tahu"}"""),
        ["GET alerts"] = _ => new(Must.TellNothing, "alerts?limit=200"),
        ["GET alerts/{id:guid}"] = s => new(Must.LookMissing, $"alerts/{s.Alert}"),
        ["POST alerts/{id:guid}/acknowledgement"] = s => new(Must.LookMissing, $"alerts/{s.Alert}/acknowledgement"),
        ["POST alerts/{id:guid}/assignment"] = s => new(Must.LookMissing, $"alerts/{s.Alert}/assignment"),
        ["POST alerts/{id:guid}/resolution"] = s => new(Must.LookMissing, $"alerts/{s.Alert}/resolution", """{"outcome":"Benign","explanation":"Tidak apa-apa"}"""),
        ["POST alerts/{id:guid}/reopening"] = s => new(Must.LookMissing, $"alerts/{s.Alert}/reopening", Reason),
        ["GET rules"] = _ => new(Must.TellNothing, "rules"),
        ["POST rules/{id}/backtest"] = _ => new(Must.BeForbidden, "rules/R11/backtest", """{"from":"2026-01-01","to":"2026-12-31"}"""),
        ["POST rule-settings"] = _ => new(Must.BeForbidden, "rule-settings"),
        ["PUT rule-settings/{id:guid}/confirmation"] = s => new(Must.BeForbidden, $"rule-settings/{s.Case}/confirmation"),
        ["PUT rule-settings/{id:guid}/refusal"] = s => new(Must.BeForbidden, $"rule-settings/{s.Case}/refusal", Reason),
        ["GET events/{id:guid}"] = s => new(Must.LookMissing, $"events/{s.Event}"),
        ["GET reference/areas"] = _ => new(Must.TellNothing, "reference/areas"),
        ["GET reference/areas/{id}"] = _ => new(Must.TellNothing, "reference/areas/53.21"),
        ["GET reference/holidays"] = _ => new(Must.TellNothing, "reference/holidays"),
        ["GET risk/{id:guid}"] = s => new(Must.TellNothing, $"risk/{s.Case}"),
        ["GET handoffs"] = _ => new(Must.TellNothing, "handoffs?limit=200"),
        ["POST handoffs"] = _ => new(Must.BeHarmless, "handoffs"),
        ["POST handoffs/protection"] = _ => new(Must.BeHarmless, "handoffs/protection"),
        ["POST handoffs/police"] = _ => new(Must.BeHarmless, "handoffs/police"),
        ["GET handoffs/{id:guid}"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}"),
        ["PUT handoffs/{id:guid}/dispatch"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/dispatch", """{"letterNumber":"1","manifest":[]}"""),
        ["PUT handoffs/{id:guid}/receipt"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/receipt"),
        ["PUT handoffs/{id:guid}/acceptance"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/acceptance"),
        ["PUT handoffs/{id:guid}/return"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/return", """{"missing":[{"description":"Semua"}],"reason":"Ingin tahu"}"""),
        ["PUT handoffs/{id:guid}/supplement"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/supplement", """{"items":[],"note":"Ingin tahu"}"""),
        ["PUT handoffs/{id:guid}/decline"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/decline", Reason),
        ["PUT handoffs/{id:guid}/withdrawal"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/withdrawal", Reason),
        ["GET handoffs/{id:guid}/record"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/record"),
        ["PUT handoffs/{id:guid}/follow-up"] = s => new(Must.LookMissing, $"handoffs/{s.Handoff}/follow-up", $$"""{"conflict":"{{s.Case}}"}"""),
        ["POST evidence"] = _ => new(Must.BeHarmless, "evidence"),
        ["POST evidence/custody"] = s => new(Must.LookMissing, "evidence/custody", MatterRows.Custody(s.Handoff)),
        ["POST evidence/{id:guid}/custody"] = s => new(Must.LookMissing, $"evidence/{s.Handoff}/custody", MatterRows.Custody(null)),
        ["POST evidence/{id:guid}/seal"] = s => new(Must.LookMissing, $"evidence/{s.Handoff}/seal", Reason),
        ["POST competence-conflicts"] = _ => new(Must.BeHarmless, "competence-conflicts"),
        ["GET intelligence"] = _ => new(Must.TellNothing, "intelligence?limit=200"),
        ["POST intelligence"] = _ => new(Must.BeHarmless, "intelligence"),
        ["GET intelligence/{id:guid}"] = s => new(Must.LookMissing, $"intelligence/{s.Report}"),
        ["POST intelligence/{id:guid}/grading"] = s => new(Must.LookMissing, $"intelligence/{s.Report}/grading", """{"sourceGrade":"F","informationGrade":6,"reason":"Ingin tahu"}"""),
        ["POST intelligence/{id:guid}/sharing"] = s => new(Must.LookMissing, $"intelligence/{s.Report}/sharing", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Ingin tahu"}"""),
        ["POST intelligence/{id:guid}/acknowledgement"] = s => new(Must.LookMissing, $"intelligence/{s.Report}/acknowledgement"),
        ["POST persons/{reference:guid}/reveal"] = s => new(Must.BeForbidden, $"persons/{s.Case}/reveal", $$$"""{"purpose":"protection","caseId":"{{{s.Case}}}","fields":["name"]}"""),
        ["POST cases/{id:guid}/members/removal"] = s => new(
            Must.LookMissing, $"cases/{s.Case}/members/removal", """{"agency":"POLRI","reason":"Ingin tahu"}"""),
        ["POST cases/{id:guid}/closing"] = s => new(Must.LookMissing, $"cases/{s.Case}/closing", """{"ground":"Duplicate","note":"Ingin tahu"}"""),
        ["POST cases/{id:guid}/reopening"] = s => new(Must.LookMissing, $"cases/{s.Case}/reopening", Reason),
        ["GET sharing/{id:guid}"] = s => new(Must.LookMissing, $"sharing/{s.Report}"),
        ["POST sharing/{id:guid}/widening"] = s => new(
            Must.LookMissing, $"sharing/{s.Handoff}/widening", """{"recipients":[{"agency":"PEMDA-KAB"}],"reason":"Ingin tahu"}"""),
        ["POST sharing/{id:guid}/narrowing"] = s => new(Must.LookMissing, $"sharing/{s.Case}/narrowing", """{"keep":[],"reason":"Ingin tahu"}"""),
        ["POST sharing/{id:guid}/consents"] = s => new(
            Must.LookMissing, $"sharing/{s.Report}/consents", """{"kind":"CourtUse","recipients":[],"reason":"Ingin tahu"}"""),
        ["PUT sharing/{id:guid}/consents/{number:int}/grant"] = s => new(Must.LookMissing, $"sharing/{s.Report}/consents/1/grant", "{}"),
        ["PUT sharing/{id:guid}/consents/{number:int}/refusal"] = s => new(Must.LookMissing, $"sharing/{s.Report}/consents/1/refusal", Reason),
        ["PUT sharing/{id:guid}/recalls/{recall:int}/acknowledgement"] = s => new(
            Must.LookMissing, $"sharing/{s.Report}/recalls/1/acknowledgement", """{"outcome":"NotStored"}"""),
        ["GET recalls"] = _ => new(Must.TellNothing, "recalls"),
        ["GET consents"] = _ => new(Must.TellNothing, "consents"),
        ["GET visibility"] = s => new(Must.LookMissing, $"visibility?target={s.Case}&agency=POLRI"),
        ["POST erasures"] = _ => new(Must.BeHarmless, "erasures"),
        ["PUT erasures/{id:guid}"] = s => new(Must.BeHarmless, $"erasures/{s.Case}"),
        ["PUT erasures/{id:guid}/refusal"] = s => new(Must.LookMissing, $"erasures/{s.Case}/refusal", Reason),
        ["PUT erasures/{id:guid}/approval"] = s => new(Must.BeForbidden, $"erasures/{s.Case}/approval"),
        ["GET erasures/{id:guid}/texts"] = s => new(Must.BeForbidden, $"erasures/{s.Case}/texts"),
        ["PUT erasures/{id:guid}/texts"] = s => new(Must.BeForbidden, $"erasures/{s.Case}/texts", """{"narratives":[]}"""),
        ["GET erasures/{id:guid}"] = s => new(Must.LookMissing, $"erasures/{s.Case}"),
        ["GET access"] = s => new(Must.LookMissing, $"access?target=case:{s.Case}"),
        ["POST deconfliction"] = _ => new(Must.BeHarmless, "deconfliction"),
        ["GET deconfliction/questions"] = _ => new(Must.TellNothing, "deconfliction/questions?limit=200"),
        ["GET deconfliction/notices"] = _ => new(Must.TellNothing, "deconfliction/notices?limit=200"),
        ["POST deconfliction/notices/{id:guid}/acknowledgement"] = s => new(Must.LookMissing, $"deconfliction/notices/{s.Report}/acknowledgement"),
        ["POST persons/search"] = _ => new(Must.TellNothing, "persons/search", """{"name":"Gagak","purpose":"Investigation","operation":"Ingin tahu"}"""),
        ["GET privacy/requests"] = _ => new(Must.BeForbidden, "privacy/requests"),
        ["POST privacy/requests"] = _ => new(Must.BeForbidden, "privacy/requests"),
        ["POST privacy/requests/{id:guid}/fulfilment"] = s => new(Must.BeForbidden, $"privacy/requests/{s.Report}/fulfilment"),
        ["POST privacy/requests/{id:guid}/correction"] = s => new(Must.BeForbidden, $"privacy/requests/{s.Report}/correction", """{"name":"Melati"}"""),
        ["POST privacy/requests/{id:guid}/refusal"] = s => new(Must.BeForbidden, $"privacy/requests/{s.Report}/refusal"),
        ["POST privacy/requests/{id:guid}/erasure"] = s => new(Must.BeForbidden, $"privacy/requests/{s.Report}/erasure"),
        ["GET privacy/retention"] = _ => new(Must.BeForbidden, "privacy/retention"),
        ["POST privacy/retention/{id:guid}/approval"] = s => new(Must.BeForbidden, $"privacy/retention/{s.Report}/approval"),
        ["POST privacy/retention/{id:guid}/erasure"] = s => new(Must.BeForbidden, $"privacy/retention/{s.Report}/erasure"),
        ["POST privacy/retention/{id:guid}/deferral"] = s => new(Must.BeForbidden, $"privacy/retention/{s.Report}/deferral"),
        ["GET privacy/holds"] = _ => new(Must.TellNothing, "privacy/holds?limit=200"),
        ["POST privacy/holds"] = _ => new(Must.BeHarmless, "privacy/holds"),
        ["POST privacy/holds/{id:guid}/lifting"] = s => new(Must.LookMissing, $"privacy/holds/{s.Report}/lifting", Reason),
        ["GET privacy/breaches"] = _ => new(Must.BeForbidden, "privacy/breaches"),
        ["POST privacy/breaches"] = _ => new(Must.BeForbidden, "privacy/breaches"),
        ["POST privacy/breaches/{id:guid}/assessment"] = s => new(Must.BeForbidden, $"privacy/breaches/{s.Report}/assessment"),
        ["POST privacy/breaches/{id:guid}/notice"] = s => new(Must.BeForbidden, $"privacy/breaches/{s.Report}/notice"),
        ["POST privacy/breaches/{id:guid}/closing"] = s => new(Must.BeForbidden, $"privacy/breaches/{s.Report}/closing"),
        ["GET privacy/breaches/{id:guid}/report"] = s => new(Must.BeForbidden, $"privacy/breaches/{s.Report}/report"),
        ["GET log/checkpoint"] = _ => new(Must.BeHarmless, "log/checkpoint"),
        ["GET log/leaves/{position:long}"] = _ => new(Must.BeHarmless, "log/leaves/1"),
        ["GET log/proof/inclusion"] = _ => new(Must.BeHarmless, "log/proof/inclusion?leafIndex=0&treeSize=1"),
        ["GET log/proof/consistency"] = _ => new(Must.BeHarmless, "log/proof/consistency?from=0&to=1"),
        ["GET log/key"] = _ => new(Must.BeHarmless, "log/key"),
        ["GET log/status"] = _ => new(Must.BeHarmless, "log/status"),
        ["POST log/cosignatures"] = _ => new(Must.BeHarmless, "log/cosignatures"),
        ["GET log/access/checkpoint"] = _ => new(Must.BeForbidden, "log/access/checkpoint"),
        ["GET log/access/leaves/{position:long}"] = _ => new(Must.BeForbidden, "log/access/leaves/1"),
        ["GET log/access/proof/inclusion"] = _ => new(Must.BeForbidden, "log/access/proof/inclusion?leafIndex=0&treeSize=1"),
        ["GET log/access/proof/consistency"] = _ => new(Must.BeForbidden, "log/access/proof/consistency?from=0&to=1"),
        ["GET log/access/key"] = _ => new(Must.BeForbidden, "log/access/key"),
        ["GET log/access/status"] = _ => new(Must.BeForbidden, "log/access/status"),
        ["POST log/access/cosignatures"] = _ => new(Must.BeForbidden, "log/access/cosignatures", """{"note":"","key":""}"""),
        ["GET cases/{id:guid}/bundle"] = s => new(Must.BeForbidden, $"cases/{s.Case}/bundle"), // before a second factor nobody learns anything
        ["POST invitations"] = _ => new(Must.BeHarmless, "invitations"),
        ["GET members/me"] = _ => new(Must.TellNothing, "members/me"),
        ["GET members/agencies"] = _ => new(Must.TellNothing, "members/agencies"),
        ["GET members/units"] = _ => new(Must.TellNothing, "members/units?agency=POLRI"),
        ["GET members/officers"] = _ => new(Must.TellNothing, "members/officers"),
        ["GET members/task-forces"] = _ => new(Must.TellNothing, "members/task-forces"),
        ["POST members/officers"] = _ => new(Must.BeHarmless, "members/officers"),
        ["POST members/clients"] = _ => new(Must.BeHarmless, "members/clients"),
        ["POST members/officers/{key}/move"] = _ => new(Must.LookMissing, $"members/{Member}/move", """{"unit":"POLDA-NTT"}"""),
        ["POST members/officers/{key}/rights"] = _ => new(
            Must.LookMissing, $"members/{Member}/rights", """{"role":"Officer","clearance":"B","privileges":[],"reason":"Ingin tahu"}"""),
        ["POST members/officers/{key}/proposals"] = s => new(
            Must.LookMissing, $"members/{Member}/proposals",
            $$"""{"grant":"{{s.Case}}","role":"UnitHead","clearance":"R","privileges":[],"reason":"Ingin tahu"}"""),
        ["POST members/officers/{key}/confirmation"] = s => new(Must.LookMissing, $"members/{Member}/confirmation", $$"""{"grant":"{{s.Case}}"}"""),
        ["POST members/officers/{key}/refusal"] = s => new(Must.LookMissing, $"members/{Member}/refusal", $$"""{"grant":"{{s.Case}}","reason":"Ingin tahu"}"""),
        ["POST members/officers/{key}/disablement"] = _ => new(Must.LookMissing, $"members/{Member}/disablement", Reason),
        ["POST members/officers/{key}/enablement"] = _ => new(Must.LookMissing, $"members/{Member}/enablement", Reason),
        ["POST members/officers/{key}/invitation"] = _ => new(Must.LookMissing, $"members/{Member}/invitation", "{}"),
        ["POST members/clients/{key}/secret"] = _ => new(Must.LookMissing, "members/clients/polri.barelang/secret", "{}"),
        ["POST members/units"] = _ => new(Must.BeHarmless, "members/units"),
        ["POST members/units/{id:guid}/closure"] = s => new(Must.LookMissing, $"members/units/{s.Case}/closure", Reason),
        ["POST members/units/{id:guid}/staff"] = s => new(Must.LookMissing, $"members/units/{s.Case}/staff", """{"desk":"SPKT","officers":["a"],"deputies":[]}"""),
        ["POST members/suspensions"] = _ => new(Must.BeForbidden, "members/suspensions", """{"agency":"LSM","reason":"Ingin tahu"}"""),
        ["POST members/readmissions"] = _ => new(Must.BeForbidden, "members/readmissions", """{"agency":"LSM","reason":"Ingin tahu"}"""),
        ["POST members/task-forces"] = _ => new(Must.BeHarmless, "members/task-forces"),
        ["POST members/task-forces/{key}/officers"] = _ => new(
            Must.LookMissing, "members/task-forces/TIM/officers", """{"officer":"polri.barelang","agency":"POLRI"}"""),
        ["POST members/task-forces/{key}/removals"] = _ => new(
            Must.LookMissing, "members/task-forces/TIM/removals", """{"officer":"polri.barelang","reason":"Ingin tahu"}"""),
        ["POST members/task-forces/{key}/dissolution"] = _ => new(Must.BeForbidden, "members/task-forces/TIM/dissolution", Reason),
        ["POST break-glass"] = s => new(Must.BeForbidden, "break-glass", $$"""{"case":"{{s.Case}}","reason":"Ingin tahu"}"""),
        ["GET break-glass"] = _ => new(Must.TellNothing, "break-glass"),
        ["GET break-glass/{id:guid}/case"] = s => new(Must.LookMissing, $"break-glass/{s.Case}/case"),
        ["GET break-glass/{id:guid}/timeline"] = s => new(Must.LookMissing, $"break-glass/{s.Case}/timeline"),
        ["POST break-glass/{id:guid}/end"] = s => new(Must.LookMissing, $"break-glass/{s.Case}/end"),
        ["POST break-glass/{id:guid}/review"] = s => new(Must.LookMissing, $"break-glass/{s.Case}/review", """{"finding":"Justified","note":"Ingin tahu"}"""),
        ["GET admin/status"] = _ => new(Must.BeForbidden, "admin/status"),
        ["POST admin/rebuild/{name}"] = _ => new(Must.BeForbidden, "admin/rebuild/CaseTimeline"),
        ["POST admin/dead-letters/{id:guid}/replay"] = s => new(Must.BeForbidden, $"admin/dead-letters/{s.Case}/replay"),
        ["POST admin/verify"] = _ => new(Must.BeForbidden, "admin/verify"),
        ["GET demo/users"] = _ => new(Must.BeHarmless, "demo/users"),
        ["GET demo/step-up-code"] = _ => new(Must.BeHarmless, "demo/step-up-code"),
        ["GET demo/clock"] = _ => new(Must.BeHarmless, "demo/clock"),
        ["PUT demo/clock"] = _ => new(Must.BeHarmless, "demo/clock"),
    };

    private static IReadOnlyList<KeyValuePair<string, Func<Secrets, Attempt>>> AllRows => [.. Rows, .. ScreeningRows.All, .. SnapshotRows.All, .. VictimRows.All, .. OperationRows.All, .. NetworkRows.All];

    static SeesNothingTests()
    {
        foreach (var (route, body) in MatterRows.Forbidden)
            Rows[route] = s => new(Must.BeForbidden, MatterRows.PathOf(route, s.Handoff), body);
    }

    [Fact]
    public void Every_route_has_a_row() => Routes().ShouldBe(AllRows.Select(row => row.Key), ignoreOrder: true);

    [Fact]
    public async Task A_stranger_learns_nothing_from_any_route()
    {
        var secrets = await Secrets.Make(api);
        var missing = new Secrets(NewId(), NewId(), NewId(), NewId());
        await Each(AllRows.Where(row => row.Value(missing).Must != Must.BeLeftAlone), row => LearnsNothing(row.Key, row.Value, secrets, missing));
    }

    private async Task LearnsNothing(string route, Func<Secrets, Attempt> row, Secrets secrets, Secrets missing)
    {
        var (method, attempt) = (route.Split(' ')[0], row(secrets));
        using var response = await api.Send(Secrets.Stranger, method, "/api/v1/" + attempt.Path, attempt.Must == Must.BeHarmless ? "{}" : attempt.Body);
        if (attempt.Must == Must.BeHarmless)
            return;
        var body = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        secrets.All.ShouldAllBe(secret => !body.Contains(secret, StringComparison.OrdinalIgnoreCase), route);
        response.StatusCode.ShouldBe(
            attempt.Must switch { Must.LookMissing => HttpStatusCode.NotFound, Must.BeForbidden => HttpStatusCode.Forbidden, _ => HttpStatusCode.OK }, $"{route}: {body}");
        if (attempt.Must != Must.LookMissing)
            return;
        using var never = await api.Send(Secrets.Stranger, method, "/api/v1/" + row(missing).Path, attempt.Body);
        (await never.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldBe(body, route);
    }

    // Side by side: a thing that is not there is waited for, and nearly all of the time is that.
    private static Task Each<T>(IEnumerable<T> rows, Func<T, Task> look) =>
        Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ApiFixture.Ct }, async (row, _) => await look(row));

    public static TheoryData<string, string> Asides => new()
    {
        { "Accept-Language", "id" },
        { "Accept-Language", "en" },
        { "If-Match", "\"1\"" },
        { "If-Match", "\"7\"" },
        { "If-None-Match", "\"1\"" },
        { "Idempotency-Key", "kunci-1" },
        { "X-After-Position", "1" },
    };

    [Theory]
    [MemberData(nameof(Asides))]
    public async Task A_withheld_thing_answers_byte_for_byte_as_one_that_never_was(string header, string value)
    {
        var secrets = await Secrets.Make(api);
        var missing = new Secrets(NewId(), NewId(), NewId(), NewId());
        await Each(AllRows.Where(row => row.Value(missing).Must == Must.LookMissing), async row =>
        {
            var (method, text) = (row.Key.Split(' ')[0], $"{row.Key} with {header}: {value}");
            var withheld = await Whole(method, row.Value(secrets), header, value);
            withheld.ShouldBe(await Whole(method, row.Value(missing), header, value), text);
            withheld.ShouldStartWith("404 ", customMessage: text);
        });
    }

    // Status, headers and body; only the time of day may differ.
    private async Task<string> Whole(string method, Attempt attempt, string header, string value)
    {
        using var response = await api.Send(Secrets.Stranger, method, "/api/v1/" + attempt.Path, attempt.Body, "application/json", (header, value));
        var headers = response.Headers.Concat(response.Content.Headers).Where(one => one.Key != "Date").OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key}: {string.Join(", ", one.Value)}");
        return $"{(int)response.StatusCode} {string.Join('\n', headers)}\n\n{await response.Content.ReadAsStringAsync(ApiFixture.Ct)}";
    }

    [Fact]
    public async Task Without_a_token_every_route_but_the_public_ones_asks_for_one()
    {
        var secrets = new Secrets(NewId(), NewId(), NewId(), NewId());
        foreach (var (route, row) in AllRows.Where(row => row.Key is not ("POST tokens" or "POST invitations" or "POST tips/progress" or "GET demo/users")))
        {
            using var response = await api.Send(null, route.Split(' ')[0], "/api/v1/" + row(secrets).Path, "{}");
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, route);
        }
    }

    [Fact]
    public async Task An_operator_runs_the_system_and_reads_no_case()
    {
        await api.Ask("operator", "GET", "/api/v1/admin/status");
        foreach (var path in new[] { "cases", "alerts", "handoffs", "intelligence", "stream" })
        {
            using var response = await api.Send("operator", "GET", "/api/v1/" + path);
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private IEnumerable<string> Routes() =>
        from endpoint in api.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = endpoint.RoutePattern.RawText!
        where path.StartsWith("/api/v1/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method} {path["/api/v1/".Length..].TrimEnd('/')}";
}

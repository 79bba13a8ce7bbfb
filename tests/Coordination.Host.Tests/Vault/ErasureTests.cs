using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Members;
using Coordination.Host.Postgres;
using Coordination.Host.Privacy;
using Coordination.Host.Security;
using Coordination.Host.Tests.Api;
using Coordination.Host.Tests.Deploy;
using Coordination.Host.Vault;
using Coordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>An erased person is gone from everything that is kept: from a dump, from the write-ahead log, from every view; and the log still verifies.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string First = "imigrasi.pertama";
    private const string Second = "imigrasi.kedua";
    private const string Password = "contoh-sandi-2026";
    private static readonly string[] Canaries = ["Siti-CANARY", "3171009999990017", "CANARY7788", "628119998877", "Cerita-CANARY"];
    private static readonly Officer Clerk = new("imigrasi.batam", "IMIGRASI", "KANIM-BATAM", OfficerRole.Officer, Level.R);
    private static readonly Officer Head = Clerk with { Id = "imigrasi.kepala", Role = OfficerRole.UnitHead };
    private readonly string _directory = TestDirectory.Create();
    private EmbeddedPostgres? _postgres;
    private CoordinationHost? _host;
    private HttpClient? _http;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await EmbeddedPostgres.Start(new() { DataDirectory = _directory }, CancellationToken.None);
        _host = await CoordinationHost.Start(
            new HostSettings(_postgres.RuntimeConnectionString, _postgres.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = Password, DataDirectory = _directory,
            },
            CancellationToken.None);
        _http = new HttpClient { BaseAddress = _host.Address };
        using var token = await _http.PostAsJsonAsync("/api/v1/tokens", new { username = Clerk.Id, password = Password }, Ct);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await token.Content.ReadFromJsonAsync<JsonNode>(Ct))!["accessToken"]!.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task No_copy_of_an_erased_person_is_left_and_the_log_still_verifies()
    {
        var person = await Introduce();
        await NothingInClear("before the erasure: what is sealed was never written in clear");
        var trail = await Service<PersonTrail>().Of(person, Ct);
        trail.Holds.ShouldBeEmpty();
        trail.Narratives.Count.ShouldBe(1);
        var erasure = await HandedOver(person);

        var certificate = await Get($"/api/v1/erasures/{erasure}");
        certificate["status"]!.ToString().ShouldBe(nameof(ErasureStatus.CarriedOut));
        certificate["keysDestroyed"]!.GetValue<int>().ShouldBe(5, "the person, its telephone, the interview, why the hold was lifted, the reason of the erasure itself");
        certificate["requestedBy"]!.ToString().ShouldBe(First);
        certificate["decidedBy"]!.ToString().ShouldBe(Second);
        (await _http!.GetStringAsync($"/penghapusan/{erasure}", Ct)).ShouldContain("Sertifikat penghapusan identitas");
        (await Scalar($"select count(*) from vault.data_key where subject = any(array['{person}'::uuid, '{trail.Narratives[0]}'::uuid])")).ShouldBe(0);
        (await Scalar($"select (select count(*) from vault.identifier where person = '{person}') + (select count(*) from vault.trait where person = '{person}') + (select count(*) from vault.field where subject = '{person}')")).ShouldBe(0);
        (await Scalar("select count(*) from vault.contact")).ShouldBe(0);
        (await Service<DataKeys>().Find([person.Value, .. trail.Narratives], Ct)).ShouldBeEmpty("also of this Host's memory");
        await NothingInClear("after it");
        var defects = await Service<Verifier>().Verify(folds: true, Ct);
        defects.Select(defect => defect.What).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_on_a_case_is_held_and_shredding_twice_finds_nothing_left()
    {
        var person = await Introduce();
        var subject = new JsonObject { ["person"] = person.ToString(), ["role"] = "Victim" };
        var body = JsonNode.Parse(Told.Case("POLRI"))!;
        body["subjects"] = new JsonArray(subject);
        await Post("/api/v1/cases", body);
        var erasure = await Request(person);
        var held = await Approve(erasure);
        held.Problem!.Refusal.Code.ShouldBe("erasure.on_hold");
        held.Problem.Refusal.Details.ShouldBe(["open_case"]);
        (await Scalar($"select count(*) from vault.field where subject = '{person}'")).ShouldBeGreaterThan(0);

        var shredder = Service<Shredder>();
        (await shredder.Shred(person, [], Ct)).ShouldBeGreaterThan(0);
        (await shredder.Shred(person, [], Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Texts_that_name_nobody_by_a_reference_are_offered_chosen_by_one_officer_and_destroyed_by_another()
    {
        var (person, first, second) = (await Introduce(), await HeadOf(First), await HeadOf(Second));
        var held = (await As(first, "POST", "cases", JsonNode.Parse(Told.Case("POLRI"))!.AsObject()))["id"]!.ToString();
        await As(first, "POST", $"cases/{held}/subjects", new() { ["subject"] = new JsonObject { ["person"] = person.ToString(), ["role"] = "Witness" } });
        await Assess(first, held, "Siti-CANARY tinggal di rumah bibinya.");
        await Assess(first, held, "Gudang di Nagoya dipakai lagi.");
        await Close(Guid.Parse(held));
        var erasure = await Request(person);
        var offered = (await As(first, "GET", $"erasures/{erasure}/texts"))["items"]!.AsArray();
        var tells = offered.Single(text => text!["text"]!.ToString().StartsWith("Siti-CANARY", StringComparison.Ordinal))!["id"]!.ToString();
        offered.ShouldContain(text => text!["text"]!.ToString().StartsWith("Gudang", StringComparison.Ordinal));

        (await Code(first, "PUT", $"erasures/{erasure}/texts", Chosen(Guid.CreateVersion7().ToString()))).ShouldBe("erasure.text_not_offered");
        await As(first, "PUT", $"erasures/{erasure}/texts", Chosen(tells));
        (await Code(first, "PUT", $"erasures/{erasure}/approval")).ShouldBe("erasure.same_person");
        var certificate = await As(second, "PUT", $"erasures/{erasure}/approval");
        (certificate["narrativesChosen"]!.GetValue<int>(), certificate["narrativesLeft"]!.GetValue<int>()).ShouldBe((1, offered.Count - 1));
        var timeline = (await As(first, "GET", $"cases/{held}/timeline?limit=200")).ToJsonString();
        timeline.ShouldNotContain("Siti-CANARY");
        timeline.ShouldContain("Gudang di Nagoya dipakai lagi.");
        (await Service<Verifier>().Verify(folds: true, Ct)).Select(defect => defect.What).ShouldBeEmpty();

        static JsonObject Chosen(string text) => new() { ["narratives"] = new JsonArray(text) };
    }

    // By the log itself: what the rules have raised about the case by now is of no matter here.
    private async Task Close(Guid held)
    {
        var (log, now) = (Service<EventLog>(), TimeProvider.System.GetUtcNow());
        var headers = EnvelopeHeaders.Write(new Envelope(Head, now, now, null, [], Marking.Default, null), []);
        var closed = new NewEvent(Guid.CreateVersion7(now), new CaseClosed(CaseClosingGround.FinalJudgment, "Selesai."), now, headers, Head.Id);
        var version = (await log.FetchStreamState(held, Ct))!.Version;
        var appended = await log.Append(new([new(held, "case", version, [closed])]), Ct);
        (await Service<ProjectionDaemon>().WaitFor(appended.Position, TimeSpan.FromSeconds(30), Ct)).Reached.ShouldBeTrue();
    }

    private Task<JsonNode> Assess(string token, string held, string note) => As(
        token, "POST", $"cases/{held}/indicators",
        new()
        {
            ["acts"] = new JsonArray("Recruitment"), ["means"] = new JsonArray(), ["purposes"] = new JsonArray(), ["isChild"] = false, ["note"] = note,
        });

    /// <summary>A passport applicant with everything that names a person, and an interview that tells of it.</summary>
    private async Task<PersonRef> Introduce()
    {
        await Events(
            Told.Event("a-1", "/imigrasi/batam", "P-CAN-1", "passport_application_received", "2026-01-19T09:10:00+08:00", new JsonObject
            {
                ["applicant"] = new JsonObject
                {
                    ["name"] = Canaries[0], ["nik"] = Canaries[1], ["passport"] = Canaries[2], ["phone"] = "+" + Canaries[3], ["birthDate"] = "2007-05-06",
                },
                ["channel"] = "WalkIn", ["purpose"] = "Work",
            }),
            Told.Event("a-2", "/imigrasi/batam", "P-CAN-1", "passport_interview_conducted", "2026-01-19T10:10:00+08:00", new JsonObject
            {
                ["redFlags"] = new JsonArray(), ["summary"] = $"{Canaries[4]}: {Canaries[0]} diantar orang lain.",
            }));
        await using var command = Service<NpgsqlDataSource>(owner: true).CreateCommand("select headers -> 'persons' ->> 0 from public.mt_events order by seq_id limit 1");
        return new PersonRef(Guid.Parse((string)(await command.ExecuteScalarAsync(Ct))!));
    }

    /// <summary>From the request of the person to the destroyed keys, as two heads do it through the API: held by a court at first.</summary>
    private async Task<Guid> HandedOver(PersonRef person)
    {
        var (first, second) = (await HeadOf(First), await HeadOf(Second));
        var hold = (await As(first, "POST", "privacy/holds", new() { ["ground"] = "CourtOrder", ["reference"] = "PN/9/2026", ["person"] = person.ToString() }))["id"];
        var request = (await As(
            first, "POST", "privacy/requests", new() { ["subject"] = person.ToString(), ["right"] = "Erasure", ["reference"] = "PDP/9/2026" }))["id"]!.ToString();
        (await Code(first, "POST", $"privacy/requests/{request}/erasure")).ShouldBe("privacy.on_hold");
        await As(second, "POST", $"privacy/holds/{hold}/lifting", new() { ["reason"] = "Perkara selesai." });
        await As(first, "POST", $"privacy/requests/{request}/erasure");
        var erasure = ErasureHandOver.ErasureOf(Guid.Parse(request));
        (await As(first, "GET", $"erasures/{erasure}"))["status"]!.ToString().ShouldBe(nameof(ErasureStatus.Requested));
        (await Code(first, "PUT", $"erasures/{erasure}/approval")).ShouldBe("erasure.same_person");
        (await Code(await HeadOf(Second, proved: false), "PUT", $"erasures/{erasure}/approval")).ShouldBe("step_up_required");
        await As(second, "PUT", $"erasures/{erasure}/approval");
        (await As(second, "PUT", $"erasures/{erasure}/approval"))["status"]!.ToString().ShouldBe(nameof(ErasureStatus.CarriedOut), "deciding again changes nothing");
        return erasure;
    }

    private async Task<string> HeadOf(string name, bool proved = true)
    {
        var account = new Account(name, "IMIGRASI", "KANIM-BATAM", OfficerRole.UnitHead, Level.R);
        var position = await Service<MemberAdmin>().Establish(account, Ct);
        (await Service<ProjectionDaemon>().WaitFor(position, TimeSpan.FromSeconds(30), Ct)).Reached.ShouldBeTrue();
        return (await Service<AccessTokens>().Issue(account, SignIn.Api, Ct, secondFactor: proved)).Value;
    }

    private async Task<JsonNode> As(string token, string method, string path, JsonObject? body = null)
    {
        var (status, answer) = await Send(token, method, path, body);
        ((int)status).ShouldBeLessThan(300, $"{method} {path}: {answer}");
        return answer;
    }

    private async Task<string?> Code(string token, string method, string path, JsonObject? body = null) =>
        (await Send(token, method, path, body)).Answer["code"]?.ToString();

    private async Task<(HttpStatusCode Status, JsonNode Answer)> Send(string token, string method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await _http!.SendAsync(request, Ct);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!);
    }

    private async Task<Guid> Request(PersonRef person) => Guid.Parse((await Post(
        "/api/v1/erasures", new JsonObject { ["person"] = person.ToString(), ["ground"] = "SubjectRequest", ["reason"] = "Permintaan Siti-CANARY" }))["id"]!.ToString());

    private Task<WriteResult> Approve(Guid erasure) => Service<Erasures>().Approve(erasure, new ErasureApproved(), Head, new WriteTerms(), Ct);

    private async Task NothingInClear(string when)
    {
        await using (var checkpoint = Service<NpgsqlDataSource>(owner: true).CreateCommand("select pg_switch_wal(); checkpoint"))
            await checkpoint.ExecuteNonQueryAsync(Ct);
        var (connection, password) = Shell.LibPq(_postgres!.OwnerConnectionString);
        var dump = Path.Combine(_directory, "dump.sql");
        await Shell.Succeed(password, "pg_dump", "-d", connection, "-f", dump);
        await Search(dump, when, asHex: true);
        var segments = Directory.GetFiles(Path.Combine(_directory, "postgres", "data", "pg_wal")).Where(file => Path.GetFileName(file).Length == 24).ToList();
        segments.ShouldNotBeEmpty();
        foreach (var segment in segments)
            await Search(segment, when, asHex: false);
    }

    private static async Task Search(string file, string when, bool asHex)
    {
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes.Length.ShouldBeGreaterThan(1000);
        foreach (var canary in Canaries)
        {
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)).ShouldBe(-1, $"{canary} in {Path.GetFileName(file)}, {when}");
            if (asHex)
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)))).ShouldBe(-1, $"{canary} as hex, {when}");
        }
    }

    private T Service<T>(bool owner = false)
        where T : notnull => owner ? _host!.Services.GetRequiredKeyedService<T>("owner") : _host!.Services.GetRequiredService<T>();

    private async Task<long> Scalar(string sql)
    {
        await using var command = Service<NpgsqlDataSource>(owner: true).CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<JsonNode> Get(string path) => (await _http!.GetFromJsonAsync<JsonNode>(path, Ct))!;

    private async Task<JsonNode> Post(string path, JsonNode body)
    {
        using var response = await _http!.PostAsJsonAsync(path, body, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private async Task Events(params string[] events)
    {
        using var content = new StringContent($"[{string.Join(",", events)}]", Encoding.UTF8, "application/cloudevents-batch+json");
        using var response = await _http!.PostAsync("/api/v1/events", content, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldNotContain("rejected");
    }
}

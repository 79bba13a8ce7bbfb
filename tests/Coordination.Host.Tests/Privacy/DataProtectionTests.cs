using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Privacy;
using Coordination.Host.Tests.Api;
using Coordination.Host.Vault;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Privacy;

public sealed class DataProtectionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly Officer Head = new("satgas.kepala", "SATGAS", "SEKRETARIAT", OfficerRole.UnitHead, Level.R);
    private static readonly Officer Other = new("koordinator", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R);

    private T Service<T>()
        where T : notnull => api.Host.Services.GetRequiredService<T>();

    [Fact]
    public async Task A_request_is_taken_in_answered_and_shown_with_its_clock()
    {
        var id = await Receive("Access", "PDP/1/2026", "5321010001050001");
        var request = (await Read("privacy/requests")).First(item => item!["id"]!.ToString() == id)!;
        request["status"]!.ToString().ShouldBe("Open");
        (DateTimeOffset.Parse(request["dueAt"]!.ToString(), null) - DateTimeOffset.Parse(request["receivedAt"]!.ToString(), null)).ShouldBe(TimeSpan.FromHours(72));
        request.ToJsonString().ShouldNotContain("Teratai");
        await api.Ask("koordinator", "POST", $"/api/v1/privacy/requests/{id}/fulfilment", """{"note":"Salinan diserahkan."}""");
        (await Read("privacy/requests?open=true")).ShouldNotContain(item => item!["id"]!.ToString() == id);
    }

    [Fact]
    public async Task A_legal_hold_on_the_case_stops_an_erasure_until_another_person_lifts_it()
    {
        var opened = await api.Ask("koordinator", "POST", "/api/v1/cases", Told.Case("POLRI"));
        await api.Ask(
            "koordinator", "POST", $"/api/v1/cases/{opened["id"]}/subjects",
            """{"subject":{"person":{"name":"Seroja","nik":"5321010001050002"},"role":"SuspectedVictim","status":"Suspected"}}""");
        var hold = await api.Ask("koordinator", "POST", "/api/v1/privacy/holds", $$"""{"ground":"CourtOrder","reference":"PN/2/2026","case":"{{opened["id"]}}"}""");
        var id = await Receive("Erasure", "PDP/2/2026", "5321010001050002");
        (await Post($"privacy/requests/{id}/erasure")).ShouldBe((HttpStatusCode.Conflict, "privacy.on_hold"));
        (await Post($"privacy/holds/{hold["id"]}/lifting", """{"reason":"Selesai."}""")).ShouldBe((HttpStatusCode.Forbidden, "privacy.same_person"));
        await Write(new LegalHoldLifted("Selesai."), Guid.Parse(hold["id"]!.ToString()), Head);
        (await Post($"privacy/requests/{id}/erasure")).ShouldBe((HttpStatusCode.OK, null));
        // The same source always leads to the same erasure.
        (await Post($"privacy/requests/{id}/erasure")).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task Whose_time_is_over_is_proposed_once_and_handed_over_by_two_persons()
    {
        await Write(
            new Domain.Intelligence.IntelligenceReportFiled("Lama", "Lama.", Domain.Intelligence.SourceGrade.B, 2, [new PersonRef(Guid.CreateVersion7())]),
            Guid.CreateVersion7(), Other, TimeProvider.System.GetUtcNow().AddMonths(-28));
        var job = Service<RetentionJob>();
        await job.Propose(ApiFixture.Ct);
        (await job.Propose(ApiFixture.Ct)).ShouldBe(0);
        var proposal = (await Signals()).Single()!;
        var id = Guid.Parse(proposal["id"]!.ToString());
        (await Post($"privacy/retention/{id}/erasure")).ShouldBe((HttpStatusCode.Conflict, "privacy.second_person_needed"));
        (await Post($"privacy/retention/{id}/approval")).ShouldBe((HttpStatusCode.OK, null));
        (await Post($"privacy/retention/{id}/erasure")).ShouldBe((HttpStatusCode.Forbidden, "privacy.same_person"));
        await Write(ErasureHandOver.OfRetention(id), id, Head);
        (await Signals()).ShouldBeEmpty();
        var erasure = await api.Ask("koordinator", "GET", $"/api/v1/erasures/{ErasureHandOver.ErasureOf(id)}");
        (erasure["status"]!.ToString(), erasure["ground"]!.ToString(), erasure["requestedBy"]!.ToString()).ShouldBe(("Requested", "RetentionEnded", Head.Id));
        (await job.Resume(ApiFixture.Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task A_hand_over_after_which_the_host_died_is_followed_by_its_erasure_later()
    {
        var (source, subject) = (Guid.CreateVersion7(), new PersonRef(Guid.CreateVersion7()));
        await Append(source, new DataSubjectRequestReceived(subject, DataRight.Erasure, "PDP/7/2026"), 0, type: "subject_request");
        await Append(source, ErasureHandOver.OfRequest(source), 1);
        await Service<RetentionJob>().Resume(ApiFixture.Ct);
        var erasure = await api.Ask("koordinator", "GET", $"/api/v1/erasures/{ErasureHandOver.ErasureOf(source)}");
        (erasure["status"]!.ToString(), erasure["person"]!.ToString(), erasure["requestedBy"]!.ToString()).ShouldBe(("Requested", subject.ToString(), Other.Id));
    }

    [Fact]
    public async Task Who_stands_on_a_case_is_kept_until_the_case_was_closed_long_enough()
    {
        // By the log itself: six years ago no officer of today had the right to.
        var (file, subject, now) = (Guid.CreateVersion7(), new PersonRef(Guid.CreateVersion7()), TimeProvider.System.GetUtcNow());
        var closed = new CaseClosed(CaseClosingGround.FinalJudgment, "Selesai.");
        await Append(file, new CaseOpened("Lama", MigrationPhase.Abroad, "Lama.", [], [new(subject, CaseRole.Witness)], [], "2019-0001"), 0, now.AddMonths(-80), "case");
        await Propose(subject, shows: false);
        (await Service<PersonTrail>().Of(subject, ApiFixture.Ct)).Holds.ShouldBe(["open_case"]);
        await Append(file, closed, 1, now.AddMonths(-62));
        (await Service<PersonTrail>().Of(subject, ApiFixture.Ct)).Holds.ShouldBeEmpty("the case no longer needs it");
        await Append(file, new CaseReopened("Korban lain."), 2, now.AddMonths(-61));
        await Propose(subject, shows: false);
        (await Service<PersonTrail>().Of(subject, ApiFixture.Ct)).Holds.ShouldBe(["open_case"]);
        await Append(file, closed, 3, now.AddMonths(-59));
        await Propose(subject, shows: false);
        await Append(file, new CaseReopened("Korban lain."), 4, now.AddMonths(-59));
        await Append(file, closed, 5, now.AddMonths(-61));
        await Propose(subject, shows: true);
    }

    [Fact]
    public async Task Every_register_that_gives_the_reference_of_a_person_records_that_it_did()
    {
        var id = await Receive("Erasure", "PDP/21/2026", "5321010001050021");
        var person = (await Read("privacy/requests")).First(item => item!["id"]!.ToString() == id)!["personId"]!.ToString();
        await api.Ask("koordinator", "POST", "/api/v1/privacy/holds", $$"""{"ground":"CourtOrder","reference":"PN/21/2026","person":"{{person}}"}""");
        (await Read("privacy/holds")).ShouldContain(hold => hold!["personId"] != null && hold["personId"]!.ToString() == person);
        var asked = await api.Ask(
            "koordinator", "POST", "/api/v1/erasures", $$"""{"person":"{{person}}","ground":"RecordedInError","reason":"Keliru."}""");
        await api.Ask("koordinator", "GET", $"/api/v1/erasures/{asked["id"]}");
        await using var looks = api.Database.Owner.CreateCommand(
            "select string_agg(distinct action, ' ' order by action) from coordination.access_entry where officer = 'koordinator' and persons @> array[$1]");
        looks.Parameters.AddWithValue(Guid.Parse(person));
        (await looks.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe("erasure_read legal_hold_read subject_request_read");
    }

    private async Task<IReadOnlyList<JsonNode?>> Signals() =>
        [.. (await Read("privacy/retention?open=true")).Where(one => one!["class"]!.ToString() == "Signal")];

    private async Task Propose(PersonRef subject, bool shows)
    {
        await Service<RetentionJob>().Propose(ApiFixture.Ct);
        (await Read("privacy/retention")).Any(one => one!["personId"]!.ToString() == subject.ToString()).ShouldBe(shows);
    }

    [Fact]
    public async Task What_another_agency_still_needs_is_not_erased()
    {
        var introduced = await Receive("Erasure", "PDP/8/2026", "5321010001050008");
        await api.SendEvents("imigrasi.atambua", Told.Application("keep-1", "P-KEEP", "5321010001050008"));
        (await Post($"privacy/requests/{introduced}/erasure")).ShouldBe((HttpStatusCode.OK, null));
        var approved = await Service<Erasures>().Approve(
            ErasureHandOver.ErasureOf(Guid.Parse(introduced)), new ErasureApproved(), Head, new WriteTerms(), ApiFixture.Ct);
        approved.Problem!.Refusal.Code.ShouldBe("erasure.on_hold");
        approved.Problem.Refusal.Details.ShouldBe(["other_agency"]);
    }

    [Fact]
    public async Task A_breach_is_of_accounts_of_the_own_agency_and_of_persons_whose_looks_it_is_told()
    {
        (await Post("privacy/breaches", Breach("""["imigrasi.batam"]"""))).ShouldBe((HttpStatusCode.Forbidden, "breach.of_others"));
        (await Post("privacy/breaches", Breach("[]", """["0198d0a0-0000-7000-8000-000000000001"]"""))).Status.ShouldNotBe(HttpStatusCode.Created);
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case());
        await api.Ask(
            "imigrasi.batam", "POST", $"/api/v1/cases/{opened["id"]}/subjects", """{"subject":{"person":{"nik":"5321010001050011"},"role":"Victim"}}""");
        (await Post("privacy/breaches", Breach("[]", """[{"nik":"5321010001050011"}]"""))).ShouldBe((HttpStatusCode.Forbidden, "breach.of_others"));
        (await Post("privacy/breaches", Breach("""["koordinator"]"""))).Status.ShouldBe(HttpStatusCode.Created);
    }

    private static string Breach(string officers, string subjects = "[]") =>
        $$"""{"summary":"Satu akun.","knownAt":"2026-01-01T00:00:00Z","from":"2026-01-01T00:00:00Z","until":"2026-01-02T00:00:00Z","officers":{{officers}},"subjects":{{subjects}}}""";

    private async Task Append(Guid stream, object body, int version, DateTimeOffset? at = null, string type = "")
    {
        var persons = (body as IConcernsPersons)?.Persons() ?? [];
        var written = new NewEvent(
            Guid.CreateVersion7(), body, TimeProvider.System.GetUtcNow(), EnvelopeHeaders.Write(Service<Envelopes>().For(Other, at), persons), Other.Id);
        var result = await Service<EventLog>().Append(new([new(stream, type, version, [written])]), ApiFixture.Ct);
        Service<ProjectionDaemon>().Signal(result.Position);
        (await Service<ProjectionDaemon>().WaitFor(result.Position, TimeSpan.FromSeconds(30), ApiFixture.Ct)).Reached.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<string>> Alerts(string code, int atLeast)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ApiFixture.Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var found = (await api.Ask("koordinator", "GET", "/api/v1/alerts?open=true&limit=200"))["items"]!.AsArray()
                .Where(alert => alert!["code"]!.ToString() == code).Select(alert => alert!["sentence"]!.ToJsonString()).ToList();
            if (found.Count >= atLeast)
                return found;
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<string> Receive(string right, string reference, string nik) => (await api.Ask(
        "koordinator", "POST", "/api/v1/privacy/requests",
        $$"""{"subject":{"name":"Teratai","nik":"{{nik}}"},"right":"{{right}}","reference":"{{reference}}"}"""))["id"]!.ToString();

    private async Task<JsonArray> Read(string path)
    {
        await using var command = api.Database.Owner.CreateCommand("select coalesce(max(seq_id), 0)::text from public.mt_events");
        return (await api.Ask(
            "koordinator", "GET", $"/api/v1/{path}", headers: ("X-After-Position", (string)(await command.ExecuteScalarAsync(ApiFixture.Ct))!)))["items"]!.AsArray();
    }

    private async Task<(HttpStatusCode Status, string? Code)> Post(string path, string? body = null)
    {
        using var response = await api.Send("koordinator", "POST", $"/api/v1/{path}", body);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!["code"]?.ToString());
    }

    private async Task<Guid> Write(object fact, Guid stream, Officer by, DateTimeOffset? at = null)
    {
        var result = await Service<WritePath>().Write(fact, stream, Service<Envelopes>().For(by, at), new WriteTerms(), ApiFixture.Ct);
        result.Problem?.Refusal.Code.ShouldBeNull();
        (await Service<ProjectionDaemon>().WaitFor(result.Position, TimeSpan.FromSeconds(30), ApiFixture.Ct)).Reached.ShouldBeTrue();
        return stream;
    }
}

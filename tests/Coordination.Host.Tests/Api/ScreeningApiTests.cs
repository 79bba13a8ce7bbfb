using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Screening;
using Coordination.EventStore;
using Coordination.Host.Screening;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>The passport counter and the checkpoint over HTTP, from the first word to the answer.</summary>
public sealed class ScreeningApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Atambua = "imigrasi.atambua";
    private const string Batam = "imigrasi.batam";
    private const string Ntt = "bp3mi.ntt";

    [Fact]
    public async Task A_deferred_applicant_is_taken_up_by_protection_and_the_application_goes_on()
    {
        var application = await Apply("5321010001900041");
        await Change(Atambua, "POST", application, "interviews", """{"redFlags":["EmployerUnknown"],"summary":"Tidak tahu nama perusahaan."}""");
        await Change(Atambua, "POST", application, "field-checks", """{"orderNumber":"SP/1","reason":"StatementDoubted","place":"53.21.01"}""");
        await Change(Atambua, "POST", application, "field-checks/reports", """{"orderNumber":"SP/1","finding":"Contradicted","summary":"Keluarga tidak tahu."}""");
        await Change(Atambua, "PUT", application, "deferral", """{"reasons":["NoPlacementDocuments"],"documentsAsked":["perjanjian kerja"]}""");
        await Change(Atambua, "POST", application, "referrals", """{"toAgency":"BP3MI","toUnit":"BP3MI-NTT","advice":"Jalur resmi."}""");
        await Change(Ntt, "PUT", application, "referrals/acceptance", """{"attended":true}""");
        await Change(Atambua, "POST", application, "documents", """{"document":"PlacementAgreement","issuer":"BP3MI-NTT","result":"Genuine"}""");
        await Change(Atambua, "PUT", application, "deferral/lifting", """{"evidence":"Perjanjian penempatan diperiksa."}""");
        await Change(Atambua, "PUT", application, "issuance", """{"passportNumber":"ZZ0000041"}""");
    }

    [Fact]
    public async Task Who_was_not_asked_takes_no_referral_up()
    {
        var application = await Apply("5321010001900042");
        using var response = await api.Send("bp3mi.kepri", "PUT", $"/api/v1/passport-applications/{application}/referrals/acceptance", "{}");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound, "it may not know of the application either");
    }

    [Fact]
    public async Task Answers_are_sealed_and_leave_a_digest_in_which_equal_words_are_seen()
    {
        var answers = """["Saya mau jadi admin komputer di luar negeri.","Tiket dibayari dulu oleh teman."]""";
        var one = await Interviewed("5321010001900043", answers);
        var other = await Interviewed("5321010001900044", answers);
        one.Answers!.ShouldAllBe(answer => answer.StartsWith("{sealed:", StringComparison.Ordinal), "the words are sealed in the log");
        one.Answers![0].ShouldNotBe(other.Answers![0]);
        one.AnswerDigest!.Count.ShouldBe(AnswerDigests.Entries);
        one.AnswerDigest.ShouldBe(other.AnswerDigest);
    }

    [Fact]
    public async Task A_card_an_address_and_a_document_number_stand_in_the_log_as_references()
    {
        var application = (await api.Ask(
            Atambua, "POST", "/api/v1/passport-applications",
            """
            {
              "applicant": { "name": "Bakung", "nik": "5321010001900045" }, "channel": "WalkIn", "purpose": "Work", "familyCard": "5321010001990045",
              "feePayer": "REK-0001", "documents": [{ "type": "IdentityCard", "number": "5321010001900045" }]
            }
            """))["id"]!.ToString();
        var received = (PassportApplicationReceived)(await Events(application))[0].Body;
        received.FamilyCard.ShouldNotBeNull();
        received.FeePayer.ShouldNotBeNull().ShouldNotBe(received.FamilyCard.Value);
        received.Documents!.ShouldHaveSingleItem().Number.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_departure_without_clearance_after_a_deferral_can_be_recorded()
    {
        var encounter = (await api.Ask(
            Batam, "POST", "/api/v1/departure-screenings",
            """{"traveller":{"name":"Teratai","nik":"5321010001900046"},"reasons":["OneWayTicket"],"mode":"Sea","destination":"KH","age":24}"""))["id"]!.ToString();
        await Deferred(encounter);
        using var left = await api.Send(
            Batam, "PUT", $"/api/v1/departure-screenings/{encounter}/departure",
            """{"traveller":null,"checkpoint":"TPI-HARBOUR-BAY","mode":"Sea","destination":"SG","clearance":"None"}""");
        left.StatusCode.ShouldBe(HttpStatusCode.OK, await left.Content.ReadAsStringAsync(ApiFixture.Ct));
    }

    private async Task Deferred(string encounter) => await api.Ask(
        Batam, "PUT", $"/api/v1/departure-screenings/{encounter}/deferral", """{"reasons":["SuspectedVictim"],"recordNumber":"BAP/46"}""");

    private async Task<PassportInterviewConducted> Interviewed(string nik, string answers)
    {
        var application = await Apply(nik);
        await Change(Atambua, "POST", application, "interviews", $$"""{"redFlags":[],"summary":"Singkat.","answers":{{answers}}}""");
        return (PassportInterviewConducted)(await Events(application))[^1].Body;
    }

    private async Task<string> Apply(string nik) => (await api.Ask(
        Atambua, "POST", "/api/v1/passport-applications",
        new JsonObject
        {
            ["applicant"] = new JsonObject { ["name"] = "Bakung", ["nik"] = nik }, ["channel"] = "WalkIn", ["purpose"] = "Work",
        }.ToJsonString()))["id"]!.ToString();

    private Task<JsonNode> Change(string user, string method, string application, string what, string body) =>
        api.Ask(user, method, $"/api/v1/passport-applications/{application}/{what}", body);

    private Task<IReadOnlyList<Recorded>> Events(string stream) =>
        api.Host.Services.GetRequiredService<EventLog>().FetchStream(Guid.Parse(stream), ApiFixture.Ct);
}

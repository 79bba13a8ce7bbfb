using System.Text.Json;
using Coordination.Domain.Privacy;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Coordination.Host.Vault;
using Coordination.Projections.Privacy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Privacy;

/// <summary>Requests of persons, retention, legal holds and breaches over HTTP.</summary>
internal static class DataProtectionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var privacy = api.MapGroup("privacy").WithTags("Privacy").RequireAuthorization(Permissions.Privacy);
        MapRequests(privacy.MapGroup("requests"));
        MapRetention(privacy.MapGroup("retention"));
        MapBreaches(privacy.MapGroup("breaches"));
        // Whoever investigates may protect data from being erased.
        MapHolds(api.MapGroup("privacy/holds").WithTags("Privacy").RequireAuthorization(Permissions.Work));
    }

    private static void MapRequests(RouteGroupBuilder requests)
    {
        requests.MapGet("", async (CurrentOfficer officer, PrivacyQueries privacy, Looks looks, CancellationToken ct, bool? open, string? after, int? limit) =>
                await Page(after, limit, (keyset, rows) => privacy.Requests(officer.Viewer, open ?? false, keyset, rows, ct), items => looks.At(items, ct)))
            .Reads(PrivacyQueries.Reads).WithName("listSubjectRequests").WithSummary("What persons asked about their own data, with the time left.");
        requests.MapNewFact<DataSubjectRequestReceived>("", "receiveSubjectRequest", "Take in a request of a person about its data.");
        requests.MapFact<DataSubjectRequestFulfilled>("POST", "{id:guid}/fulfilment", "fulfilSubjectRequest", "Say that it was fulfilled, and how.");
        requests.MapFact<DataSubjectRequestRefused>("POST", "{id:guid}/refusal", "refuseSubjectRequest", "Refuse it on a limit of the law.");
        requests.MapPost("{id:guid}/correction", Correct)
            .WithName("correctSubjectData").WithSummary("Put name, phone, birthDate, sex or nationality in the place of what your agency told of them. Recorded.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        requests.MapPost("{id:guid}/erasure", (Guid id, HandOver over, CancellationToken ct) => over.Write(id, ErasureHandOver.OfRequest(id), ct))
            .WithName("handRequestToErasure").WithSummary("Hand an erasure to the erasure workflow; not while a legal hold stands.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<NoContent, Problem>> Correct(
        Guid id, JsonElement person, CurrentOfficer officer, Corrections corrections, CancellationToken ct)
    {
        var (right, wrong) = person.ValueKind == JsonValueKind.Object ? PersonData.Read(person) : (null, "$");
        return right is null
            ? Problem.Of(VaultRefusals.PersonUnreadable with { Details = [wrong!] })
            : await corrections.Make(officer.Value, id, right, ct) is { } problem ? problem : TypedResults.NoContent();
    }

    private static void MapRetention(RouteGroupBuilder retention)
    {
        retention.MapGet("", async (CurrentOfficer officer, PrivacyQueries privacy, Looks looks, CancellationToken ct, bool? open, string? after, int? limit) =>
                await Page(after, limit, (keyset, rows) => privacy.Retentions(officer.Viewer, open ?? false, keyset, rows, ct), items => looks.At(items, ct)))
            .Reads(PrivacyQueries.Reads).WithName("listRetention").WithSummary("Identities whose time is over, for your agency to decide.");
        retention.MapFact("POST", "{id:guid}/approval", "approveRetention", "Approve as the first of two persons.", _ => new RetentionApproved());
        retention.MapPost("{id:guid}/erasure", (Guid id, HandOver over, CancellationToken ct) => over.Write(id, ErasureHandOver.OfRetention(id), ct))
            .WithName("handRetentionToErasure").WithSummary("Confirm as the second person: it goes to the erasure workflow.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        retention.MapFact<RetentionDeferred>("POST", "{id:guid}/deferral", "deferRetention", "Keep it until a day, with the reason.");
    }

    private static void MapHolds(RouteGroupBuilder holds)
    {
        holds.MapGet("", async (CurrentOfficer officer, PrivacyQueries privacy, Looks looks, CancellationToken ct, bool? standing, string? after, int? limit) =>
                await Page(after, limit, (keyset, rows) => privacy.Holds(officer.Viewer, standing ?? false, keyset, rows, ct), items => looks.At(items, ct)))
            .Reads(PrivacyQueries.Reads).WithName("listLegalHolds").WithSummary("Legal holds that you may know of.");
        holds.MapNewFact<LegalHoldPlaced>("", "placeLegalHold", "Keep the data of a person or case from being erased.");
        holds.MapFact<LegalHoldLifted>("POST", "{id:guid}/lifting", "liftLegalHold", "Lift it, as another person than who placed it.");
    }

    private static void MapBreaches(RouteGroupBuilder breaches)
    {
        breaches.MapGet("", async (CurrentOfficer officer, PrivacyQueries privacy, CancellationToken ct, bool? open, string? after, int? limit) =>
                await Page(after, limit, (keyset, rows) => privacy.Breaches(officer.Viewer, open ?? false, keyset, rows, ct), NamesNobody))
            .Reads(PrivacyQueries.Reads).WithName("listBreaches").WithSummary("Breaches of personal data, with the time left to tell of them.");
        breaches.MapNewFact<BreachDeclared>("", "declareBreach", "Declare a breach: from when it was known, 72 hours count.");
        breaches.MapFact<BreachAssessed>("POST", "{id:guid}/assessment", "assessBreach", "Say what data, what risk, and what is done.");
        breaches.MapFact<BreachNotified>("POST", "{id:guid}/notice", "notifyBreach", "Say who was told.");
        breaches.MapFact<BreachClosed>("POST", "{id:guid}/closing", "closeBreach", "Close it, with what changes.");
        breaches.MapGet("{id:guid}/report", Report).Reads(PrivacyQueries.Reads)
            .WithName("getBreachReport").WithSummary("The report of UU 27/2022 article 46(2), built from the access log. Recorded.")
            .RequireStepUp().LimitReports().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<BreachReport>, Problem>> Report(Guid id, CurrentOfficer officer, BreachReports reports, CancellationToken ct) =>
        await reports.Of(officer.Viewer, id, ct) is { } report ? TypedResults.Ok(report) : Problem.Of(HttpRefusals.NotFound);

    private static async Task<Results<Ok<PageBody<T>>, Problem>> Page<T>(
        string? after, int? limit, Func<Projections.Keyset?, int, Task<Projections.Page<T>>> read, Func<IReadOnlyList<T>, Task> look)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        var page = await read(keyset, rows);
        await look(page.Items);
        return TypedResults.Ok(PageBody<T>.Of(page));
    }

    // A breach is told of in numbers; its report, which rests on persons, records itself.
    private static Task NamesNobody(IReadOnlyList<BreachView> breaches) => Task.CompletedTask;
}

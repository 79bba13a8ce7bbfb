using Coordination.Domain.Privacy;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Vault;

/// <summary>Erasures over HTTP.</summary>
internal static class ErasureEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var erasures = api.MapGroup("erasures").WithTags("Privacy").RequireAuthorization(Permissions.Work);
        erasures.MapNewFact<ErasureRequested>("", "requestErasure", "Ask for the erasure of a person that your agency introduced.");
        erasures.MapFact<ErasureRequested>("PUT", "{id:guid}", "requestErasureAs", "The same under the id that a request or a retention was handed over with.");
        erasures.MapGet("{id:guid}/texts", Texts).RequireAuthorization(Permissions.Privacy)
            .WithName("listErasureTexts")
            .WithSummary("Free texts around the person in events that do not name it: those that you may read, to be chosen. Recorded.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        erasures.MapFact<ErasureNarrativesChosen>(
            "PUT", "{id:guid}/texts", "chooseErasureTexts", "Choose the texts that go with the person; another person then decides on all of it.")
            .RequireAuthorization(Permissions.Privacy);
        erasures.MapFact<ErasureRefused>("PUT", "{id:guid}/refusal", "refuseErasure", "Refuse it, with the reason: a second person.");
        erasures.MapPut("{id:guid}/approval", Approve).RequireStepUp()
            .WithName("approveErasure").WithSummary("Approve it as the second person: keys are destroyed at once, and there is no way back.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        erasures.MapGet("{id:guid}", Find)
            .WithName("getErasure").WithSummary("How it stands; once it is carried out, its certificate.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ErasureCertificate>, Problem>> Approve(
        Guid id, HttpContext http, CurrentOfficer officer, Erasures erasures, Looks looks, CancellationToken ct)
    {
        if (!Preconditions.TryReadIfMatch(http.Request, out var seen))
            return Problem.Of(HttpRefusals.BadHeader.About("If-Match"));
        var result = await erasures.Approve(id, new ErasureApproved(), officer.Value, new WriteTerms(seen), ct);
        if (result.Problem is { } problem)
            return problem;
        var certificate = (await erasures.Certificate(officer.Value, id, ct))!;
        await looks.At(certificate, ct);
        return TypedResults.Ok(certificate);
    }

    private static async Task<Results<Ok<PageBody<NearbyText>>, Problem>> Texts(
        Guid id, CurrentOfficer officer, Erasures erasures, Looks looks, CancellationToken ct)
    {
        if (await erasures.Certificate(officer.Value, id, ct) is not { } certificate || await erasures.Texts(officer.Value, id, ct) is not var (texts, withheld))
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At(certificate, texts, ct);
        return TypedResults.Ok(new PageBody<NearbyText>(texts, null, withheld));
    }

    private static async Task<Results<Ok<ErasureCertificate>, Problem>> Find(
        Guid id, HttpContext http, CurrentOfficer officer, Erasures erasures, Looks looks, CancellationToken ct)
    {
        if (await erasures.Certificate(officer.Value, id, ct) is not { } certificate)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At(certificate, ct);
        http.Response.Headers.ETag = Preconditions.ETagOf(certificate.Version);
        return TypedResults.Ok(certificate);
    }
}

using Coordination.Domain.Privacy;
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
        erasures.MapFact<ErasureRefused>("PUT", "{id:guid}/refusal", "refuseErasure", "Refuse it, with the reason: a second person.");
        erasures.MapPut("{id:guid}/approval", Approve).RequireStepUp()
            .WithName("approveErasure").WithSummary("Approve it as the second person: keys are destroyed at once, and there is no way back.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        erasures.MapGet("{id:guid}", Find)
            .WithName("getErasure").WithSummary("How it stands; once it is carried out, its certificate.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ErasureCertificate>, Problem>> Approve(
        Guid id, HttpContext http, CurrentOfficer officer, Erasures erasures, CancellationToken ct)
    {
        if (!Preconditions.TryReadIfMatch(http.Request, out var seen))
            return Problem.Of(HttpRefusals.BadHeader.About("If-Match"));
        var result = await erasures.Approve(id, new ErasureApproved(), officer.Value, new WriteTerms(seen), ct);
        return result.Problem is { } problem ? problem : TypedResults.Ok((await erasures.Certificate(officer.Value, id, ct))!);
    }

    private static async Task<Results<Ok<ErasureCertificate>, Problem>> Find(
        Guid id, HttpContext http, CurrentOfficer officer, Erasures erasures, CancellationToken ct)
    {
        if (await erasures.Certificate(officer.Value, id, ct) is not { } certificate)
            return Problem.Of(HttpRefusals.NotFound);
        http.Response.Headers.ETag = Preconditions.ETagOf(certificate.Version);
        return TypedResults.Ok(certificate);
    }
}

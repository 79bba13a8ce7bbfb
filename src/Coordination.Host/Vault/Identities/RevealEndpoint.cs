using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Vault;

/// <param name="Purpose">protection, investigation, prosecution, repatriation, health, reintegration or subject_request.</param>
/// <param name="CaseId">The case that it is for.</param>
/// <param name="Fields">Of name, nik, passport, phone, birthDate, sex, nationality.</param>
public sealed record RevealRequest(string Purpose, Guid CaseId, IReadOnlyList<string> Fields);

/// <summary><c>POST /api/v1/persons/{ref}/reveal</c>. A POST, because it is an act and because nothing of it may stand in an address.</summary>
internal static class RevealEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("persons/{reference:guid}/reveal", Reveal)
        .RequireAuthorization(Permissions.Work).RequireStepUp()
        .WithName("revealPerson").WithTags("Persons")
        .WithSummary("Open fields of an identity, for a purpose, on a case of yours. Recorded before it is answered; 503 when it cannot be.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<RevealedPerson>, Problem>> Reveal(
        Guid reference, RevealRequest request, CurrentOfficer officer, Reveals reveals, CancellationToken ct)
    {
        var asked = new Reveal(new PersonRef(reference), request.Purpose, new CaseId(request.CaseId), request.Fields);
        var (revealed, problem) = await reveals.Open(officer.Value, asked, ct);
        return revealed is null ? problem! : TypedResults.Ok(revealed);
    }
}

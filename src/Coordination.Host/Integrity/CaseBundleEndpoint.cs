using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Integrity;

/// <summary><c>GET /api/v1/cases/{id}/bundle</c>: the case with its proofs, to be checked by anybody with <c>verify</c>.</summary>
internal static class CaseBundleEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("cases/{id:guid}/bundle", Export)
        .RequireAuthorization(Permissions.Work)
        .RequireStepUp().LimitReports()
        .WithName("exportCaseBundle").WithTags("Cases")
        .WithSummary("The events of a case that you may read, each with the proof that it stands unchanged in the log. A ZIP for 'verify', offline.")
        .Produces<byte[]>(contentType: "application/zip")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<FileContentHttpResult, Problem>> Export(
        Guid id, CurrentOfficer officer, CaseBundle bundle, IAccessLog log, CancellationToken ct)
    {
        if (await bundle.Lines(officer.Viewer, new CaseId(id), ct) is not { } lines)
            return Problem.Of(HttpRefusals.NotFound);
        var persons = lines.SelectMany(line => line.PersonRefs).Select(person => person.Value).Distinct().ToList();
        await log.Record(new Look(officer.Value, "bundle_exported", Look.Casework, $"case:{id}", persons), ct);
        return await bundle.Pack(officer.Viewer, lines, ct) is { } file
            ? TypedResults.File(file, "application/zip", $"case-{id}.zip")
            : Problem.Of(HttpRefusals.Behind.About("log"));
    }
}

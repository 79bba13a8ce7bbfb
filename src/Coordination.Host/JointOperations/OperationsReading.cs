using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.JointOperations;

/// <summary>Reading operations over HTTP: the list, and one of them.</summary>
internal static class OperationsReading
{
    public static void Map(RouteGroupBuilder operations)
    {
        operations.MapGet("", List).Reads(ThingSight.Reads)
            .WithName("listOperations").WithSummary("Joint operations that you may read, the last proposed first.");
        operations.MapGet("{id:guid}", Find).Reads(ThingSight.Reads)
            .WithName("getOperation").WithSummary("One joint operation: people, orders, answers and chronology.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PageBody<OperationListItem>>, Problem>> List(
        CurrentOfficer officer, OperationList operations, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        var page = await operations.Find(officer.Viewer, keyset, rows, ct);
        return TypedResults.Ok(new PageBody<OperationListItem>([.. page.Items.Select(view => view.Item(officer.Viewer))], page.Next?.ToString(), 0));
    }

    private static async Task<Results<Ok<OperationDetail>, Problem>> Find(
        Guid id, HttpContext http, CurrentOfficer officer, OperationReader operations, IAccessLog access, CancellationToken ct)
    {
        if (await operations.Find(officer.Viewer, id, ct) is not { } view)
            return Problem.Of(HttpRefusals.NotFound);
        await access.Record(OperationList.Looked(officer.Viewer, view, "operation_read"), ct);
        return TypedResults.Ok(view.Detail(officer.Viewer, http.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "id"));
    }
}

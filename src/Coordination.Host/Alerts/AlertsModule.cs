using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Alerts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Alerts;

/// <summary>Alerts over HTTP.</summary>
internal static class AlertsModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var alerts = api.MapGroup("alerts").WithTags("Alerts").RequireAuthorization(Permissions.Work);
        alerts.MapGet("", List).Reads(AlertBoardQueries.Reads)
            .WithName("listAlerts").WithSummary("Alerts by urgency: unresolved first, then by severity and what escalates next.");
        alerts.MapGet("{id:guid}", Find).Reads(AlertBoardQueries.Reads)
            .WithName("getAlert").WithSummary("One alert with its evidence and history.").ProducesProblem(StatusCodes.Status404NotFound);
        alerts.MapFact("POST", "{id:guid}/acknowledgement", "acknowledgeAlert", "Say that it was seen: stops the escalation.", _ => new AlertAcknowledged());
        alerts.MapFact(
            "POST", "{id:guid}/assignment", "assignAlert", "Give it to a unit or officer; an empty body takes it yourself.",
            me => new AlertAssigned(me.Agency, me.Unit, me.Id));
        alerts.MapFact<AlertResolved>("POST", "{id:guid}/resolution", "resolveAlert", "Close it as True, False or Benign, with a sentence.");
        alerts.MapFact<AlertReopened>("POST", "{id:guid}/reopening", "reopenAlert", "Open it again, with the reason.");
    }

    private static async Task<Results<Ok<PageBody<AlertListItem>>, Problem>> List(
        CurrentOfficer officer, AlertBoardQueries alerts, Looks looks, CancellationToken ct, bool? open = null, Guid? caseId = null,
        string? after = null, int? limit = null)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        var ofCase = caseId is { } id ? new CaseId(id) : (CaseId?)null;
        var page = await alerts.List(officer.Viewer, open ?? false, ofCase, keyset, rows, ct);
        await looks.At(page.Items, ct);
        return TypedResults.Ok(PageBody<AlertListItem>.Of(page));
    }

    private static async Task<Results<Ok<AlertDetail>, Problem>> Find(
        Guid id, HttpContext http, CurrentOfficer officer, AlertBoardQueries alerts, Looks looks, CancellationToken ct)
    {
        if (await alerts.Find(officer.Viewer, id, ct) is not { } alert)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At(alert, ct);
        http.Response.Headers.ETag = Preconditions.ETagOf(alert.Item.Version);
        return TypedResults.Ok(alert);
    }
}

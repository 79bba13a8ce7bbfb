using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Cases;

/// <summary>Joint cases over HTTP.</summary>
internal static class CasesModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var cases = api.MapGroup("cases").WithTags("Cases").RequireAuthorization(Permissions.Work);
        cases.MapGet("", List).Reads(CaseSummaryQueries.Reads)
            .WithName("listCases").WithSummary("Cases that you may open, the last opened first.");
        cases.MapGet("{id}", Find).Reads(CaseSummaryQueries.Reads)
            .WithName("getCase").WithSummary("One case, by id or by number.").ProducesProblem(StatusCodes.Status404NotFound);
        cases.MapNewFact<CaseOpened>("", "openCase", "Open a joint case.");
        cases.MapFact<CaseSourceLinked>("POST", "{id:guid}/sources", "linkCaseSource", "Link a stream to the case: its past comes onto the timeline.");
        cases.MapFact<CaseSubjectAdded>("POST", "{id:guid}/subjects", "addCaseSubject", "Add a person to the case.");
        cases.MapFact<CaseIndicatorsAssessed>("POST", "{id:guid}/indicators", "assessCaseIndicators", "Record act, means and purpose.");
        cases.MapFact<CaseMemberAdded>("POST", "{id:guid}/members", "addCaseMember", "Add a member agency: it reads what members read.");
        cases.MapFact<CaseMemberRemoved>(
            "POST", "{id:guid}/members/removal", "removeCaseMember", "Remove a member agency: what members read it reads no longer.");
        cases.MapFact<CaseClosed>(
            "POST", "{id:guid}/closing", "closeCase", "Close the case, with the ground: not while a handoff or an alert of it is open.");
        cases.MapFact<CaseReopened>("POST", "{id:guid}/reopening", "reopenCase", "Work on it again.");
        CaseTimelineEndpoint.Map(cases);
    }

    private static async Task<Results<Ok<PageBody<CaseListItem>>, Problem>> List(
        CurrentOfficer officer, CaseSummaryQueries cases, Looks looks, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        var page = await cases.List(officer.Viewer, keyset, rows, ct);
        await looks.At(page.Items, ct);
        return TypedResults.Ok(PageBody<CaseListItem>.Of(page));
    }

    private static async Task<Results<Ok<CaseDetail>, Problem>> Find(
        string id, HttpContext http, CurrentOfficer officer, CaseSummaryQueries cases, Looks looks, CancellationToken ct)
    {
        var found = Guid.TryParse(id, out var uuid)
            ? await cases.Find(officer.Viewer, new CaseId(uuid), ct)
            : await cases.FindByNumber(officer.Viewer, id, ct);
        if (found is null)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At(found, ct);
        http.Response.Headers.ETag = Preconditions.ETagOf(found.Version);
        return TypedResults.Ok(found);
    }
}

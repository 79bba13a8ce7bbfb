using Coordination.Domain.Intelligence;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Intelligence;
using Microsoft.AspNetCore.Http.HttpResults;
using IntelligenceReport = Coordination.Projections.Intelligence.IntelligenceReport;

namespace Coordination.Host.Intelligence;

/// <summary>Intelligence reports over HTTP.</summary>
internal static class IntelligenceModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var reports = api.MapGroup("intelligence").WithTags("Intelligence").RequireAuthorization(Permissions.Work);
        reports.MapGet("", List).Reads(IntelligenceBoardQueries.Reads)
            .WithName("listIntelligence").WithSummary("Reports that you may read, the last filed first.");
        reports.MapGet("{id:guid}", Find).Reads(IntelligenceBoardQueries.Reads)
            .WithName("getIntelligence").WithSummary("One report with its recipients.").ProducesProblem(StatusCodes.Status404NotFound);
        reports.MapNewFact<IntelligenceReportFiled>("", "fileIntelligence", "File a report with source and information grade.");
        reports.MapFact<IntelligenceGraded>("POST", "{id:guid}/grading", "gradeIntelligence", "Grade source and information anew, with the reason.");
        reports.MapFact<IntelligenceShared>("POST", "{id:guid}/sharing", "shareIntelligence", "Widen who may read it.");
        reports.MapFact(
            "POST", "{id:guid}/acknowledgement", "acknowledgeIntelligence", "Acknowledge for your agency.", _ => new IntelligenceAcknowledged());
    }

    private static async Task<Results<Ok<PageBody<IntelligenceReport>>, Problem>> List(
        CurrentOfficer officer, IntelligenceBoardQueries reports, Looks looks, CancellationToken ct, bool? toAcknowledge = null,
        string? after = null, int? limit = null)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        var page = await reports.List(officer.Viewer, toAcknowledge ?? false, keyset, rows, ct);
        await looks.At(page.Items, ct);
        return TypedResults.Ok(PageBody<IntelligenceReport>.Of(page));
    }

    private static async Task<Results<Ok<IntelligenceReport>, Problem>> Find(
        Guid id, HttpContext http, CurrentOfficer officer, IntelligenceBoardQueries reports, Looks looks, CancellationToken ct)
    {
        if (await reports.Find(officer.Viewer, id, ct) is not { } report)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At([report], ct);
        http.Response.Headers.ETag = Preconditions.ETagOf(report.Version);
        return TypedResults.Ok(report);
    }
}

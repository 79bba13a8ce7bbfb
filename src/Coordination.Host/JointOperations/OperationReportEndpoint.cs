using System.Globalization;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Victims;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Reports;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Coordination.Projections.Reports;
using Coordination.Projections.Sharing;

namespace Coordination.Host.JointOperations;

/// <summary><c>GET /api/v1/operations/{id}/report</c>: the report of a joint operation as it was known at a position or a time.</summary>
internal static class OperationReportEndpoint
{
    public static void Map(RouteGroupBuilder operations) => operations.MapGet("{id:guid}/report", Find).Reads(ThingSight.Reads)
        .WithName("getOperationReport").LimitReports()
        .WithSummary("Report of a joint operation (Laporan Hasil Operasi Gabungan): the same bytes for the same position; ETag is their SHA-256.")
        .Produces<byte[]>(contentType: "text/html", additionalContentTypes: [ReportFormat.Docx.MediaType(), "application/json"])
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Find(
        Guid id, HttpContext http, CurrentOfficer officer, OperationReports reports, IAccessLog access, Looks looks, CancellationToken ct, long? position = null,
        string? asKnownOn = null, string? format = null)
    {
        if (!Enum.TryParse<ReportFormat>(format ?? "html", ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || int.TryParse(format, CultureInfo.InvariantCulture, out _))
            return Problem.Of(HttpRefusals.BadParameter.About("format"));
        if (position < 0)
            return Problem.Of(HttpRefusals.BadParameter.About("position"));
        if (!ReportPositions.TryRead(asKnownOn, out var knownOn) || (knownOn is not null && position is not null))
            return Problem.Of(HttpRefusals.BadParameter.About("asKnownOn"));
        if (await reports.Of(officer.Viewer, id, position, knownOn, ct) is not { } report)
            return Problem.Of(HttpRefusals.NotFound);
        if (ReportAnswer.NeedsStepUp(http, report.Report))
            return StepUp.Demand(http);
        await access.Exported(officer.Value, report.Events, report.Report.Position, looks.ViewsAt, ct);
        var bytes = wanted.Render(report.Report, new ReportReader(officer.Value.Id, officer.Value.Unit));
        return ReportAnswer.Of(http, report.Report, bytes, wanted, $"operasi-{id}");
    }
}

/// <param name="Events">What it is made of; the first is of the operation.</param>
internal sealed record FoundReport(Report Report, IReadOnlyList<ReportEvent> Events);

/// <summary>Makes the report of an operation for a reader.</summary>
internal sealed class OperationReports(ReportPositions positions, ReportInputs inputs, ReportTexts texts)
{
    /// <summary>Null when there is nothing that the reader could know of at that position.</summary>
    public async Task<FoundReport?> Of(Viewer viewer, Guid id, long? position, DateTimeOffset? knownOn, CancellationToken ct)
    {
        if (await positions.Find(position, knownOn, ct) is not { } moment
            || await inputs.Of(viewer, id, moment, Beside, IsWanted, ct, Found) is not { } found || found.Events[0].Body is not JointOperationProposed)
            return null;
        var input = found with { Events = [.. found.Events.Where(one => one.Body is not HandoffProposed || WasRecorded(one, found.Events))] };
        return new(await texts.Open(OperationReport.Of(input), ct), input.Events);
    }

    private static IEnumerable<Guid> Beside(IReadOnlyList<ReportEvent> own) =>
        own.Select(one => one.Body).OfType<JointOperationProposed>().SelectMany(proposed => proposed.Sources ?? []);

    /// <summary>The files of the people who were met: what rests on one of them since then came of the operation.</summary>
    private static IEnumerable<(Guid Stream, long Since)> Found(IReadOnlyList<ReportEvent> own) => own.Where(one => one.Body is FieldEvent)
        .SelectMany(met => met.Persons.Select(person => (Victim.StreamOf(person), met.Position)));

    // Minutes of the meeting that it came from, the records of what was handed over after it, and the services that those led to.
    private static bool IsWanted(ReportEvent one) =>
        one.Body is MeetingMinutesIssued or HandoffProposed or HandoffDispatched or TravellerHandedToProtection or FacilitatorHandedToPolice
        || VictimServices.Is(one.Body);

    /// <summary>A proposal says the route of a handover record; without a record it says nothing here.</summary>
    private static bool WasRecorded(ReportEvent proposed, IReadOnlyList<ReportEvent> events) =>
        events.Any(one => one.Stream == proposed.Stream && one.Body is HandoffDispatched { RecordNumber: not null });
}

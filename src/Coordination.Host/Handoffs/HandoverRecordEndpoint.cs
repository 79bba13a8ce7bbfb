using System.Globalization;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Reports;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Coordination.Projections.Reports;
using Coordination.Projections.Sharing;

namespace Coordination.Host.Handoffs;

/// <summary><c>GET /api/v1/handoffs/{id}/record</c>: the handover record (BAST) of a handoff as it was known at a position.</summary>
internal static class HandoverRecordEndpoint
{
    public static void Map(RouteGroupBuilder handoffs) => handoffs.MapGet("{id:guid}/record", Find).Reads(ThingSight.Reads)
        .WithName("getHandoverRecord").LimitReports()
        .WithSummary("Handover record (Berita Acara Serah Terima): the same bytes for the same position; ETag is their SHA-256.")
        .Produces<byte[]>(contentType: "text/html", additionalContentTypes: [ReportFormat.Docx.MediaType(), "application/json"])
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Find(
        Guid id, HttpContext http, CurrentOfficer officer, HandoverRecords records, IAccessLog access, Looks looks, CancellationToken ct, long? position = null,
        string? format = null)
    {
        if (!Enum.TryParse<ReportFormat>(format ?? "html", ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted)
            || int.TryParse(format, CultureInfo.InvariantCulture, out _))
            return Problem.Of(HttpRefusals.BadParameter.About("format"));
        if (position < 0)
            return Problem.Of(HttpRefusals.BadParameter.About("position"));
        if (await records.Of(officer.Viewer, id, position, ct) is not { } found)
            return Problem.Of(HttpRefusals.NotFound);
        if (ReportAnswer.NeedsStepUp(http, found.Report))
            return StepUp.Demand(http);
        await access.Exported(officer.Value, found.Events, found.Report.Position, looks.ViewsAt, ct);
        var bytes = wanted.Render(found.Report, new ReportReader(officer.Value.Id, officer.Value.Unit));
        return ReportAnswer.Of(http, found.Report, bytes, wanted, $"bast-{id}");
    }
}

/// <param name="Events">What it is made of; the first is of the handoff.</param>
internal sealed record FoundRecord(Report Report, IReadOnlyList<ReportEvent> Events);

/// <summary>Makes the record of a handoff for a reader.</summary>
internal sealed class HandoverRecords(ReportPositions positions, ReportInputs inputs, ReportTexts texts)
{
    /// <summary>Null when there is nothing that the reader could know of at that position.</summary>
    public async Task<FoundRecord?> Of(Viewer viewer, Guid id, long? position, CancellationToken ct)
    {
        if (await positions.Find(position, null, ct) is not { } moment
            || await inputs.Of(viewer, id, moment, Beside, IsWanted, ct) is not { } input || input.Events.Any(one => one.Stream == id && one.Body is not HandoffEvent))
            return null;
        return new(await texts.Open(HandoverRecord.Of(input), ct), input.Events);
    }

    /// <summary>The handoff that it was forked from.</summary>
    private static IEnumerable<Guid> Beside(IReadOnlyList<ReportEvent> own) => own.Select(one => one.Body switch
    {
        HandoffProposed e => e.ParentHandoffId,
        TravellerHandedToProtection e => e.ParentHandoffId,
        FacilitatorHandedToPolice e => e.ParentHandoffId,
        _ => null,
    }).OfType<HandoffId>().Select(parent => parent.Value);

    // Handoffs of the same rescue, the chains of its items, and what investigators found of the elements.
    private static bool IsWanted(ReportEvent one) =>
        one.Body is HandoffProposed or TravellerHandedToProtection or FacilitatorHandedToPolice or EvidenceEvent or ExploitationIndicated;
}

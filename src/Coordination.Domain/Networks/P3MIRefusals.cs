using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class P3MIRefusals
{
    public static readonly Refusal Unknown = new("p3mi.unknown", "There is no such placement company.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("p3mi.exists", "Another licence is registered here.");

    public static readonly Refusal NotMinistry =
        new("p3mi.not_ministry", "Only the ministry keeps licences and imposes or ends sanctions.", RefusalKind.Forbidden);

    public static readonly Refusal StatusBeforeLast =
        new("p3mi.status_before_last", "The licence has changed since that day.", RefusalKind.Invalid);

    public static readonly Refusal UnknownInspection =
        new("p3mi.unknown_inspection", "No inspection of this number was recorded.", RefusalKind.Invalid);

    public static readonly Refusal UnknownFinding = new("p3mi.unknown_finding", "No finding of this number was raised.", RefusalKind.Invalid);

    public static readonly Refusal FindingExists = new("p3mi.finding_exists", "Another unit has raised a finding under this number.");

    public static readonly Refusal FindingClosed = new("p3mi.finding_closed", "The finding was put right.");

    public static readonly Refusal NothingDemanded = new("p3mi.nothing_demanded", "No corrective action was demanded for this finding.");

    public static readonly Refusal DueInPast = new("p3mi.due_in_past", "The last day is over already.", RefusalKind.Invalid);

    public static readonly Refusal SanctionExists = new("p3mi.sanction_exists", "Another sanction has this decree.");

    public static readonly Refusal UnknownSanction = new("p3mi.unknown_sanction", "There is no sanction of this decree.", RefusalKind.Invalid);

    public static readonly Refusal PeriodNeeded =
        new("p3mi.period_needed", "A suspension has a last day, not before the first; a warning or revocation has none.", RefusalKind.Invalid);

    public static readonly Refusal SanctionOver = new("p3mi.sanction_over", "The sanction was lifted or has no end to move.");

    public static readonly Refusal NotLonger = new("p3mi.not_longer", "An extension ends later than before.", RefusalKind.Invalid);
}

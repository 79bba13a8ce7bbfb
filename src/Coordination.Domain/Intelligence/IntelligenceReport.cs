using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Intelligence;

/// <summary>What a recipient owes for a report that reached it: an agency, one of its units, or an officer who was named.</summary>
/// <param name="Recipient">Reader group that the report was shared with.</param>
/// <param name="AcknowledgedAt">Null while it is owed.</param>
/// <param name="AcknowledgedBy">Login of the first officer who did.</param>
public sealed record Delivery(
    string Recipient, string Agency, DateTimeOffset SharedAt, DateTimeOffset? AcknowledgedAt = null, string? AcknowledgedBy = null);

/// <summary>A report with its grading, who it reached, and who has acknowledged it.</summary>
public sealed record IntelligenceReport
{
    public static IntelligenceReport None { get; } = new();

    public bool IsFiled { get; private init; }

    /// <summary>Agency that filed it and keeps control of it.</summary>
    public string Originator { get; private init; } = "";

    /// <summary>Persons that it is about.</summary>
    public IReadOnlyList<PersonRef> Subjects { get; private init; } = [];

    public CaseId? Case { get; private init; }

    public SourceGrade SourceGrade { get; private init; }

    public int InformationGrade { get; private init; }

    /// <summary>Marking at filing, widened and burdened by every sharing since.</summary>
    public Marking Marking { get; private init; } = Marking.Default;

    /// <summary>One per recipient outside the originator's agency, from the first sharing that reached it.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; private init; } = [];

    /// <summary>Nobody but the originator shares it on (H2, ORCON).</summary>
    public bool IsOriginatorControlled => Marking.IsOriginatorControlled;

    /// <summary>Those that the officer may answer for: one's own unit's, and those of the whole agency.</summary>
    public IEnumerable<Delivery> DeliveriesTo(Officer officer) =>
        Deliveries.Where(delivery => Viewer.Of(officer).Groups.Contains(delivery.Recipient, StringComparer.Ordinal));

    /// <summary>When the recipient should have acknowledged: a day, four hours from Rahasia on.</summary>
    public DateTimeOffset AcknowledgementDue(Delivery delivery) => delivery.SharedAt + AcknowledgementTime(Marking.Level);

    public static TimeSpan AcknowledgementTime(Level level) =>
        level >= Level.R ? ServiceLevels.SecretIntelligenceAcknowledgement : ServiceLevels.IntelligenceAcknowledgement;

    /// <summary>A report follows the collecting within a day; null where nobody said when it was collected.</summary>
    public static StepTime? Filing(DateTimeOffset? collected, DateTimeOffset filed) =>
        collected is { } since ? new(TimedStep.Filing, since, since + ServiceLevels.IntelligenceFiling, filed) : null;

    public static IntelligenceReport Evolve(IntelligenceReport report, IntelligenceEvent happened, Envelope envelope) => happened switch
    {
        IntelligenceReportFiled e => (report with
        {
            IsFiled = true, Originator = envelope.By.Agency, SourceGrade = e.SourceGrade, InformationGrade = e.InformationGrade,
            Marking = envelope.Marking, Subjects = [.. e.Persons()], Case = e.Case,
        }).Delivered(envelope.Marking.Audience.Select(group => (group, AgencyOf(group))), envelope.OccurredAt),
        IntelligenceGraded e => report with { SourceGrade = e.SourceGrade, InformationGrade = e.InformationGrade },
        IntelligenceShared e => (report with { Marking = report.Widened(e) })
            .Delivered(e.Recipients.Select(recipient => (recipient.ToAudience(), (string?)recipient.Agency)), envelope.OccurredAt),
        IntelligenceAcknowledged => report.Acknowledged(envelope),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an intelligence report."),
    };

    private static string? AgencyOf(string group) => group.Split(':', 2) switch
    {
        ["agency", var agency] => agency,
        ["unit", var unit] => unit.Split('/', 2)[0],
        _ => null,
    };

    private Marking Widened(IntelligenceShared shared) => Marking with
    {
        Audience = [.. Marking.Audience.Union(shared.Recipients.Select(recipient => recipient.ToAudience()), StringComparer.Ordinal)],
        Caveats = [.. Marking.Caveats.Union(shared.Caveats ?? [], StringComparer.Ordinal)],
    };

    /// <summary>A recipient reached twice keeps its first clock.</summary>
    private IntelligenceReport Delivered(IEnumerable<(string Group, string? Agency)> recipients, DateTimeOffset at) => this with
    {
        Deliveries =
        [
            .. Deliveries.Concat(recipients.Where(to => to.Agency is not null && to.Agency != Originator).Select(to => new Delivery(to.Group, to.Agency!, at)))
                .DistinctBy(delivery => delivery.Recipient, StringComparer.Ordinal),
        ],
    };

    private IntelligenceReport Acknowledged(Envelope envelope)
    {
        var own = DeliveriesTo(envelope.By).Where(delivery => delivery.AcknowledgedAt is null).ToHashSet();
        return this with
        {
            Deliveries =
            [
                .. Deliveries.Select(delivery =>
                    own.Contains(delivery) ? delivery with { AcknowledgedAt = envelope.OccurredAt, AcknowledgedBy = envelope.By.Id } : delivery),
            ],
        };
    }
}

using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Intelligence;

/// <summary>What an agency owes for a report that reached it.</summary>
/// <param name="AcknowledgedAt">Null while it is owed.</param>
public sealed record Delivery(string Agency, DateTimeOffset SharedAt, DateTimeOffset? AcknowledgedAt = null);

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

    /// <summary>One per agency other than the originator, from the first sharing that reached it.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; private init; } = [];

    /// <summary>Nobody but the originator shares it on (H2, ORCON).</summary>
    public bool IsOriginatorControlled => Marking.IsOriginatorControlled;

    public Delivery? DeliveryTo(string agency) => Deliveries.FirstOrDefault(delivery => delivery.Agency == agency);

    /// <summary>When the agency should have acknowledged: a day, four hours from Rahasia on.</summary>
    public DateTimeOffset AcknowledgementDue(Delivery delivery) => delivery.SharedAt + AcknowledgementTime(Marking.Level);

    public static TimeSpan AcknowledgementTime(Level level) =>
        level >= Level.R ? ServiceLevels.SecretIntelligenceAcknowledgement : ServiceLevels.IntelligenceAcknowledgement;

    public static IntelligenceReport Evolve(IntelligenceReport report, IntelligenceEvent happened, Envelope envelope) => happened switch
    {
        IntelligenceReportFiled e => (report with
        {
            IsFiled = true, Originator = envelope.By.Agency, SourceGrade = e.SourceGrade, InformationGrade = e.InformationGrade,
            Marking = envelope.Marking, Subjects = [.. e.Persons()], Case = e.Case,
        }).Delivered(envelope.Marking.Audience.Select(AgencyOf).OfType<string>(), envelope.OccurredAt),
        IntelligenceGraded e => report with { SourceGrade = e.SourceGrade, InformationGrade = e.InformationGrade },
        IntelligenceShared e => (report with { Marking = report.Widened(e) })
            .Delivered(e.Recipients.Select(recipient => recipient.Agency), envelope.OccurredAt),
        IntelligenceAcknowledged => report with
        {
            Deliveries =
            [
                .. report.Deliveries.Select(delivery =>
                    delivery.Agency == envelope.By.Agency ? delivery with { AcknowledgedAt = envelope.OccurredAt } : delivery),
            ],
        },
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

    /// <summary>An agency reached twice keeps its first clock.</summary>
    private IntelligenceReport Delivered(IEnumerable<string> agencies, DateTimeOffset at) => this with
    {
        Deliveries =
        [
            .. Deliveries,
            .. agencies.Distinct(StringComparer.Ordinal)
                .Where(agency => agency != Originator && DeliveryTo(agency) is null)
                .Select(agency => new Delivery(agency, at)),
        ],
    };
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

/// <summary>A report that reached an agency and that nobody there has acknowledged. Each agency hears of its own debt alone.</summary>
public static class IntelligenceClocks
{
    public static StreamClock Clock { get; } = new StreamClock<IntelligenceReport>(IntelligenceDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(IntelligenceReport report) => report.Deliveries
        .Where(delivery => delivery.AcknowledgedAt is null)
        .Select(delivery => Of(report, delivery, report.AcknowledgementDue(delivery)));

    private static Deadline Of(IntelligenceReport report, Delivery delivery, DateTimeOffset due) => new(
        AlertCodes.IntelligenceUnacknowledged, delivery.Agency, report.Marking.Level >= Level.R ? Severity.High : Severity.Medium, delivery.SharedAt, due,
        [.. report.Marking.Audience.Where(group => IsOf(group, delivery.Agency))],
        DeadlineFacts.Of(("agency", delivery.Agency), ("due", DeadlineFacts.Say(due))))
    {
        Subjects = report.Subjects, Case = report.Case,
    };

    private static bool IsOf(string group, string agency) =>
        group == Audiences.Agency(agency) || group.StartsWith(Audiences.Unit(agency, ""), StringComparison.Ordinal);
}

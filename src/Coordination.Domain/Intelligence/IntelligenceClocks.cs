using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

/// <summary>A report that reached a recipient and that nobody there has acknowledged. Each recipient hears of its own debt alone.</summary>
public static class IntelligenceClocks
{
    public static StreamClock Clock { get; } = new StreamClock<IntelligenceReport>(IntelligenceDecider.Kind, 2, Running);

    private static IEnumerable<Deadline> Running(IntelligenceReport report) => report.Deliveries
        .Where(delivery => delivery.AcknowledgedAt is null)
        .Select(delivery => Of(report, delivery, report.AcknowledgementDue(delivery)));

    private static Deadline Of(IntelligenceReport report, Delivery delivery, DateTimeOffset due) => new(
        AlertCodes.IntelligenceUnacknowledged, delivery.Recipient, report.Marking.Level >= Level.R ? Severity.High : Severity.Medium, delivery.SharedAt,
        due, [delivery.Recipient],
        DeadlineFacts.Of(("agency", delivery.Agency), ("unit", Named(delivery)), ("due", DeadlineFacts.Say(due))))
    {
        Subjects = report.Subjects, Case = report.Case,
    };

    /// <summary>The unit that is late, or the agency: an officer who was named is told, and not told of.</summary>
    private static string Named(Delivery delivery) => delivery.Recipient.Split('/', 2) is [_, var unit] ? unit : delivery.Agency;
}

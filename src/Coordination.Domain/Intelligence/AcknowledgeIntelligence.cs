using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

public sealed record AcknowledgeIntelligence(IntelligenceAcknowledged Fact) : IntelligenceCommand;

public static partial class IntelligenceDecider
{
    /// <summary>For each recipient on its own: that one unit has read it says nothing of the next unit of the same agency.</summary>
    public static Decision<IntelligenceEvent> Decide(IntelligenceReport report, AcknowledgeIntelligence command, Envelope envelope)
    {
        var own = report.DeliveriesTo(envelope.By).ToList();
        return report switch
        {
            { IsFiled: false } => IntelligenceRefusals.Unknown,
            _ when report.Originator == envelope.By.Agency => IntelligenceRefusals.OwnReport,
            _ when own is [] => IntelligenceRefusals.NotAddressed,
            _ when own.All(delivery => delivery.AcknowledgedAt is not null) => Unchanged.Value,
            _ => command.Fact,
        };
    }
}

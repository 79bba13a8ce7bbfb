using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

public sealed record AcknowledgeIntelligence(IntelligenceAcknowledged Fact) : IntelligenceCommand;

public static partial class IntelligenceDecider
{
    public static Decision<IntelligenceEvent> Decide(
        IntelligenceReport report, AcknowledgeIntelligence command, Envelope envelope) => report switch
    {
        { IsFiled: false } => IntelligenceRefusals.Unknown,
        _ when report.Originator == envelope.By.Agency => IntelligenceRefusals.OwnReport,
        _ => report.DeliveryTo(envelope.By.Agency) switch
        {
            null => IntelligenceRefusals.NotAddressed,
            { AcknowledgedAt: not null } => Unchanged.Value,
            _ => command.Fact,
        },
    };
}

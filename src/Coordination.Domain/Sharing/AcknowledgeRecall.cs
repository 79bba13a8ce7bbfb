using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

public sealed record AcknowledgeRecall(RecallAcknowledged Fact) : SharingCommand
{
    public override SharingEvent Asked => Fact;
}

public static partial class SharingDecider
{
    /// <summary>For the unit, once. Only a unit on the list may: for any other the recall does not exist.</summary>
    public static Decision<SharingEvent> Decide(ThingSharing sharing, AcknowledgeRecall command, Envelope envelope) =>
        sharing.RecallOf(command.Fact.Recall) switch
        {
            null => SharingRefusals.NoSuchRecall,
            _ when !command.Facts.Recalled.Contains(command.Fact.Recall) => SharingRefusals.NoSuchRecall,
            { } recall when recall.Answers.Contains((envelope.By.Agency, envelope.By.Unit)) => Unchanged.Value,
            _ => command.Fact,
        };
}

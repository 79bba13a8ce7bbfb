using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record CompleteFollowUp(OperationFollowUpCompleted Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>By the unit that answers for the item, or by whoever leads: an item may be of an agency that takes no part and reads none of this.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, CompleteFollowUp command, Envelope envelope)
    {
        var fact = command.Fact;
        var item = operation.Draft?.FollowUp.FirstOrDefault(one => one.Number == fact.Number);
        return operation switch
        {
            _ when Outsider(operation, envelope.By) is { } outsider => outsider,
            _ when item is null => OperationRefusals.NoFollowUp,
            _ when item.Pic != new UnitAddress(envelope.By.Agency, envelope.By.Unit) && !IsLead(operation, envelope.By) => OperationRefusals.NotPic,
            _ when operation.FollowUpsDone.TryGetValue(fact.Number, out var done) =>
                done == fact ? Unchanged.Value : OperationRefusals.FollowUpCompleted,
            _ when Input.Blank(("result", fact.Result)) is { } blank => blank,
            _ => fact,
        };
    }
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record CompleteActionItem(ActionItemCompleted Fact) : MeetingCommand;

public static partial class MeetingDecider
{
    public static Decision<MeetingEvent> Decide(TimporaMeeting meeting, CompleteActionItem command, Envelope envelope)
    {
        var fact = command.Fact;
        var item = meeting.Minutes?.ActionItems.FirstOrDefault(one => one.Number == fact.Number);
        return meeting switch
        {
            _ when Outsider(meeting, envelope.By) is { } outsider => outsider,
            _ when item is null => MeetingRefusals.NoItem,
            _ when item.Pic != new UnitAddress(envelope.By.Agency, envelope.By.Unit) && !IsConvener(meeting, envelope.By) => MeetingRefusals.NotPic,
            _ when meeting.Completed.TryGetValue(fact.Number, out var done) =>
                done == fact ? Unchanged.Value : MeetingRefusals.AlreadyCompleted,
            _ when Input.Blank(("result", fact.Result)) is { } blank => blank,
            _ => fact,
        };
    }
}

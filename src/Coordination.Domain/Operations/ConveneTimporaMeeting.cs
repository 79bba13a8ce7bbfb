using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record ConveneTimporaMeeting(TimporaMeetingConvened Fact) : MeetingCommand;

public static partial class MeetingDecider
{
    public static Decision<MeetingEvent> Decide(TimporaMeeting meeting, ConveneTimporaMeeting command, Envelope envelope)
    {
        var fact = command.Fact;
        return meeting switch
        {
            { Convened: not null } when Outsider(meeting, envelope.By) is { } outsider => outsider,
            { Convened: { } convened } =>
                convened.HeldAt == fact.HeldAt && Input.Same(convened.Agencies, fact.Agencies) ? Unchanged.Value : MeetingRefusals.Exists,
            _ when Input.Blank(("agenda", fact.Agenda)) is { } blank => blank,
            _ when Input.Empty("agencies", fact.Agencies) is { } empty => empty,
            _ when fact.Agencies.Select(Reference.Agencies.Missing).FirstOrDefault(no => no is not null) is { } unknown => unknown,
            _ => fact,
        };
    }
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

public sealed record IssueMeetingMinutes(MeetingMinutesIssued Fact) : MeetingCommand;

public static partial class MeetingDecider
{
    public static Decision<MeetingEvent> Decide(TimporaMeeting meeting, IssueMeetingMinutes command, Envelope envelope)
    {
        var fact = command.Fact;
        return meeting switch
        {
            _ when Outsider(meeting, envelope.By) is { } outsider => outsider,
            _ when !IsConvener(meeting, envelope.By) => MeetingRefusals.NotConvener,
            { Minutes: { } minutes } => IsSame(minutes, fact) ? Unchanged.Value : MeetingRefusals.AlreadyIssued,
            _ when envelope.OccurredAt < meeting.Convened!.HeldAt => MeetingRefusals.NotHeld,
            _ when Input.Blank(("minutesNumber", fact.MinutesNumber)) is { } blank => blank,
            _ when Input.Empty("attendance", fact.Attendance) is { } empty => empty,
            _ when Input.Blank([.. fact.Decisions.Select(text => ("decisions", (string?)text)),
                .. fact.ActionItems.Select(item => ("actionItems", (string?)item.Action))]) is { } blank => blank,
            _ when fact.Attendance.Concat(fact.ActionItems.Select(item => item.Pic)).Select(unit => Units.Missing(unit.Agency, unit.Unit))
                .FirstOrDefault(no => no is not null) is { } unknown => unknown,
            _ when fact.ActionItems.GroupBy(item => item.Number).Any(same => same.Count() > 1) => MeetingRefusals.NumberTwice,
            _ => fact,
        };
    }

    private static bool IsSame(MeetingMinutesIssued one, MeetingMinutesIssued other) =>
        one.MinutesNumber == other.MinutesNumber && Input.Same(one.Attendance, other.Attendance) && Input.Same(one.Decisions, other.Decisions)
        && Input.Same(one.ActionItems, other.ActionItems);
}

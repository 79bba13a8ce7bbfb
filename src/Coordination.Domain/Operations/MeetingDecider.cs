using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>A wish about a meeting; carries the fact that it asks to record.</summary>
public abstract record MeetingCommand;

public static partial class MeetingDecider
{
    public static StreamKind<TimporaMeeting, MeetingEvent, MeetingCommand> Kind { get; } =
        new("timpora_meeting", TimporaMeeting.None, TimporaMeeting.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<MeetingEvent> Decide(TimporaMeeting meeting, MeetingCommand command, Envelope envelope) => command switch
    {
        ConveneTimporaMeeting c => Decide(meeting, c, envelope),
        IssueMeetingMinutes c => Decide(meeting, c, envelope),
        CompleteActionItem c => Decide(meeting, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static MeetingCommand CommandFor(MeetingEvent fact) => fact switch
    {
        TimporaMeetingConvened e => new ConveneTimporaMeeting(e),
        MeetingMinutesIssued e => new IssueMeetingMinutes(e),
        ActionItemCompleted e => new CompleteActionItem(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>All that were invited, whoever has something to do from it, and the task force.</summary>
    private static IEnumerable<string> Readers(TimporaMeeting meeting) =>
    [
        .. meeting.Agencies.Select(Audiences.Agency), .. (meeting.Minutes?.ActionItems ?? []).Select(item => Audiences.Agency(item.Pic.Agency)),
        Audiences.Agency(Reference.Agencies.TaskForce),
    ];

    /// <summary>For who was neither invited nor given anything to do the meeting does not exist.</summary>
    private static Refusal? Outsider(TimporaMeeting meeting, Officer by) => meeting switch
    {
        { Convened: null } => MeetingRefusals.Unknown,
        _ when Readers(meeting).Append(Audiences.Agency(meeting.Convener.Agency)).Contains(Audiences.Agency(by.Agency), StringComparer.Ordinal) => null,
        _ => MeetingRefusals.NotInvited,
    };

    private static bool IsConvener(TimporaMeeting meeting, Officer by) =>
        by.Agency == Reference.Agencies.TaskForce || new UnitAddress(by.Agency, by.Unit) == meeting.Convener;
}

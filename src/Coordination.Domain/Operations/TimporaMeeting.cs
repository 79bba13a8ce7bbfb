using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>One meeting: who was asked, what was decided, and which of its items are still open.</summary>
public sealed record TimporaMeeting
{
    public static TimporaMeeting None { get; } = new();

    public TimporaMeetingConvened? Convened { get; private init; }

    public UnitAddress Convener { get; private init; } = new("", "");

    /// <summary>Where it was convened from: whose working days count.</summary>
    public string? Place { get; private init; }

    public MeetingMinutesIssued? Minutes { get; private init; }

    public DateTimeOffset MinutesAt { get; private init; }

    public ImmutableDictionary<int, ActionItemCompleted> Completed { get; private init; } = ImmutableDictionary<int, ActionItemCompleted>.Empty;

    public IReadOnlyList<string> Agencies => Convened?.Agencies ?? [];

    public IEnumerable<ActionItem> OpenItems => (Minutes?.ActionItems ?? []).Where(item => !Completed.ContainsKey(item.Number));

    public static TimporaMeeting Evolve(TimporaMeeting meeting, MeetingEvent happened, Envelope envelope) => happened switch
    {
        TimporaMeetingConvened e => meeting with
        {
            Convened = e, Convener = new(envelope.By.Agency, envelope.By.Unit), Place = envelope.Place,
        },
        MeetingMinutesIssued e => meeting with { Minutes = e, MinutesAt = envelope.OccurredAt },
        ActionItemCompleted e => meeting with { Completed = meeting.Completed.SetItem(e.Number, e) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a meeting."),
    };
}

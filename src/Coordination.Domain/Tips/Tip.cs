using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Tips;

/// <summary>Who has to say what became of a tip.</summary>
public sealed record TipOwner(string Agency, string Unit, DateTimeOffset Since);

/// <summary>One report of the public: who took it, who owns it, what came of it, and whether the reporter knows.</summary>
public sealed record Tip
{
    public static Tip None { get; } = new();

    public TipReceived? Received { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    public string Agency { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public string? Place { get; private init; }

    public TipTriaged? Triage { get; private init; }

    public TipOwner? Owner { get; private init; }

    /// <summary>Units that were given it, the last owner among them, as reader groups.</summary>
    public IReadOnlyList<string> Owners { get; private init; } = [];

    /// <summary>What bears it out; null while the owner has not said so.</summary>
    public TipVerified? Verification { get; private init; }

    /// <summary>Why nothing bears it out; null while the owner has not said so, or has thought better of it.</summary>
    public TipUnsubstantiated? Dismissal { get; private init; }

    public IReadOnlyList<TipConverted> Conversions { get; private init; } = [];

    /// <summary>When there was something to tell the reporter for the first time; null before.</summary>
    public DateTimeOffset? ToTellSince { get; private init; }

    public FeedbackText? Feedback { get; private init; }

    /// <summary>The reporter has heard more than that the report arrived.</summary>
    public bool IsReporterInformed { get; private init; }

    public bool HasOutcome => Verification is not null || Dismissal is not null || Conversions.Count > 0;

    public static Tip Evolve(Tip tip, TipEvent happened, Envelope envelope) => happened switch
    {
        TipReceived e => tip with
        {
            Received = e, ReceivedAt = envelope.OccurredAt, Agency = envelope.By.Agency, Unit = envelope.By.Unit,
            Place = e.Village ?? envelope.Place ?? Units.Find(envelope.By.Agency, envelope.By.Unit)?.Place,
        },
        TipTriaged e => tip with { Triage = e },
        TipAssigned e => tip.AssignedTo(e, envelope),
        TipVerified e => tip with { Verification = e, Dismissal = null, ToTellSince = tip.ToTellSince ?? envelope.OccurredAt },
        TipUnsubstantiated e => tip with { Dismissal = e, ToTellSince = tip.ToTellSince ?? envelope.OccurredAt },
        TipConverted e => tip with { Conversions = [.. tip.Conversions, e], ToTellSince = tip.ToTellSince ?? envelope.OccurredAt },
        ReporterInformed e => tip with { Feedback = e.Feedback, IsReporterInformed = tip.IsReporterInformed || tip.HasOutcome },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a tip."),
    };

    internal IEnumerable<PersonRef> Persons() => Received is { } received ? received.Persons() : [];

    private Tip AssignedTo(TipAssigned assigned, Envelope envelope)
    {
        var group = Audiences.Unit(assigned.ToAgency, assigned.ToUnit);
        return this with
        {
            Owner = new(assigned.ToAgency, assigned.ToUnit, envelope.OccurredAt),
            Owners = Owners.Contains(group, StringComparer.Ordinal) ? Owners : [.. Owners, group],
        };
    }
}

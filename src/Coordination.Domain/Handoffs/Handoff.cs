using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>One subject on its way from one unit to one desk: the file, who holds it, and the time each step took.</summary>
public sealed record Handoff
{
    public static Handoff None { get; } = new();

    public HandoffStatus Status { get; private init; }

    public HandoffKind Kind { get; private init; }

    public PersonRef? Subject { get; private init; }

    public SubjectRole Role { get; private init; }

    public string FromAgency { get; private init; } = "";

    public string FromUnit { get; private init; } = "";

    public DeskAddress To { get; private init; } = new("", "", "");

    public bool Detained { get; private init; }

    public CaseId? Case { get; private init; }

    public IReadOnlyList<EvidenceItem> Manifest { get; private init; } = [];

    /// <summary>What the last return asked for; empty once supplemented.</summary>
    public IReadOnlyList<MissingItem> Missing { get; private init; } = [];

    public IReadOnlyList<HandoffStage> Stages { get; private init; } = [];

    public int Returns { get; private init; }

    /// <summary>1 as it was dispatched, one more with each supplement; 0 before.</summary>
    public int FileVersion { get; private init; }

    public string? LetterNumber { get; private init; }

    /// <summary>Number of the handover record (BAST), which several handoffs of one rescue share.</summary>
    public string? RecordNumber { get; private init; }

    public HandoffId? Parent { get; private init; }

    public DateTimeOffset? DeclinedAt { get; private init; }

    /// <summary>How a declined handoff went on.</summary>
    public HandoffFollowedUp? FollowUp { get; private init; }

    /// <summary>Names exactly the file as it lies there now; null before it was dispatched.</summary>
    public string? ReceiptHash => FileVersion == 0 ? null : ReceiptHashes.Of(this);

    /// <summary>A person sits in the corridor with the file: the answer is waited for from the handing over on, not from receipt.</summary>
    public bool BringsPerson => Kind is HandoffKind.Protection or HandoffKind.Police;

    public bool IsClosed => Status is HandoffStatus.Accepted or HandoffStatus.Declined or HandoffStatus.Withdrawn;

    /// <summary>It lies with the receiving desk.</summary>
    public bool IsWithReceiver => Status is HandoffStatus.Dispatched or HandoffStatus.Received;

    public IEnumerable<EvidenceItem> OpenItems => Manifest.Where(item => item.Pending);

    public static Handoff Evolve(Handoff handoff, HandoffEvent happened, Envelope envelope) => happened switch
    {
        HandoffProposed e => handoff.From(envelope) with
        {
            Status = HandoffStatus.Proposed, Kind = e.Kind, Subject = e.Subject, Role = e.Role, To = e.To, Detained = e.Detained, Case = e.Case,
            Parent = e.ParentHandoffId, Stages = handoff.Next(HandoffStep.Dispatch, envelope),
        },
        TravellerHandedToProtection e => handoff.From(envelope) with
        {
            Status = HandoffStatus.Dispatched, Kind = HandoffKind.Protection, Subject = e.Subject, Role = SubjectRole.SuspectedVictim, To = e.To,
            Case = e.Case, Manifest = e.Manifest ?? [], RecordNumber = e.RecordNumber, Parent = e.ParentHandoffId, FileVersion = 1,
            Stages = handoff.Next(HandoffStep.Receipt, envelope),
        },
        FacilitatorHandedToPolice e => handoff.From(envelope) with
        {
            Status = HandoffStatus.Dispatched, Kind = HandoffKind.Police, Subject = e.Subject, Role = SubjectRole.Suspect, To = e.To,
            Detained = e.Detained, Case = e.Case, Manifest = e.Manifest, RecordNumber = e.RecordNumber, Parent = e.ParentHandoffId, FileVersion = 1,
            Stages = handoff.Next(HandoffStep.Receipt, envelope),
        },
        HandoffDispatched e => handoff with
        {
            Status = HandoffStatus.Dispatched, Manifest = e.Manifest, LetterNumber = e.LetterNumber, RecordNumber = e.RecordNumber, FileVersion = 1,
            Stages = handoff.Next(HandoffStep.Receipt, envelope),
        },
        HandoffReceived => handoff with { Status = HandoffStatus.Received, Stages = handoff.Next(HandoffStep.Decision, envelope) },
        HandoffReturned e => handoff with
        {
            Status = HandoffStatus.Returned, Missing = e.Missing, Returns = handoff.Returns + 1,
            Stages = handoff.Next(HandoffStep.Supplement, envelope),
        },
        HandoffSupplemented e => handoff.Supplemented(e, envelope),
        HandoffAccepted => handoff.Close(HandoffStatus.Accepted, envelope),
        HandoffDeclined => handoff.Close(HandoffStatus.Declined, envelope) with { DeclinedAt = envelope.OccurredAt },
        HandoffFollowedUp e => handoff with { FollowUp = e },
        HandoffWithdrawn => handoff.Close(HandoffStatus.Withdrawn, envelope),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a handoff."),
    };

    /// <summary>The manifest with new lines at the end and delivered ones in their old place.</summary>
    internal static IReadOnlyList<EvidenceItem> Merge(IReadOnlyList<EvidenceItem> manifest, IReadOnlyList<EvidenceItem> items) =>
    [
        .. manifest.Select(line => items.FirstOrDefault(item => item.Item == line.Item) ?? line),
        .. items.Where(item => manifest.All(line => line.Item != item.Item)),
    ];

    private Handoff From(Envelope envelope) => this with { FromAgency = envelope.By.Agency, FromUnit = envelope.By.Unit };

    private Handoff Close(HandoffStatus status, Envelope envelope) => this with { Status = status, Missing = [], Stages = Ended(envelope) };

    /// <summary>A supplement to a returned file restarts the receiver; one sent along while the receiver reads changes no clock.</summary>
    private Handoff Supplemented(HandoffSupplemented happened, Envelope envelope)
    {
        var with = this with { Manifest = Merge(Manifest, happened.Items), FileVersion = FileVersion + 1 };
        return Status == HandoffStatus.Returned
            ? with with { Status = HandoffStatus.Received, Missing = [], Stages = Next(HandoffStep.Decision, envelope) }
            : with;
    }

    private IReadOnlyList<HandoffStage> Next(HandoffStep step, Envelope envelope) =>
        [.. Ended(envelope), new HandoffStage(step, Moment(envelope))];

    private IReadOnlyList<HandoffStage> Ended(Envelope envelope) =>
        Stages is [.., { Until: null } running] ? [.. Stages.SkipLast(1), running with { Until = Moment(envelope) }] : Stages;

    /// <summary>Steps follow each other: a step said to have happened before the one that it answers starts with that one.</summary>
    private DateTimeOffset Moment(Envelope envelope) =>
        Stages is [.., var last] && last.Since > envelope.OccurredAt ? last.Since : envelope.OccurredAt;
}

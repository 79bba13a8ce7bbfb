using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>One moment at which an item was not as it had been recorded.</summary>
public sealed record MismatchFound(DateTimeOffset At, string Agency, string Unit, IReadOnlyList<EvidenceMismatch> What);

/// <summary>One item of evidence: who keeps it, under which seal, with which hash.</summary>
public sealed record Evidence
{
    public static Evidence None { get; } = new();

    /// <summary>Null before it is registered.</summary>
    public string? Item { get; private init; }

    public EvidenceKind Kind { get; private init; }

    public Custodian? Custodian { get; private init; }

    public string? SealNumber { get; private init; }

    /// <summary>The first hash that was recorded; it never changes, whatever is found later.</summary>
    public string? Sha256 { get; private init; }

    public HandoffId? Handoff { get; private init; }

    public Guid? Matter { get; private init; }

    public CaseId? Case { get; private init; }

    public string? Place { get; private init; }

    /// <summary>The last thing that was said of it, as it was said.</summary>
    public EvidenceEvent? Last { get; private init; }

    public IReadOnlyList<MismatchFound> Mismatches { get; private init; } = [];

    /// <summary>Units that had a part in it: they read the whole chain.</summary>
    public IReadOnlyList<Custodian> Hands { get; private init; } = [];

    public static Evidence Evolve(Evidence evidence, EvidenceEvent happened, Envelope envelope) => (happened switch
    {
        EvidenceRegistered e => evidence.Noting(e.Mismatch, envelope) with
        {
            Item = e.Item, Kind = e.Kind, Custodian = e.Custodian, SealNumber = e.SealNumber, Sha256 = e.Sha256, Handoff = e.Handoff, Matter = e.Matter,
            Case = e.Case, Place = envelope.Place, Hands = evidence.With(e.Custodian),
        },
        EvidenceCustodyChanged e => evidence.Noting(e.Mismatch, envelope) with
        {
            Custodian = e.To, SealNumber = e.NewSealNumber ?? e.SealNumber ?? evidence.SealNumber, Sha256 = evidence.Sha256 ?? e.Sha256,
            Hands = evidence.With(e.From, e.To),
        },
        EvidenceSealBroken e => evidence.Noting(e.Mismatch, envelope) with { SealNumber = e.NewSealNumber },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an item of evidence."),
    }) with { Last = happened };

    private Evidence Noting(IReadOnlyList<EvidenceMismatch>? found, Envelope envelope) => found is null or []
        ? this
        : this with { Mismatches = [.. Mismatches, new(envelope.OccurredAt, envelope.By.Agency, envelope.By.Unit, found)] };

    private List<Custodian> With(params ReadOnlySpan<Custodian> custodians)
    {
        var hands = Hands.ToList();
        foreach (var hand in custodians)
        {
            if (!hands.Exists(one => (one.Agency, one.Unit) == (hand.Agency, hand.Unit)))
                hands.Add(hand with { Store = null });
        }
        return hands;
    }
}

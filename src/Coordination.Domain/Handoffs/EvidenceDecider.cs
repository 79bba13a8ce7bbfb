using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>A wish about an item of evidence; carries the fact that it asks to record.</summary>
public abstract record EvidenceCommand
{
    /// <summary>The line of the manifest that the item is. Filled in by the write path; null for an item of no handoff.</summary>
    public EvidenceItem? Manifest { get; init; }

    /// <summary>The handoff of that manifest.</summary>
    public HandoffId? Handoff { get; init; }

    /// <summary>The unit that keeps it by that manifest: the sender.</summary>
    public Custodian? Keeper { get; init; }
}

public static partial class EvidenceDecider
{
    public static StreamKind<Evidence, EvidenceEvent, EvidenceCommand> Kind { get; } =
        new("evidence", Evidence.None, Evidence.Evolve, Decide, CommandFor, readers: Readers);

    /// <summary>The stream of an item of a manifest: whoever knows handoff and number finds its chain.</summary>
    public static Guid StreamOf(HandoffId handoff, string item) => DeterministicId.From($"evidence/{handoff}/{item}");

    public static Decision<EvidenceEvent> Decide(Evidence evidence, EvidenceCommand command, Envelope envelope) => command switch
    {
        RegisterEvidence c => Decide(evidence, c, envelope),
        ChangeCustody c => Decide(evidence, c, envelope),
        ReportSealBroken c => Decide(evidence, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static EvidenceCommand CommandFor(EvidenceEvent fact) => fact switch
    {
        EvidenceRegistered e => new RegisterEvidence(e),
        EvidenceCustodyChanged e => new ChangeCustody(e),
        EvidenceSealBroken e => new ReportSealBroken(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    private static IEnumerable<string> Readers(Evidence evidence) => evidence.Hands.Select(hand => Audiences.Unit(hand.Agency, hand.Unit));
}

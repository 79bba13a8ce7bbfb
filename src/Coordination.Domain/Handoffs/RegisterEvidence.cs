using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

public sealed record RegisterEvidence(EvidenceRegistered Fact) : EvidenceCommand;

public static partial class EvidenceDecider
{
    /// <summary>What the manifest says of the item stands first, and what is registered is compared with it.</summary>
    public static Decision<EvidenceEvent> Decide(Evidence evidence, RegisterEvidence command, Envelope envelope)
    {
        var fact = command.Fact with { Sha256 = command.Fact.Sha256?.ToLowerInvariant() };
        return evidence switch
        {
            { Item: not null } when evidence.Hands.All(hand => hand.Unit != envelope.By.Unit) => EvidenceRefusals.NotCustodian,
            { Item: not null } => evidence.Last is EvidenceRegistered last && (last with { Mismatch = fact.Mismatch }) == fact
                ? Unchanged.Value
                : EvidenceRefusals.Exists,
            _ when Input.Blank(("item", fact.Item), ("description", fact.Description)) is { } blank => blank,
            _ when Missing(fact.Custodian) is { } unknown => unknown,
            _ when (fact.Custodian.Agency, fact.Custodian.Unit) != (envelope.By.Agency, envelope.By.Unit) => EvidenceRefusals.NotCustodian,
            _ when Malformed(fact.Sha256) is { } malformed => malformed,
            _ => fact with { Mismatch = command.Manifest is { } line ? Compare(line.SealNumber, line.Sha256, fact.SealNumber, fact.Sha256) : null },
        };
    }

    private static Refusal? Missing(Custodian custodian) => Units.Missing(custodian.Agency, custodian.Unit);

    private static Refusal? Malformed(string? hash) =>
        hash is not null && !Manifest.IsSha256(hash) ? HandoffRefusals.Sha256Malformed with { Details = ["sha256"] } : null;

    /// <summary>Null when nothing differs. What was never recorded, or is not said now, cannot differ; a seal that is gone does.</summary>
    private static EvidenceMismatch[]? Compare(string? sealBefore, string? hashBefore, string? sealFound, string? hashFound)
    {
        var found = new List<EvidenceMismatch>();
        if (sealBefore is not null && sealFound != sealBefore)
            found.Add(sealFound is null ? EvidenceMismatch.SealMissing : EvidenceMismatch.SealDiffers);
        if (hashBefore is not null && hashFound is not null && hashFound != hashBefore)
            found.Add(EvidenceMismatch.HashDiffers);
        return found is [] ? null : [.. found];
    }
}

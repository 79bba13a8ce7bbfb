using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record ReportSealBroken(EvidenceSealBroken Fact) : EvidenceCommand;

public static partial class EvidenceDecider
{
    public static Decision<EvidenceEvent> Decide(Evidence evidence, ReportSealBroken command, Envelope envelope)
    {
        var fact = command.Fact;
        return evidence switch
        {
            { Item: null } => EvidenceRefusals.Unknown,
            { Custodian: { } keeper } when !IsOf(keeper, envelope.By) => EvidenceRefusals.NotCustodian,
            { Last: EvidenceSealBroken last } when (last with { Mismatch = fact.Mismatch }) == fact => Unchanged.Value,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            { SealNumber: null } => EvidenceRefusals.NotSealed,
            _ => fact with { Mismatch = Broken(evidence, fact) },
        };
    }

    private static EvidenceMismatch[]? Broken(Evidence evidence, EvidenceSealBroken fact)
    {
        var found = new List<EvidenceMismatch>();
        if (string.IsNullOrWhiteSpace(fact.OrderNumber))
            found.Add(EvidenceMismatch.SealBroken);
        if (fact.SealNumber is { } seal && seal != evidence.SealNumber)
            found.Add(EvidenceMismatch.SealDiffers);
        return found is [] ? null : [.. found];
    }
}

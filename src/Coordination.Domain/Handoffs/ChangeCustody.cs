using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public sealed record ChangeCustody(EvidenceCustodyChanged Fact) : EvidenceCommand;

public static partial class EvidenceDecider
{
    /// <summary>
    /// An item of a manifest that has no chain yet gets its first link from the manifest in the same breath. Nothing that differs is a reason to
    /// refuse: that the seal is another one has to stand in the log.
    /// </summary>
    public static Decision<EvidenceEvent> Decide(Evidence evidence, ChangeCustody command, Envelope envelope)
    {
        var fact = command.Fact with { Sha256 = command.Fact.Sha256?.ToLowerInvariant() };
        var begun = evidence.Item is null && command.Manifest is { } line ? FromManifest(line, command) : null;
        var before = begun is null ? evidence : Evidence.Evolve(evidence, begun, envelope);
        return before switch
        {
            { Item: null } => EvidenceRefusals.Unknown,
            _ when !IsOf(fact.From, envelope.By) && !IsOf(fact.To, envelope.By) => EvidenceRefusals.NotCustodian,
            { Last: EvidenceCustodyChanged last } when (last with { Mismatch = fact.Mismatch }) == fact => Unchanged.Value,
            _ when (Missing(fact.From) ?? Missing(fact.To)) is { } unknown => unknown,
            _ when fact.From == fact.To => EvidenceRefusals.SameCustodian,
            _ when Malformed(fact.Sha256) is { } malformed => malformed,
            _ => Events(begun, fact with { Mismatch = Differences(before, fact) }),
        };
    }

    private static EvidenceEvent[] Events(EvidenceRegistered? begun, EvidenceCustodyChanged changed) => begun is null ? [changed] : [begun, changed];

    private static EvidenceRegistered FromManifest(EvidenceItem line, EvidenceCommand command) =>
        new(line.Item, line.Description, line.Kind, command.Keeper!, line.SealNumber, line.Sha256, command.Handoff);

    private static EvidenceMismatch[]? Differences(Evidence before, EvidenceCustodyChanged fact)
    {
        EvidenceMismatch[] found = [.. Compare(before.SealNumber, before.Sha256, fact.SealNumber, fact.Sha256) ?? []];
        if (before.Custodian is { } had && (had.Agency, had.Unit) != (fact.From.Agency, fact.From.Unit))
            found = [.. found, EvidenceMismatch.CustodianDiffers];
        return found is [] ? null : found;
    }

    private static bool IsOf(Custodian custodian, Officer by) => (custodian.Agency, custodian.Unit) == (by.Agency, by.Unit);
}

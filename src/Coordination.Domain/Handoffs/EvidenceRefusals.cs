using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public static class EvidenceRefusals
{
    public static readonly Refusal Unknown = new("evidence.unknown", "There is no such item of evidence.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("evidence.exists", "This item was registered before, as something else.");

    public static readonly Refusal NotCustodian = new(
        "evidence.not_custodian", "Custody is recorded by the unit that gives the item or by the one that takes it.", RefusalKind.Forbidden);

    public static readonly Refusal SameCustodian =
        new("evidence.same_custodian", "The item does not leave the store that it is in.", RefusalKind.Invalid);

    public static readonly Refusal NotSealed = new("evidence.not_sealed", "No seal is recorded that could be broken.");
}

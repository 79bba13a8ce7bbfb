using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record SeizeEvidence(EvidenceSeized Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, SeizeEvidence command, Envelope envelope)
    {
        var fact = command.Fact with { Sha256 = command.Fact.Sha256?.ToLowerInvariant() };
        return operation switch
        {
            _ when operation.Evidence.FirstOrDefault(one => one.Item == fact.Item) is { } known && Outsider(operation, envelope.By) is null =>
                known == fact ? Unchanged.Value : OperationRefusals.ItemExists,
            _ when NoField(operation, envelope) is { } refusal => refusal,
            _ when Input.Blank(("item", fact.Item), ("description", fact.Description), ("storage", fact.Storage)) is { } blank => blank,
            _ when fact.Quantity < 1 => OperationRefusals.QuantityInvalid,
            _ when fact.Sha256 is { } hash && !Sha256().IsMatch(hash) => OperationRefusals.Sha256Malformed,
            _ => fact,
        };
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}

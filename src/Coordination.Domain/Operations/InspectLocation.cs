using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

public sealed record InspectLocation(LocationInspected Fact) : OperationCommand;

public static partial class OperationDecider
{
    public static Decision<OperationEvent> Decide(JointOperation operation, InspectLocation command, Envelope envelope) => operation switch
    {
        _ when operation.Locations.FirstOrDefault(one => one.Site == command.Fact.Site) is { } known && Outsider(operation, envelope.By) is null =>
            IsSame(known, command.Fact) ? Unchanged.Value : OperationRefusals.ItemExists,
        _ when NoField(operation, envelope) is { } refusal => refusal,
        _ when Input.Blank(("site", command.Fact.Site), ("description", command.Fact.Description)) is { } blank => blank,
        _ when Places.Missing(command.Fact.Place) is { } unknown => unknown,
        _ when command.Fact.MediaSha256?.All(hash => Sha256().IsMatch(hash)) is false => OperationRefusals.Sha256Malformed,
        _ => command.Fact,
    };

    private static bool IsSame(LocationInspected one, LocationInspected other) =>
        one with { Findings = null, MediaSha256 = null } == other with { Findings = null, MediaSha256 = null }
        && Input.Same(one.Findings, other.Findings) && Input.Same(one.MediaSha256, other.MediaSha256);
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record LinkServiceToMatter(ServiceLinkedToMatter Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, LinkServiceToMatter command, Envelope envelope) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record LinkArea(AreaLinked Fact) : BrokerProfileCommand;

public static partial class BrokerProfileDecider
{
    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, LinkArea command) => profile switch
    {
        _ when CannotAdd(profile, command.Fact.Sources) is { } refusal => refusal,
        _ when Places.Missing(command.Fact.Place) is { } unknown => unknown,
        _ when profile.Areas.Contains(new(command.Fact.Place, command.Fact.Role)) => Unchanged.Value,
        _ => command.Fact,
    };
}

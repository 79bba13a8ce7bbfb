using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record OpenBrokerProfile(BrokerProfileOpened Fact) : BrokerProfileCommand;

public static partial class BrokerProfileDecider
{
    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, OpenBrokerProfile command) => profile switch
    {
        { IsOpened: true } => profile.Aliases[0] == command.Fact.Alias ? Unchanged.Value : BrokerProfileRefusals.Exists,
        _ when Input.Blank(("alias", command.Fact.Alias), ("summary", command.Fact.Summary)) is { } blank => blank,
        _ when Input.Empty("sources", command.Fact.Sources) is { } empty => empty,
        _ => command.Fact,
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record LinkAlias(AliasLinked Fact) : BrokerProfileCommand;

public static partial class BrokerProfileDecider
{
    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, LinkAlias command) => profile switch
    {
        _ when CannotAdd(profile, command.Fact.Sources) is { } refusal => refusal,
        _ when Input.Blank(("alias", command.Fact.Alias)) is { } blank => blank,
        _ when profile.Aliases.Contains(command.Fact.Alias, StringComparer.Ordinal) => Unchanged.Value,
        _ => command.Fact,
    };
}

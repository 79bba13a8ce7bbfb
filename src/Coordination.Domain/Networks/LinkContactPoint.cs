using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record LinkContactPoint(ContactPointLinked Fact) : BrokerProfileCommand;

public static partial class BrokerProfileDecider
{
    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, LinkContactPoint command) => profile switch
    {
        _ when CannotAdd(profile, command.Fact.Sources) is { } refusal => refusal,
        _ when profile.Contacts.Contains(command.Fact.Contact) => Unchanged.Value,
        _ => command.Fact,
    };
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record CloseBrokerProfile(BrokerProfileClosed Fact) : BrokerProfileCommand;

public static partial class BrokerProfileDecider
{
    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, CloseBrokerProfile command, Envelope envelope) => profile switch
    {
        { IsOpened: false } => BrokerProfileRefusals.Unknown,
        _ when envelope.By.Agency != profile.Owner && envelope.By.Agency != Agencies.TaskForce => BrokerProfileRefusals.OtherAgency,
        { IsClosed: true } => profile.MergedInto == command.Fact.MergedInto ? Unchanged.Value : BrokerProfileRefusals.Closed,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when command.Fact.MergedInto is { } into && profile.Merged.Contains(into) => BrokerProfileRefusals.WithItself,
        _ => command.Fact,
    };
}

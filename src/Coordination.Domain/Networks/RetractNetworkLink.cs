using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record RetractNetworkLink(NetworkLinkRetracted Fact) : NetworkLinkCommand;

public static partial class NetworkLinkDecider
{
    public static Decision<NetworkLinkEvent> Decide(NetworkLink link, RetractNetworkLink command, Envelope envelope) => link switch
    {
        { Claim: null } => NetworkLinkRefusals.Unknown,
        _ when !Keeps(link, envelope.By) => NetworkLinkRefusals.OtherAgency,
        { IsRetracted: true } => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}

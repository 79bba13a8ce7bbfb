using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record ConfirmNetworkLink(NetworkLinkConfirmed Fact) : NetworkLinkCommand;

public static partial class NetworkLinkDecider
{
    /// <summary>One analyst with one source has a hypothesis; what is acted on was seen by two, or in two places.</summary>
    public static Decision<NetworkLinkEvent> Decide(NetworkLink link, ConfirmNetworkLink command, Envelope envelope) => link switch
    {
        { Claim: null } or { ClaimedBy: null } => NetworkLinkRefusals.Unknown,
        { IsRetracted: true } => NetworkLinkRefusals.Retracted,
        { Confirmation: { } before } when before == command.Fact => Unchanged.Value,
        _ when !IsConfidence(command.Fact.Confidence) => NetworkLinkRefusals.ConfidenceOutOfRange,
        _ when envelope.By.Id == link.ClaimedBy.Id && (command.Fact.Source is null || command.Fact.Source == link.Claim.Source) =>
            NetworkLinkRefusals.SecondNeeded,
        _ => command.Fact,
    };
}

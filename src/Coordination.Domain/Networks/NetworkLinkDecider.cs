using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A wish about a link of a network; carries the fact that it asks to record.</summary>
public abstract record NetworkLinkCommand;

public static partial class NetworkLinkDecider
{
    public static StreamKind<NetworkLink, NetworkLinkEvent, NetworkLinkCommand> Kind { get; } =
        new("network_link", NetworkLink.None, NetworkLink.Evolve, Decide, CommandFor,
            link => Persona.Each(link.Claim?.From.Person, link.Claim?.To.Person),
            link => link.ClaimedBy is { } analyst ? [Audiences.Agency(analyst.Agency)] : []);

    public static Decision<NetworkLinkEvent> Decide(NetworkLink link, NetworkLinkCommand command, Envelope envelope) => command switch
    {
        AssertNetworkLink c => Decide(link, c),
        ConfirmNetworkLink c => Decide(link, c, envelope),
        RetractNetworkLink c => Decide(link, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static NetworkLinkCommand CommandFor(NetworkLinkEvent fact) => fact switch
    {
        NetworkLinkAsserted e => new AssertNetworkLink(e),
        NetworkLinkConfirmed e => new ConfirmNetworkLink(e),
        NetworkLinkRetracted e => new RetractNetworkLink(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    private static bool IsConfidence(decimal confidence) => confidence is > 0 and <= 1;

    private static bool Keeps(NetworkLink link, Officer by) => by.Agency == link.ClaimedBy?.Agency || by.Agency == Agencies.TaskForce;
}

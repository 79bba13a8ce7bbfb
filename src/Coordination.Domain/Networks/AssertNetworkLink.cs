using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record AssertNetworkLink(NetworkLinkAsserted Fact) : NetworkLinkCommand;

public static partial class NetworkLinkDecider
{
    public static Decision<NetworkLinkEvent> Decide(NetworkLink link, AssertNetworkLink command)
    {
        var fact = command.Fact;
        return link switch
        {
            { Claim: { } claim } => (claim.From, claim.To, claim.Type) == (fact.From, fact.To, fact.Type) ? Unchanged.Value : NetworkLinkRefusals.Exists,
            _ when !Fits(fact.From) || !Fits(fact.To) => NetworkLinkRefusals.EndMismatch,
            _ when fact.From == fact.To => NetworkLinkRefusals.ToItself,
            _ when !IsConfidence(fact.Confidence) => NetworkLinkRefusals.ConfidenceOutOfRange,
            _ => fact,
        };
    }

    private static bool Fits(NetworkEnd end) => end.Kind switch
    {
        NetworkEndKind.Person => end is { Person: not null, Stream: null, Name: null },
        NetworkEndKind.Entity => end is { Person: null } && end.Stream is null != string.IsNullOrWhiteSpace(end.Name),
        _ => end is { Person: null, Stream: not null, Name: null },
    };
}

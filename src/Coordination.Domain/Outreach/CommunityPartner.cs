using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A partner in the community.</summary>
public sealed record CommunityPartner
{
    public static CommunityPartner None { get; } = new();

    public CommunityPartnerRegistered? Registration { get; private init; }

    public static CommunityPartner Evolve(CommunityPartner partner, CommunityPartnerEvent happened, Envelope envelope) => happened switch
    {
        CommunityPartnerRegistered e => partner with { Registration = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a community partner."),
    };
}

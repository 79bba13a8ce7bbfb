using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A wish about a community partner; carries the fact that it asks to record.</summary>
public abstract record CommunityPartnerCommand;

public static partial class CommunityPartnerDecider
{
    public static StreamKind<CommunityPartner, CommunityPartnerEvent, CommunityPartnerCommand> Kind { get; } =
        new("community_partner", CommunityPartner.None, CommunityPartner.Evolve, Decide, CommandFor,
            partner => Persona.Each(partner.Registration?.ContactPerson));

    public static Decision<CommunityPartnerEvent> Decide(CommunityPartner partner, CommunityPartnerCommand command, Envelope envelope) => command switch
    {
        RegisterCommunityPartner c => Decide(partner, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static CommunityPartnerCommand CommandFor(CommunityPartnerEvent fact) => fact switch
    {
        CommunityPartnerRegistered e => new RegisterCommunityPartner(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

public sealed record RegisterCommunityPartner(CommunityPartnerRegistered Fact) : CommunityPartnerCommand;

public static partial class CommunityPartnerDecider
{
    public static Decision<CommunityPartnerEvent> Decide(CommunityPartner partner, RegisterCommunityPartner command, Envelope envelope) => partner switch
    {
        { Registration: { } registration } => registration == command.Fact ? Unchanged.Value : OutreachRefusals.PartnerExists,
        _ when Input.Blank(("name", command.Fact.Name)) is { } blank => blank,
        _ when Places.Missing(command.Fact.Area) is { } unknown => unknown,
        _ => command.Fact,
    };
}

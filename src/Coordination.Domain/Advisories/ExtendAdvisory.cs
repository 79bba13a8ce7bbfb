using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record ExtendAdvisory(AdvisoryExtended Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, ExtendAdvisory command, Envelope envelope) => advisory switch
    {
        { Publication: null } => TpiAdvisoryRefusals.Unknown,
        _ when (advisory.PublishedBy?.Agency, advisory.PublishedBy?.Unit) != (envelope.By.Agency, envelope.By.Unit) => TpiAdvisoryRefusals.NotPublisher,
        { IsExpired: true } => TpiAdvisoryRefusals.Expired,
        _ when command.Fact.ValidTo == advisory.ValidTo => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when !(command.Fact.ValidTo > advisory.ValidTo) => TpiAdvisoryRefusals.NotLonger,
        _ => command.Fact,
    };
}

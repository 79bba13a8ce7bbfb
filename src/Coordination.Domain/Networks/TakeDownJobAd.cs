using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record TakeDownJobAd(IllegalJobAdTakenDown Fact) : JobAdCommand;

public static partial class JobAdDecider
{
    public static Decision<JobAdEvent> Decide(JobAd ad, TakeDownJobAd command, Envelope envelope) => ad switch
    {
        { Report: null } => JobAdRefusals.Unknown,
        _ when envelope.By.Agency != Agencies.DigitalAffairs => JobAdRefusals.NotDigitalAffairs,
        { IsTakenDown: true } => Unchanged.Value,
        _ when Input.Blank(("referenceNumber", command.Fact.ReferenceNumber)) is { } blank => blank,
        _ => command.Fact,
    };
}

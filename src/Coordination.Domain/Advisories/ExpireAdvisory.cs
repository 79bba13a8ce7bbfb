using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>The product's own command.</summary>
public sealed record ExpireAdvisory(AdvisoryExpired Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    /// <summary>An advisory that was extended while its end was being written goes on.</summary>
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, ExpireAdvisory command, Envelope envelope) => advisory switch
    {
        { Publication: null } => TpiAdvisoryRefusals.Unknown,
        { IsExpired: true } => Unchanged.Value,
        _ when advisory.ValidTo != command.Fact.ValidTo || envelope.RecordedAt < advisory.EndsAt => TpiAdvisoryRefusals.StillRuns,
        _ => command.Fact,
    };
}

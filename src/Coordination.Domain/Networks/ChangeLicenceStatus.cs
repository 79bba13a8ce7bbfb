using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record ChangeLicenceStatus(LicenceStatusChanged Fact) : P3MICommand;

public static partial class P3MIDecider
{
    /// <summary>A daily feed repeats itself: the same status from the same day changes nothing.</summary>
    public static Decision<P3MIEvent> Decide(P3MI company, ChangeLicenceStatus command, Envelope envelope) => company switch
    {
        _ when NotMinistry(envelope.By) is { } refusal => refusal,
        _ when Unknown(company) is { } refusal => refusal,
        _ when company.Status == command.Fact.Status && company.StatusSince <= command.Fact.Since => Unchanged.Value,
        _ when command.Fact.Since < company.StatusSince => P3MIRefusals.StatusBeforeLast,
        _ => command.Fact,
    };
}

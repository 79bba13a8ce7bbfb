using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public sealed record AssessCaseIndicators(CaseIndicatorsAssessed Fact) : CaseCommand;

public static partial class CaseDecider
{
    public static Decision<CaseEvent> Decide(CaseFile file, AssessCaseIndicators command, Envelope envelope)
    {
        var fact = command.Fact with
        {
            Acts = [.. command.Fact.Acts.Distinct().Order()],
            Means = [.. command.Fact.Means.Distinct().Order()],
            Purposes = [.. command.Fact.Purposes.Distinct().Order()],
        };
        return file switch
        {
            _ when NotAtWork(file, envelope.By) is { } refusal => refusal,
            _ when (fact.Acts.Count, fact.Means.Count, fact.Purposes.Count) == (0, 0, 0) => CaseRefusals.IndicatorsEmpty,
            { Indicators: { } last } when Same(last, fact) => Unchanged.Value,
            _ => fact,
        };
    }

    private static bool Same(CaseIndicatorsAssessed one, CaseIndicatorsAssessed other) =>
        (one.IsChild, one.Note) == (other.IsChild, other.Note)
        && Input.Same(one.Acts, other.Acts) && Input.Same(one.Means, other.Means) && Input.Same(one.Purposes, other.Purposes);
}

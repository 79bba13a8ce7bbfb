using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public sealed record ScreenVictimIndicators(VictimIndicatorScreened Fact) : DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    /// <summary>
    /// The result is the officer's; only what contradicts itself is refused. A child needs no means, so one indicator is an indication.
    /// </summary>
    public static Decision<DepartureScreeningEvent> Decide(DepartureScreening encounter, ScreenVictimIndicators command, Envelope envelope)
    {
        var fact = command.Fact with { Traveller = command.Fact.Traveller ?? encounter.Traveller };
        return encounter switch
        {
            _ when Problem(encounter, fact, envelope.By) is { } problem => problem,
            _ when Contradicts(fact) => DepartureScreeningRefusals.IndicatorsContradictResult,
            _ when StatedFacts.Problem(envelope, null, StatedFacts.AtLeast(0, "score", fact.Score)) is { } impossible => impossible,
            { LastScreening: { } last } when Input.SameBody(last, fact) => Unchanged.Value,
            _ => fact,
        };
    }

    private static bool Contradicts(VictimIndicatorScreened fact) => fact.Result == ScreeningResult.NoIndication
        ? fact.IsChild && fact.Indicators.Count > 0
        : fact.Indicators.Count == 0;
}

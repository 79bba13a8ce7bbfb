namespace Coordination.Domain.Alerts.Rules;

/// <summary>Who should look at a traveller next. A reason to look, and never a decision: the officer decides (UU 27/2022 Ps 10).</summary>
public enum RiskAdvice
{
    None,

    /// <summary>The second line.</summary>
    Secondary,

    /// <summary>Its supervisor.</summary>
    Supervisor,
}

/// <summary>How the reasons of one application or encounter add up.</summary>
public static class RiskWeights
{
    /// <summary>What a finding adds as long as nobody set the weight of its rule otherwise.</summary>
    public static int Of(Severity severity) => severity switch
    {
        Severity.Critical => 100,
        Severity.High => 40,
        Severity.Medium => 20,
        _ => 5,
    };

    /// <summary>What a finding adds at a place on a day: the weight of its rule for the gravest that it finds, and less for less, in the proportion of the severities.</summary>
    public static int WeightOf(this RuleBook book, string rule, Severity found, string? place, DateOnly day) => AlertRules.Find(rule) is { } known
        ? (int)Math.Round((double)book.InForce(rule, place, day)[RuleThreshold.Weight] * Of(found) / Of(known.Severity), MidpointRounding.AwayFromZero)
        : Of(found);

    public static RiskLimits LimitsOf(this RuleBook book, string? place, DateOnly day) => RiskLimits.Of(book.InForce(RiskLimits.Id, place, day));

    /// <summary>One rule counts once, by the most that it found.</summary>
    public static int Sum(IEnumerable<(string Rule, int Weight)> reasons) =>
        reasons.GroupBy(reason => reason.Rule, StringComparer.Ordinal).Sum(rule => rule.Max(reason => reason.Weight));
}

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
    private const int SecondaryFrom = 40;
    private const int SupervisorFrom = 80;

    public static int Of(Severity severity) => severity switch
    {
        Severity.Critical => 100,
        Severity.High => 40,
        Severity.Medium => 20,
        _ => 5,
    };

    /// <summary>One rule counts once, by the gravest that it found.</summary>
    public static int Sum(IEnumerable<(string Rule, Severity Severity)> reasons) =>
        reasons.GroupBy(reason => reason.Rule, StringComparer.Ordinal).Sum(rule => Of(rule.Max(reason => reason.Severity)));

    public static RiskAdvice Advice(int score) => score switch
    {
        >= SupervisorFrom => RiskAdvice.Supervisor,
        >= SecondaryFrom => RiskAdvice.Secondary,
        _ => RiskAdvice.None,
    };
}

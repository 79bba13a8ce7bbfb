using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>What a risk score is held against. Set like the thresholds of a rule, under an id of their own.</summary>
/// <param name="Secondary">From this score on the second line should look.</param>
/// <param name="Supervisor">From this score on its supervisor should.</param>
public sealed record RiskLimits(int Secondary, int Supervisor)
{
    public const string Id = "RISK";
    private const string SecondaryName = "secondary";
    private const string SupervisorName = "supervisor";

    public static IReadOnlyList<RuleThreshold> Thresholds { get; } = [new(SecondaryName, 40, 1, 1000), new(SupervisorName, 80, 1, 1000)];

    /// <summary>
    /// The refusal for limits of which none would ever hold; null when both can. They are set together: of one that came alone nobody can say whether
    /// it stays below the other, in every territory and on every later day.
    /// </summary>
    public static Refusal? Wrong(IReadOnlyList<ThresholdValue> values)
    {
        // Of a name said twice the later one counts, as where they are stored.
        var (secondary, supervisor) = (values.LastOrDefault(one => one.Name == SecondaryName), values.LastOrDefault(one => one.Name == SupervisorName));
        if (secondary is null || supervisor is null)
            return RuleSettingRefusals.LimitsApart with { Details = [secondary is null ? SecondaryName : SupervisorName] };
        return secondary.Value >= supervisor.Value ? RuleSettingRefusals.LimitsCrossed : null;
    }

    internal static RiskLimits Of(IReadOnlyDictionary<string, int> values) => new(values[SecondaryName], values[SupervisorName]);

    public RiskAdvice Advice(int score) =>
        score >= Supervisor ? RiskAdvice.Supervisor : score >= Secondary ? RiskAdvice.Secondary : RiskAdvice.None;
}

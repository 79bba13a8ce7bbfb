using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts;

public sealed record ProposeRuleThreshold(RuleThresholdProposed Fact) : RuleSettingCommand
{
    /// <summary>The refusal for values that were not declared or lie outside of their range; null when there is none.</summary>
    public static Refusal? Wrong(IEnumerable<RuleThreshold> thresholds, IReadOnlyList<ThresholdValue> values)
    {
        var declared = thresholds.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var unknown = Input.Places("values", values, value => !declared.ContainsKey(value.Name));
        if (unknown.Length > 0)
            return RuleSettingRefusals.UnknownThreshold with { Details = unknown };
        string[] outside = [.. values.Where(value => value.Value < declared[value.Name].Least || value.Value > declared[value.Name].Most).Select(value => value.Name)];
        return outside.Length > 0 ? RuleSettingRefusals.OutOfRange with { Details = outside } : null;
    }
}

public static partial class RuleSettingDecider
{
    /// <summary>The first of two officers. Nothing changes until the second one confirms.</summary>
    public static Decision<RuleSettingEvent> Decide(RuleSetting setting, ProposeRuleThreshold command, Envelope envelope)
    {
        var fact = command.Fact;
        return setting switch
        {
            { Proposal: { } before } => Input.SameBody(before, fact) ? Unchanged.Value : RuleSettingRefusals.Exists,
            _ when AlertRules.SettableOf(fact.Rule) is null => RuleSettingRefusals.UnknownRule with { Details = ["rule"] },
            _ when Input.Empty("values", fact.Values) is { } empty => empty,
            _ when ProposeRuleThreshold.Wrong(AlertRules.SettableOf(fact.Rule)!, fact.Values) is { } wrong => wrong,
            _ when fact.Rule == RiskLimits.Id && RiskLimits.Wrong(fact.Values) is { } wrong => wrong,
            _ when fact.Territory is { } place && Places.Missing(place) is { } unknown => unknown,
            _ when fact.From < envelope.Day => RuleSettingRefusals.FromPast,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ => fact,
        };
    }
}

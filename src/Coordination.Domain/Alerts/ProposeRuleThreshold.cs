using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts;

public sealed record ProposeRuleThreshold(RuleThresholdProposed Fact) : RuleSettingCommand
{
    /// <summary>The refusal for values that the rule cannot be judged by; null when it can.</summary>
    public static Refusal? Wrong(IAlertRule rule, IReadOnlyList<ThresholdValue> values)
    {
        var declared = RuleValues.AllOf(rule).ToDictionary(one => one.Name, StringComparer.Ordinal);
        string[] unknown = [.. values.Select(value => value.Name).Where(name => !declared.ContainsKey(name))];
        if (unknown.Length > 0)
            return RuleSettingRefusals.UnknownThreshold with { Details = [.. unknown] };
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
            _ when AlertRules.Find(fact.Rule) is null => RuleSettingRefusals.UnknownRule with { Details = [fact.Rule] },
            _ when Input.Empty("values", fact.Values) is { } empty => empty,
            _ when ProposeRuleThreshold.Wrong(AlertRules.Find(fact.Rule)!, fact.Values) is { } wrong => wrong,
            _ when fact.Territory is { } place && Places.Missing(place) is { } unknown => unknown,
            _ when fact.From < envelope.Day => RuleSettingRefusals.FromPast,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ => fact,
        };
    }
}

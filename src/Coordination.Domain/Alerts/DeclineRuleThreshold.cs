using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public sealed record DeclineRuleThreshold(RuleThresholdDeclined Fact) : RuleSettingCommand;

public static partial class RuleSettingDecider
{
    /// <summary>Also by who proposed it: to take a wish back needs nobody else.</summary>
    public static Decision<RuleSettingEvent> Decide(RuleSetting setting, DeclineRuleThreshold command, Envelope envelope) => setting switch
    {
        { Proposal: null } => RuleSettingRefusals.Unknown,
        { Status: RuleSettingStatus.Declined } => Unchanged.Value,
        { Status: RuleSettingStatus.Changed } => RuleSettingRefusals.Decided,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}

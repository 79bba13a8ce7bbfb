using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts;

/// <summary>A wish about the thresholds of a rule; carries the fact that it asks to record.</summary>
public abstract record RuleSettingCommand;

public static partial class RuleSettingDecider
{
    public static StreamKind<RuleSetting, RuleSettingEvent, RuleSettingCommand> Kind { get; } =
        new("rule_setting", RuleSetting.None, RuleSetting.Evolve, Decide, CommandFor, readers: _ => [Audiences.Agency(Agencies.TaskForce)]);

    public static Decision<RuleSettingEvent> Decide(RuleSetting setting, RuleSettingCommand command, Envelope envelope) => command switch
    {
        ProposeRuleThreshold c => Decide(setting, c, envelope),
        ConfirmRuleThreshold c => Decide(setting, c, envelope),
        DeclineRuleThreshold c => Decide(setting, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static RuleSettingCommand CommandFor(RuleSettingEvent fact) => fact switch
    {
        RuleThresholdProposed e => new ProposeRuleThreshold(e),
        RuleThresholdChanged e => new ConfirmRuleThreshold(e),
        RuleThresholdDeclined e => new DeclineRuleThreshold(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public sealed record ConfirmRuleThreshold(RuleThresholdChanged Fact) : RuleSettingCommand;

public static partial class RuleSettingDecider
{
    public static Decision<RuleSettingEvent> Decide(RuleSetting setting, ConfirmRuleThreshold command, Envelope envelope) => setting switch
    {
        { Proposal: null } => RuleSettingRefusals.Unknown,
        { Status: RuleSettingStatus.Changed } => Unchanged.Value,
        { Status: RuleSettingStatus.Declined } => RuleSettingRefusals.Decided,
        _ when setting.By == envelope.By.Id => RuleSettingRefusals.SamePerson,
        { Proposal: { } proposal } => command.Fact with
        {
            Rule = proposal.Rule, Values = proposal.Values, From = proposal.From, Territory = proposal.Territory,
        },
    };
}

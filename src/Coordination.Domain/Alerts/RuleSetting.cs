using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public enum RuleSettingStatus
{
    None,
    Proposed,
    Changed,
    Declined,
}

/// <summary>One change of thresholds on its way through two pairs of hands.</summary>
public sealed record RuleSetting
{
    public static RuleSetting None { get; } = new();

    public RuleSettingStatus Status { get; private init; }

    public RuleThresholdProposed? Proposal { get; private init; }

    /// <summary>Login of who proposed it.</summary>
    public string By { get; private init; } = "";

    public static RuleSetting Evolve(RuleSetting setting, RuleSettingEvent happened, Envelope envelope) => happened switch
    {
        RuleThresholdProposed e => setting with { Status = RuleSettingStatus.Proposed, Proposal = e, By = envelope.By.Id },
        RuleThresholdChanged => setting with { Status = RuleSettingStatus.Changed },
        RuleThresholdDeclined => setting with { Status = RuleSettingStatus.Declined },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a rule setting."),
    };
}

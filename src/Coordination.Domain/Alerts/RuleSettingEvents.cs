using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>
/// Stream <c>rule_setting</c>: one wish to judge or weigh a rule by other numbers, or to hold risk scores against others, and what a second officer said to it. Stored forever: add a V2, never edit.
/// </summary>
public abstract record RuleSettingEvent;

/// <param name="Rule">Id of the rule, such as <c>R11</c>; <c>RISK</c> for the limits of the risk score.</param>
/// <param name="Values">Those that change; the others stay.</param>
/// <param name="From">First day that they hold for.</param>
/// <param name="Reason">Why, such as what the monthly review of precision found.</param>
/// <param name="Territory">Kemendagri or checkpoint code that they hold in; null for the whole country.</param>
[EventName("rule_threshold_proposed")]
public sealed record RuleThresholdProposed(
    string Rule, IReadOnlyList<ThresholdValue> Values, DateOnly From, [Narrative] string Reason, string? Territory = null) : RuleSettingEvent;

/// <summary>By a second officer. From its place in the log on, whoever judges knows it, so that a rebuild finds the same.</summary>
/// <param name="Rule">As proposed, like all that follows; filled in with the decision, so that this event alone says what changed.</param>
[EventName("rule_threshold_changed")]
public sealed record RuleThresholdChanged(
    [Narrative] string? Note = null, string? Rule = null, IReadOnlyList<ThresholdValue>? Values = null, DateOnly? From = null, string? Territory = null)
    : RuleSettingEvent;

[EventName("rule_threshold_declined")]
public sealed record RuleThresholdDeclined([Narrative] string Reason) : RuleSettingEvent;

/// <param name="Name">Name of the threshold, such as <c>days</c>.</param>
public sealed record ThresholdValue(string Name, int Value);

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public static class RuleSettingRefusals
{
    public static readonly Refusal Unknown = new("rule_setting.unknown", "There is no such proposal.", RefusalKind.NotFound);

    public static readonly Refusal UnknownRule = new("rule_setting.unknown_rule", "There is no such rule.", RefusalKind.Invalid);

    public static readonly Refusal UnknownThreshold = new("rule_setting.unknown_threshold", "The rule has no such threshold.", RefusalKind.Invalid);

    public static readonly Refusal OutOfRange = new("rule_setting.out_of_range", "The value lies outside of what makes sense for this threshold.", RefusalKind.Invalid);

    public static readonly Refusal LimitsApart = new("rule_setting.limits_apart", "Both limits of the risk score are set together.", RefusalKind.Invalid);

    public static readonly Refusal LimitsCrossed =
        new("rule_setting.limits_crossed", "The limit for the second line lies below that for its supervisor.", RefusalKind.Invalid);

    public static readonly Refusal FromPast = new("rule_setting.from_past", "Thresholds change from today on or later.", RefusalKind.Invalid);

    public static readonly Refusal Exists = new("rule_setting.exists", "Something else was proposed under this id.");

    public static readonly Refusal SamePerson = new("rule_setting.same_person", "Somebody else must confirm.", RefusalKind.Forbidden);

    public static readonly Refusal Decided = new("rule_setting.decided", "It was decided otherwise before; propose anew.");
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Alerts;

public sealed class RuleSettingTests
{
    private static readonly Officer First = new("satgas.satu", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R);
    private static readonly Officer Second = First with { Id = "satgas.dua" };
    private static readonly RuleThresholdProposed Proposed = new("R01", [new("count", 4)], MondaysDate, "Tinjauan bulanan", "53");
    private static readonly RuleThresholdChanged Changed = new("Setuju");
    private static readonly RuleThresholdDeclined Declined = new("Belum cukup lama");

    private static Story<RuleSetting, RuleSettingEvent, RuleSettingCommand> Nothing => Story.Of(RuleSettingDecider.Kind);

    private static Story<RuleSetting, RuleSettingEvent, RuleSettingCommand> Waiting => Nothing.Given(First, Monday, Proposed);

    [Fact]
    public void A_change_is_proposed_and_proposing_it_twice_changes_nothing()
    {
        Nothing.When(First, Monday, Proposed).Then(Proposed);
        Waiting.When(First, Monday, Proposed).ThenNothing();
        Waiting.When(First, Monday, Proposed with { Territory = null }).ThenRefused(RuleSettingRefusals.Exists);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Nothing.When(First, Monday, Proposed with { Rule = "R99" }).ThenRefused(RuleSettingRefusals.UnknownRule, "rule");
        Nothing.When(First, Monday, Proposed with { Values = [] }).ThenRefused(InputRefusals.Empty, "values");
        Nothing.When(First, Monday, Proposed with { Values = [new("weeks", 4)] })
            .ThenRefused(RuleSettingRefusals.UnknownThreshold, "values[0]");
        Nothing.When(First, Monday, Proposed with { Values = [new("count", 0)] }).ThenRefused(RuleSettingRefusals.OutOfRange, "count");
        Nothing.When(First, Monday, Proposed with { Territory = "99" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Nothing.When(First, Monday, Proposed with { From = MondaysDate.AddDays(-1) }).ThenRefused(RuleSettingRefusals.FromPast);
        Nothing.When(First, Monday, Proposed with { Reason = " " }).ThenRefused(InputRefusals.Blank, "reason");
    }

    [Fact]
    public void The_weight_of_a_rule_is_set_like_its_thresholds()
    {
        var weight = Proposed with { Values = [new("weight", 0)] };
        Nothing.When(First, Monday, weight).Then(weight);
        Nothing.When(First, Monday, Proposed with { Values = [new("weight", -1)] }).ThenRefused(RuleSettingRefusals.OutOfRange, "weight");
        Nothing.When(First, Monday, Proposed with { Values = [new("weight", 201)] }).ThenRefused(RuleSettingRefusals.OutOfRange, "weight");
    }

    [Fact]
    public void The_limits_of_the_risk_score_are_set_together_and_in_their_order()
    {
        var limits = Proposed with { Rule = "RISK", Values = [new("secondary", 30), new("supervisor", 60)] };
        Nothing.When(First, Monday, limits).Then(limits);
        Nothing.When(First, Monday, limits with { Values = [new("secondary", 30)] }).ThenRefused(RuleSettingRefusals.LimitsApart, "supervisor");
        Nothing.When(First, Monday, limits with { Values = [new("supervisor", 30)] }).ThenRefused(RuleSettingRefusals.LimitsApart, "secondary");
        Nothing.When(First, Monday, limits with { Values = [new("secondary", 60), new("supervisor", 60)] }).ThenRefused(RuleSettingRefusals.LimitsCrossed);
        Nothing.When(First, Monday, limits with { Values = [.. limits.Values, new("secondary", 61)] }).ThenRefused(RuleSettingRefusals.LimitsCrossed);
        Nothing.When(First, Monday, limits with { Values = [new("secondary", 0), new("supervisor", 60)] }).ThenRefused(RuleSettingRefusals.OutOfRange, "secondary");
        Nothing.When(First, Monday, limits with { Values = [new("weight", 5)] })
            .ThenRefused(RuleSettingRefusals.UnknownThreshold, "values[0]");
    }

    [Fact]
    public void A_second_officer_confirms_what_was_proposed_word_for_word()
    {
        var told = Changed with { Rule = "R01", Values = Proposed.Values, From = Proposed.From, Territory = "53" };
        Waiting.When(Second, Tuesday, Changed with { Rule = "R02" }).Then(told);
        Waiting.When(First, Tuesday, Changed).ThenRefused(RuleSettingRefusals.SamePerson);
        Waiting.Given(Second, Tuesday, told).When(Second, Tuesday, Changed).ThenNothing();
        Nothing.When(Second, Tuesday, Changed).ThenRefused(RuleSettingRefusals.Unknown);
        Waiting.Given(Second, Tuesday, Declined).When(Second, Tuesday, Changed).ThenRefused(RuleSettingRefusals.Decided);
    }

    [Fact]
    public void It_is_declined_with_a_reason_also_by_who_proposed_it()
    {
        Waiting.When(Second, Tuesday, Declined).Then(Declined);
        Waiting.When(First, Tuesday, Declined).Then(Declined);
        Waiting.Given(Second, Tuesday, Declined).When(Second, Tuesday, Declined).ThenNothing();
        Waiting.When(Second, Tuesday, Declined with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Second, Tuesday, Declined).ThenRefused(RuleSettingRefusals.Unknown);
        Waiting.Given(Second, Tuesday, Changed).When(Second, Tuesday, Declined).ThenRefused(RuleSettingRefusals.Decided);
    }
}

using Coordination.Domain.Alerts.Rules;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class RuleBookTests
{
    private static readonly IAlertRule Rule = AlertRules.Find("R01")!;
    private static readonly DateOnly March = new(2026, 3, 1);

    private static RuleBook Book(params (string? Territory, DateOnly From, int Count)[] changes)
    {
        var book = new RuleBook();
        foreach (var ((territory, from, count), position) in changes.Select((change, at) => (change, at)))
            book.Add(new("R01", territory, from, new Dictionary<string, int>(StringComparer.Ordinal) { ["count"] = count }, position));
        return book;
    }

    [Fact]
    public void Nothing_changed_is_what_the_rule_was_written_with() => Book().For(Rule, "53.04", March)["count"].ShouldBe(3);

    [Fact]
    public void A_change_holds_from_its_day_on()
    {
        var book = Book((null, March, 5));
        book.For(Rule, null, March.AddDays(-1))["count"].ShouldBe(3);
        book.For(Rule, null, March)["count"].ShouldBe(5);
    }

    [Fact]
    public void The_nearest_territory_counts_and_a_checkpoint_lies_in_its_regency()
    {
        var book = Book((null, March, 5), ("21", March, 6), ("21.71", March, 7), ("TPI-SEKUPANG", March, 8));
        book.For(Rule, "53.04", March)["count"].ShouldBe(5);
        book.For(Rule, "21.02", March)["count"].ShouldBe(6);
        book.For(Rule, "21.71.05", March)["count"].ShouldBe(7);
        book.For(Rule, "TPI-BATAM-CENTER", March)["count"].ShouldBe(7);
        book.For(Rule, "TPI-SEKUPANG", March)["count"].ShouldBe(8);
    }

    [Fact]
    public void The_later_day_counts_and_of_one_day_the_later_record()
    {
        Book((null, March, 5), (null, March.AddDays(-9), 9)).For(Rule, null, March)["count"].ShouldBe(5);
        Book((null, March, 5), (null, March, 9)).For(Rule, null, March)["count"].ShouldBe(9);
    }

    [Fact]
    public void Every_threshold_has_a_range_that_its_default_lies_in() => AlertRules.InForce.Select(rule => rule.Id).Append(RiskLimits.Id)
        .SelectMany(id => AlertRules.SettableOf(id)!)
        .Where(one => one.Default < one.Least || one.Default > one.Most).ShouldBeEmpty();

    [Fact]
    public void Ids_of_rules_are_one_each() => AlertRules.InForce.Select(rule => rule.Id).ShouldBeUnique();
}

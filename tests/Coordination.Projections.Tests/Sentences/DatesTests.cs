using Coordination.Domain.Alerts.Rules;
using Shouldly;
using Xunit;

namespace Coordination.Projections.Tests.Sentences;

/// <summary>Days and moments in what people read.</summary>
public sealed class DatesTests
{
    private const string Due = "2026-03-04T23:30:00Z";

    [Fact]
    public void A_day_is_written_as_readers_of_each_language_write_it()
    {
        Dates.Id(new DateOnly(2026, 3, 5)).ShouldBe("5 Maret 2026");
        Dates.En(new DateOnly(2026, 3, 5)).ShouldBe("5 March 2026");
        Dates.Id(null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null, "5 Maret 2026 06.30 WIB", "5 March 2026 06:30 WIB")]
    [InlineData("TPI-SEKUPANG", "KANIM-ATAMBUA", "5 Maret 2026 06.30 WIB", "5 March 2026 06:30 WIB")]
    [InlineData("53.21", null, "5 Maret 2026 07.30 WITA", "5 March 2026 07:30 WITA")]
    [InlineData(null, "KANIM-ATAMBUA", "5 Maret 2026 07.30 WITA", "5 March 2026 07:30 WITA")]
    [InlineData("94.01", null, "5 Maret 2026 08.30 WIT", "5 March 2026 08:30 WIT")]
    [InlineData("?", "UNIT-LAIN", "5 Maret 2026 06.30 WIB", "5 March 2026 06:30 WIB")]
    public void A_moment_is_told_in_the_zone_of_its_place_or_unit_and_else_in_WIB(string? place, string? unit, string id, string en)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["due"] = Due, ["step"] = "review", ["number"] = "1" };
        if (place is not null)
            facts["place"] = place;
        if (unit is not null)
            facts["unit"] = unit;
        var said = AlertSentences.Raised(AlertCodes.JobAd, facts, []);
        said.Id.ShouldEndWith($"tenggat {id}.");
        said.En.ShouldEndWith($"due {en}.");
        AlertFacts.Of(facts)[^1].Value.ShouldBe(new Wording(id, en));
    }

    [Fact]
    public void A_day_among_the_facts_of_an_alert_is_written_out() => AlertFacts.Value(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["until"] = "2026-03-05" }, "until").ShouldBe(new("5 Maret 2026", "5 March 2026"));
}

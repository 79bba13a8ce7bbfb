using Coordination.Domain.Reference;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Pages;

public sealed class PlaceTimeTests
{
    private static readonly DateTimeOffset FiveMinutesPastMidnightUtc = new(2026, 2, 9, 0, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_moment_is_written_as_people_write_it_with_the_zone_of_the_place()
    {
        Texts.Indonesian.Moment(FiveMinutesPastMidnightUtc, Places.ZoneOf("TPI-SEKUPANG")).ShouldBe("9 Februari 2026 07.05 WIB");
        Texts.Indonesian.Moment(FiveMinutesPastMidnightUtc, Places.ZoneOf("53.21")).ShouldBe("9 Februari 2026 08.05 WITA");
        Texts.English.Moment(FiveMinutesPastMidnightUtc, Places.ZoneOf("91.71")).ShouldBe("9 February 2026 09:05 WIT");
    }

    [Fact]
    public void A_day_is_that_of_the_place_where_it_happened() =>
        Texts.Indonesian.Day(FiveMinutesPastMidnightUtc.AddHours(16), Places.ZoneOf("53.21")).ShouldBe("Selasa, 10 Februari 2026 · WITA");

    [Theory]
    [InlineData(0, "kurang dari satu menit")]
    [InlineData(45, "45 menit")]
    [InlineData(105, "1 jam 45 menit")]
    [InlineData(1440, "1 hari")]
    [InlineData(3060, "2 hari 3 jam")]
    public void A_duration_is_said_in_its_two_largest_units(int minutes, string said) =>
        Texts.Indonesian.Duration(TimeSpan.FromMinutes(minutes)).ShouldBe(said);

    [Fact]
    public void English_has_its_plural() => Texts.English.Duration(TimeSpan.FromMinutes(61)).ShouldBe("1 hour 1 minute");

    [Theory]
    [InlineData("/kasus/1?a=b", "/kasus/1?a=b")]
    [InlineData("//evil.example", "/meja")]
    [InlineData("/\\evil.example", "/meja")]
    [InlineData("https://evil.example", "/meja")]
    [InlineData("/a\nb", "/meja")]
    [InlineData("", "/meja")]
    [InlineData(null, "/meja")]
    public void A_return_address_never_leads_away(string? wanted, string path) => LocalPath.Or(wanted, "/meja").ShouldBe(path);

    [Theory]
    [InlineData("UU-6-2011:16", "UU 6/2011 Ps 16")]
    [InlineData("PERPRES-69-2008", "PERPRES 69/2008")]
    [InlineData("MOU-POLRI-IMIPAS-2025", "MOU-POLRI-IMIPAS-2025")]
    public void A_law_is_cited_as_people_cite_it(string citation, string said) => CodeNames.Law(citation).ShouldBe(said);

    [Fact]
    public void A_unit_is_called_by_its_name() => CodeNames.Unit("KANIM-BATAM").ShouldBe("Kanim Batam");
}

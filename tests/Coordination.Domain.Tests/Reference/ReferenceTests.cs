using Coordination.Domain.Reference;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Reference;

public sealed class ReferenceTests
{
    public static TheoryData<string, string> Accounts => new()
    {
        { "IMIGRASI", "KANIM-ATAMBUA" }, { "IMIGRASI", "KANIM-KUPANG" }, { "IMIGRASI", "KANIM-BATAM" }, { "BP3MI", "BP3MI-NTT" },
        { "BP3MI", "BP3MI-KEPRI" }, { "POLRI", "POLRESTA-BARELANG" }, { "PEMDA-KAB", "PEMDA-MALAKA" }, { "SATGAS", "SEKRETARIAT" },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public void The_units_of_the_demo_exist(string agency, string unit) => Units.Missing(agency, unit).ShouldBeNull();

    [Fact]
    public void Every_unit_belongs_to_an_agency_sits_at_a_place_and_has_a_desk()
    {
        Units.All.Where(unit => Agencies.Find(unit.Agency) is null).ShouldBeEmpty();
        Units.All.Where(unit => unit.Place is null || Places.Missing(unit.Place) is not null).ShouldBeEmpty();
        Units.All.Where(unit => unit.Desks.Count == 0).ShouldBeEmpty();
        Units.All.Where(unit => unit.Parent is { } parent && Units.Find(unit.Agency, parent) is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-18", false)]
    [InlineData("2026-03-19", false)]
    [InlineData("2026-03-21", false)]
    [InlineData("2026-03-25", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("2027-08-17", false)]
    [InlineData("2027-08-18", true)]
    public void Offices_are_closed_on_feasts_and_collective_leave_and_in_a_year_without_decree_on_those_of_every_year(string day, bool open) =>
        WorkingCalendar.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(open);

    [Theory]
    [InlineData("2026-09-30", null)]
    [InlineData("2026-10-01", 2027)]
    [InlineData("2027-02-01", 2027)]
    public void The_holidays_of_the_next_year_are_missed_from_October_on(string day, int? missing) =>
        Holidays.MissingOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(missing);

    [Fact]
    public void Every_decree_lists_days_of_its_year_once()
    {
        Holidays.Years.SelectMany(year => year.Days.Where(holiday => holiday.Day.Year != year.Year)).ShouldBeEmpty();
        Holidays.Years.ShouldAllBe(year => year.Days.Select(holiday => holiday.Day).Distinct().Count() == year.Days.Count);
    }

    [Fact]
    public void A_checkpoint_is_open_from_its_first_day_to_its_last()
    {
        var closed = Checkpoints.Find("TPI-SEKUPANG")! with { From = new(2025, 1, 1), Until = new(2026, 1, 31) };
        new[] { new DateOnly(2024, 12, 31), new(2025, 1, 1), new(2026, 1, 31), new(2026, 2, 1) }.Select(closed.IsOpenOn).ShouldBe([false, true, true, false]);
        Checkpoints.IsOpen("TPI-SEKUPANG", new(2026, 2, 2)).ShouldBeTrue();
        Checkpoints.IsOpen("TPI-SEKUPANG", new(2020, 2, 2)).ShouldBeFalse();
        Checkpoints.IsOpen("TPI-KARANGAN", new(2026, 2, 2)).ShouldBeFalse();
    }

    [Fact]
    public void A_checkpoint_and_its_kanim_are_one_office()
    {
        Units.SameOffice("IMIGRASI", "TPI-SEKUPANG", "KANIM-BATAM").ShouldBeTrue();
        Units.SameOffice("IMIGRASI", "TPI-SEKUPANG", "TPI-BATAM-CENTER").ShouldBeTrue();
        Units.SameOffice("IMIGRASI", "TPI-SEKUPANG", "KANIM-KUPANG").ShouldBeFalse();
    }

    [Theory]
    [InlineData("53", true)]
    [InlineData("53.21", true)]
    [InlineData("53.21.01.2001", true)]
    [InlineData("TPI-MOTAMASIN", true)]
    [InlineData("99", false)]
    [InlineData("53.2", false)]
    [InlineData("5321", false)]
    [InlineData("TPI-BULAN", false)]
    [InlineData("", false)]
    public void A_place_has_a_code_of_the_ministry_or_of_a_checkpoint(string place, bool exists) =>
        (Places.Missing(place) is null).ShouldBe(exists);

    [Theory]
    [InlineData("TPI-SEKUPANG", "WIB", 7)]
    [InlineData("53.21", "WITA", 8)]
    [InlineData("TPI-SKOUW", "WIT", 9)]
    [InlineData(null, "WIB", 7)]
    public void People_live_by_the_time_of_their_place(string? place, string abbreviation, int hours) =>
        Places.ZoneOf(place).ShouldBe(new TimeZoneOf(abbreviation, TimeSpan.FromHours(hours)));

    [Fact]
    public void The_country_has_38_provinces() => Places.Provinces.Count.ShouldBe(38);

    [Theory]
    [InlineData("UU-20-2025", "2026-01-01", false)]
    [InlineData("UU-20-2025", "2026-01-02", true)]
    [InlineData("UU-8-1981", "2026-01-01", true)]
    [InlineData("UU-8-1981", "2026-01-02", false)]
    [InlineData("UU-6-2011:16", "2026-02-02", true)]
    public void A_law_is_in_force_on_its_days(string citation, string day, bool inForce) =>
        LegalBases.Find(citation)!.InForceOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(inForce);

    [Theory]
    [InlineData("UU 6/2011 Ps 16", "UU-6-2011:16")]
    [InlineData("UU No. 6/2011 pasal 16", "UU-6-2011:16")]
    [InlineData("uu-6-2011:16", "UU-6-2011:16")]
    [InlineData("UU 21/2007", "UU-21-2007")]
    [InlineData("Permenimipas 2/2025 Ps 53", "PERMENIMIPAS-2-2025:53")]
    [InlineData("PERPRES-69-2008", "PERPRES-69-2008")]
    [InlineData("MOU-POLRI-IMIPAS-2025", "MOU-POLRI-IMIPAS-2025")]
    [InlineData("kebiasaan", "KEBIASAAN")]
    public void A_citation_has_one_spelling(string written, string normal) => LegalBases.Normal(written).ShouldBe(normal);

    [Fact]
    public void Every_basis_of_the_matrix_is_in_the_reference_data_in_its_one_spelling()
    {
        var bases = AuthorityMatrix.Rows.SelectMany(row => row.Bases).Distinct(StringComparer.Ordinal).ToList();
        bases.Where(basis => LegalBases.Find(basis) is null || LegalBases.Normal(basis) != basis).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_has_a_basis_in_force_today_and_under_the_former_code() =>
        AuthorityMatrix.Rows.Where(row => new[] { new DateOnly(2025, 6, 1), new DateOnly(2026, 2, 2) }
            .Any(day => !row.Bases.Any(basis => LegalBases.Find(basis)!.InForceOn(day)))).ShouldBeEmpty();
}

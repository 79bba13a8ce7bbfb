using Coordination.Domain.Reference;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Reference;

public sealed class SuperiorsTests
{
    private static readonly DateOnly Today = new(2026, 2, 2);

    [Theory]
    [InlineData("IMIGRASI", "TPI-SEKUPANG", 1, "KANIM-BATAM")]
    [InlineData("IMIGRASI", "TPI-SEKUPANG", 2, "KANWIL-IMIGRASI-KEPRI")]
    [InlineData("IMIGRASI", "KANIM-KUPANG", 1, "")]
    [InlineData("IMIGRASI", "KANIM-KUPANG", 2, "KANWIL-IMIGRASI-NTT")]
    [InlineData("IMIGRASI", "KANIM-KUPANG", 3, "DITJEN-IMIGRASI")]
    [InlineData("POLRI", "POLRES-INDRAMAYU", 2, "POLDA-JABAR")]
    [InlineData("POLRI", "POLRES-BELU", 3, "BARESKRIM")]
    [InlineData("BP3MI", "BP3MI-NTT", 2, "")]
    [InlineData("BP3MI", "BP3MI-NTT", 3, "KP2MI-PUSAT")]
    [InlineData("PEMDA-KAB", "PEMDA-MALAKA", 2, "PEMPROV-NTT")]
    [InlineData("DESA", "DESA-FIKTIF-MALAKA", 1, "PEMDA-MALAKA")]
    [InlineData("LSM", "LSM-FIKTIF-NTT", 3, "")]
    [InlineData("POLRI", "POLDA-BULAN", 2, "")]
    [InlineData("POLRI", null, 3, "BARESKRIM")]
    public void Every_level_is_above_the_one_before(string agency, string? unit, int level, string above) =>
        string.Join(' ', Superiors.Of(agency, unit, level, Today).Select(one => one.Code)).ShouldBe(above);

    [Fact]
    public void Before_the_directorate_general_had_regional_offices_none_was_above_a_kanim() =>
        Superiors.Of("IMIGRASI", "KANIM-KUPANG", 2, new(2024, 12, 31)).ShouldBeEmpty();

    [Fact]
    public void Every_kanim_but_that_of_a_province_without_one_has_a_regional_office() => Units.All
        .Where(unit => unit.Code.StartsWith("KANIM-", StringComparison.Ordinal) && !Superiors.Of("IMIGRASI", unit.Code, 2, Today).Any())
        .Select(unit => unit.Code).ShouldBe(["KANIM-MERAUKE"]);

    [Fact]
    public void Links_name_agencies_that_there_are() =>
        Superiors.All.SelectMany(link => new[] { link.Agency, link.Above }).Where(agency => Agencies.Find(agency) is null).ShouldBeEmpty();
}

using Coordination.Domain.Reference;
using Coordination.Host.Reference;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Reference;

/// <summary>The areas as the decree counts them.</summary>
public sealed class AreasTests
{
    private static readonly Areas All = new();

    [Fact]
    public void Every_area_of_the_decree_is_there()
    {
        var provinces = All.Within(null);
        var regencies = provinces.SelectMany(province => All.Within(province.Code)).ToList();
        var districts = regencies.SelectMany(regency => All.Within(regency.Code)).ToList();
        (provinces.Count, regencies.Count, districts.Count, districts.Sum(district => All.Within(district.Code).Count)).ShouldBe((38, 514, 7285, 83762));
        provinces.Select(province => province.Code).ShouldBe(Places.Provinces.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("53.21.01", "Malaka Tengah", "district")]
    [InlineData("12.07.28.1007", "Lubuk Pakam I,II", "village")]
    [InlineData("35.13.15.2017", "Soka\"an", "village")]
    public void An_area_is_found_by_its_code(string code, string name, string level) => All.Find(code).ShouldBe(new Area(code, name, level));

    [Theory]
    [InlineData("99")]
    [InlineData("53.99")]
    [InlineData("53.21.0")]
    [InlineData("TPI-SEKUPANG")]
    public void What_the_decree_does_not_know_is_not_found(string code) => All.Find(code).ShouldBeNull();

    [Fact]
    public void An_area_lies_in_its_regency_and_province() =>
        All.PathOf("53.21.01").Select(area => area.Code).ShouldBe(["53", "53.21", "53.21.01"]);

    [Fact]
    public void The_regencies_that_reference_data_name_exist() =>
        Checkpoints.All.Select(checkpoint => checkpoint.Regency).Concat(Crossings.Informal.Select(point => point.Place)).Where(code => All.Find(code) is null).ShouldBeEmpty();
}

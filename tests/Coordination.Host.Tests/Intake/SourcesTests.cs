using Coordination.Domain.Kernel;
using Coordination.Host.Intake;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Intake;

public sealed class SourcesTests
{
    private static readonly Officer Batam = new("imigrasi.batam", "IMIGRASI", "KANIM-BATAM", OfficerRole.Officer, Level.R);

    [Theory]
    [InlineData("/imigrasi/kanim-batam", "KANIM-BATAM")]
    [InlineData("/imigrasi/batam", "KANIM-BATAM")]
    [InlineData("/IMIGRASI/TPI-SEKUPANG", "TPI-SEKUPANG")]
    [InlineData("imigrasi/batam-center", "TPI-BATAM-CENTER")]
    public void Own_units_are_found_by_code_and_by_name(string source, string unit) => Sources.Resolve(source, Batam)!.Unit.ShouldBe(unit);

    [Theory]
    [InlineData("/imigrasi/kupang")]
    [InlineData("/polri/barelang")]
    [InlineData("/imigrasi")]
    [InlineData("/imigrasi/batam/counter")]
    [InlineData("https://contoh.id/imigrasi/batam")]
    public void Others_cannot_be_spoken_for(string source) => Sources.Resolve(source, Batam).ShouldBeNull();

    [Fact]
    public void A_regency_may_leave_its_kind_out() =>
        Sources.Resolve("/pemda/malaka", new Officer("pemda.malaka", "PEMDA-KAB", "PEMDA-MALAKA", OfficerRole.Officer, Level.T))!.Unit.ShouldBe("PEMDA-MALAKA");
}

using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Kernel;

/// <summary>The whole truth: every level of an item against every clearance, for who is addressed and who is not.</summary>
public sealed class VisibilityTests
{
    private static readonly Officer Reader = new("polri.barelang", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.B);

    [Theory]
    [InlineData("BBBB", "FEEN")] // clearance per line; what it sees of B, T, R, SR when addressed
    [InlineData("TTTT", "FFEN")]
    [InlineData("RRRR", "FFFN")]
    [InlineData("SSSS", "FFFF")]
    public void Who_is_addressed_sees_up_to_the_own_clearance_and_knows_of_more_but_not_of_top_secret(string clearance, string sees)
    {
        var level = clearance[0] switch { 'B' => Level.B, 'T' => Level.T, 'R' => Level.R, _ => Level.SR };
        var viewer = Viewer.Of(Reader with { Clearance = level });
        foreach (var (item, sight) in Enum.GetValues<Level>().Zip(sees))
            Visibility.Of(viewer, Marking.Of(item, "agency:POLRI"), "IMIGRASI").ShouldBe(Sight(sight), $"{level} on {item}");
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("agency:POLRI", true)]
    [InlineData("agency:BP3MI", false)]
    [InlineData("unit:POLRI/POLRESTA-BARELANG", true)]
    [InlineData("unit:POLRI/POLRES-BELU", false)]
    [InlineData("unit:BP3MI/POLRESTA-BARELANG", false)]
    [InlineData("officer:polri.barelang", true)]
    [InlineData("officer:polri.belu", false)]
    [InlineData("members", false)]
    [InlineData("POLRI", false)]
    [InlineData("", false)]
    public void Only_who_belongs_to_a_group_of_the_audience_is_addressed(string group, bool addressed) =>
        Visibility.Of(Viewer.Of(Reader), Marking.Of(Level.B, group), "IMIGRASI").ShouldBe(addressed ? Domain.Kernel.Sight.Full : Domain.Kernel.Sight.Nothing);

    [Fact]
    public void Members_are_addressed_inside_a_case_that_they_may_open() =>
        Visibility.Of(Viewer.Of(Reader).InCase(), Marking.Of(Level.B, Audiences.CaseMembers), "IMIGRASI").ShouldBe(Domain.Kernel.Sight.Full);

    [Fact]
    public void Nobody_is_addressed_by_an_empty_audience() =>
        Visibility.Of(Viewer.Of(Reader).InCase(), Marking.Of(Level.B), "IMIGRASI").ShouldBe(Domain.Kernel.Sight.Nothing);

    [Fact]
    public void The_originator_is_always_addressed_but_not_above_the_own_clearance()
    {
        Visibility.Of(Viewer.Of(Reader), Marking.Of(Level.B), "POLRI").ShouldBe(Domain.Kernel.Sight.Full);
        Visibility.Of(Viewer.Of(Reader), Marking.Of(Level.R), "POLRI").ShouldBe(Domain.Kernel.Sight.Existence);
        Visibility.Of(Viewer.Of(Reader), Marking.Of(Level.SR), "POLRI").ShouldBe(Domain.Kernel.Sight.Nothing);
    }

    private static Sight Sight(char letter) => letter switch
    {
        'F' => Domain.Kernel.Sight.Full,
        'E' => Domain.Kernel.Sight.Existence,
        _ => Domain.Kernel.Sight.Nothing,
    };
}

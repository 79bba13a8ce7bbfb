using Coordination.Domain.Kernel;
using Coordination.Host.Intake;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Intake;

public sealed class MarkingsTests
{
    [Fact]
    public void What_is_left_out_is_the_default()
    {
        var (marking, refusal) = Markings.Read(null, null);
        refusal.ShouldBeNull();
        marking!.Level.ShouldBe(Level.T);
        marking.Audience.ShouldBe([Audiences.CaseMembers]);
    }

    [Fact]
    public void Readers_are_agencies_units_members_or_everyone() =>
        Markings.Read("r", ["polri", "BP3MI/BP3MI-KEPRI", "members", "*"]).Marking!.Audience
            .ShouldBe(["agency:POLRI", "unit:BP3MI/BP3MI-KEPRI", "members", "*"]);

    [Fact]
    public void Originator_alone_is_nobody_else() => Markings.Read("R", ["originator"]).Marking!.Audience.ShouldBeEmpty();

    [Theory]
    [InlineData("X")]
    [InlineData("2")]
    [InlineData("")]
    public void There_are_four_levels(string level) => Markings.Read(level, null).Refusal.ShouldBe(Markings.UnknownLevel);

    [Fact]
    public void A_reader_that_does_not_exist_is_refused_by_its_place() =>
        Markings.Read("T", ["*", "FBI"]).Refusal!.Details.ShouldBe(["audience[1]"]);
}

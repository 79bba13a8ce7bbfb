using Coordination.Domain.Reference;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Reference;

public sealed class ShiftsTests
{
    private static readonly DateOnly Day = new(2026, 2, 2);

    [Fact]
    public void Every_checkpoint_has_shifts_and_an_airport_has_one_at_every_hour()
    {
        foreach (var checkpoint in Checkpoints.All)
            Shifts.Of(checkpoint.Code, Day).ShouldNotBeEmpty(checkpoint.Code);
        Enumerable.Range(0, 24).ShouldAllBe(hour => Shifts.Of("TPI-JUANDA", Day).Count(shift => shift.IsOnDuty(hour)) == 1);
        Shifts.Of("TPI-JUANDA", new DateOnly(2023, 12, 31)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Malam", 9, "MALAM")]
    [InlineData("Regu A", 9, "PAGI")]
    [InlineData("Regu A", 23, "MALAM")]
    [InlineData("Regu A", 3, "MALAM")]
    public void A_shift_is_meant_by_its_name_or_by_the_hour(string said, int hour, string meant) =>
        Shifts.Meant("TPI-JUANDA", said, new DateTimeOffset(Day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(7))).ShouldBe(meant);

    [Fact]
    public void Hours_are_those_of_the_place()
    {
        var halfPastTwoInKupang = new DateTimeOffset(2026, 2, 2, 13, 30, 0, TimeSpan.FromHours(7));
        Shifts.Meant("TPI-EL-TARI", "?", halfPastTwoInKupang).ShouldBe("SIANG");
        Shifts.Meant("TPI-JUANDA", "?", halfPastTwoInKupang).ShouldBe("PAGI");
    }
}

using Coordination.Domain.Reference;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Reference;

public sealed class OffencesTests
{
    private static readonly DateOnly Day = new(2026, 2, 12);

    [Theory]
    [InlineData("UU 21/2007 Ps 4", Offence.Trafficking)]
    [InlineData("UU-1-2023:455", Offence.Trafficking)]
    [InlineData("UU-1-2023:457", Offence.Smuggling)]
    [InlineData("UU-6-2011:120", Offence.Smuggling)]
    [InlineData("UU-6-2011:113", Offence.Immigration)]
    [InlineData("UU-1-2023:378", Offence.Other)]
    [InlineData("UU-18-2017:81", Offence.Other)]
    public void A_charge_says_what_kind_of_offence_it_is(string charge, Offence offence) => Offences.KindOf(charge, Day).ShouldBe(offence);

    [Fact]
    public void The_new_code_makes_nothing_an_offence_before_its_day() =>
        Offences.KindOf("UU-1-2023:457", new(2025, 12, 31)).ShouldBe(Offence.Other);

    [Fact]
    public void One_charge_of_trafficking_makes_the_matter_one_of_trafficking() =>
        Offences.Of(["UU-6-2011:120", "UU-21-2007:10"], Day).ShouldBe(Offence.Trafficking);

    [Fact]
    public void Immigration_reaches_offences_of_its_own_law_and_the_police_all()
    {
        Offences.OutOfReachOf(AgencyKind.Immigration, ["UU-6-2011:113", "UU-1-2023:457", "UU-18-2017:81"], Day).ShouldBe(["UU-18-2017:81"]);
        Offences.OutOfReachOf(AgencyKind.Police, ["UU-21-2007:4"], Day).ShouldBeEmpty();
        Offences.OutOfReachOf(AgencyKind.Village, ["UU-6-2011:113"], Day).ShouldBe(["UU-6-2011:113"]);
        Competence.Investigates("IMIGRASI", Offence.Trafficking).ShouldBeFalse();
        Competence.Investigates("IMIGRASI", Offence.Smuggling).ShouldBeTrue();
        Competence.Investigates("POLRI", Offence.Trafficking).ShouldBeTrue();
        Competence.Investigates("BP3MI", Offence.Smuggling).ShouldBeFalse();
    }

    [Fact]
    public void A_period_is_that_of_the_law_in_force_on_the_day()
    {
        StatutoryPeriods.Find(StatutoryPeriods.TerminationNotice, new(2025, 12, 31)).ShouldBeNull();
        StatutoryPeriods.Find(StatutoryPeriods.TerminationNotice, Day)!.Days.ShouldBe(1);
        StatutoryPeriods.Find(StatutoryPeriods.FileReview, new(2025, 12, 31))!.Source.ShouldBe("UU 8/1981 Ps 138(1)");
        StatutoryPeriods.Find(StatutoryPeriods.FileReview, Day)!.ShouldSatisfyAllConditions(
            period => period.Source.ShouldBe("UU 20/2025"), period => period.Verified.ShouldBeFalse());
    }
}

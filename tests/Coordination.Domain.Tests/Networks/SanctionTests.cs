using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Networks.P3MITests;

namespace Coordination.Domain.Tests.Networks;

public sealed class SanctionTests
{
    private static readonly P3MISanctioned Suspension =
        new("KEP-24", SanctionKind.Suspension, MondaysDate, "Temuan tidak ditindaklanjuti.", MondaysDate.AddMonths(3), FindingNumbers: ["T-01"]);

    private static readonly SanctionExtended Longer = new("KEP-24", MondaysDate.AddMonths(6), "Dua dari lima kewajiban.");
    private static readonly SanctionLifted Lifted = new("KEP-24", "Dipenuhi.");

    private static Story<P3MI, P3MIEvent, P3MICommand> Sanctioned => WithFinding.Given(Ministry, Monday, Suspension);

    [Fact]
    public void A_suspension_bars_on_its_days()
    {
        var state = WithFinding.When(Ministry, Monday, Suspension).Then(Suspension).State;
        state.MayPlaceOn(MondaysDate.AddMonths(3)).ShouldBeFalse();
        state.MayPlaceOn(MondaysDate.AddMonths(3).AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_warning_bars_nothing_and_a_revocation_for_good()
    {
        Company.Given(Ministry, Monday, Suspension with { Kind = SanctionKind.Warning, Until = null }).State.MayPlaceOn(MondaysDate).ShouldBeTrue();
        Company.Given(Ministry, Monday, Suspension with { Kind = SanctionKind.Revocation, Until = null }).State.MayPlaceOn(MondaysDate.AddYears(9)).ShouldBeFalse();
    }

    [Fact]
    public void Only_the_ministry_sanctions_for_findings_there_are()
    {
        WithFinding.When(Kepri, Monday, Suspension).ThenRefused(P3MIRefusals.NotMinistry);
        Company.When(Ministry, Monday, Suspension).ThenRefused(P3MIRefusals.UnknownFinding);
        Nothing.When(Ministry, Monday, Suspension).ThenRefused(P3MIRefusals.Unknown);
        WithFinding.When(Ministry, Monday, Suspension with { DecreeNumber = "" }).ThenRefused(InputRefusals.Blank, "decreeNumber");
        Sanctioned.When(Ministry, Tuesday, Suspension with { From = MondaysDate.AddDays(1) }).ThenRefused(P3MIRefusals.SanctionExists);
    }

    [Fact]
    public void A_suspension_has_a_period_and_nothing_else_has()
    {
        WithFinding.When(Ministry, Monday, Suspension with { Until = null }).ThenRefused(P3MIRefusals.PeriodNeeded);
        WithFinding.When(Ministry, Monday, Suspension with { Until = MondaysDate.AddDays(-1) }).ThenRefused(P3MIRefusals.PeriodNeeded);
        WithFinding.When(Ministry, Monday, Suspension with { Kind = SanctionKind.Warning }).ThenRefused(P3MIRefusals.PeriodNeeded);
    }

    [Fact]
    public void The_ministry_extends_it()
    {
        Sanctioned.When(Ministry, Tuesday, Longer).Then(Longer).State.MayPlaceOn(MondaysDate.AddMonths(5)).ShouldBeFalse();
        Sanctioned.When(Kepri, Tuesday, Longer).ThenRefused(P3MIRefusals.NotMinistry);
        Nothing.When(Ministry, Tuesday, Longer).ThenRefused(P3MIRefusals.Unknown);
        Company.When(Ministry, Tuesday, Longer).ThenRefused(P3MIRefusals.UnknownSanction);
        Sanctioned.When(Ministry, Tuesday, Longer with { Until = MondaysDate }).ThenRefused(P3MIRefusals.NotLonger);
        Sanctioned.When(Ministry, Tuesday, Longer with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Sanctioned.Given(Ministry, Tuesday, Lifted).When(Ministry, Tuesday, Longer).ThenRefused(P3MIRefusals.SanctionOver);
    }

    [Fact]
    public void The_ministry_lifts_it()
    {
        Sanctioned.When(Ministry, Tuesday, Lifted).Then(Lifted).State.MayPlaceOn(MondaysDate.AddDays(2)).ShouldBeTrue();
        Sanctioned.When(Kepri, Tuesday, Lifted).ThenRefused(P3MIRefusals.NotMinistry);
        Nothing.When(Ministry, Tuesday, Lifted).ThenRefused(P3MIRefusals.Unknown);
        Company.When(Ministry, Tuesday, Lifted).ThenRefused(P3MIRefusals.UnknownSanction);
        Sanctioned.When(Ministry, Tuesday, Lifted with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
    }
}

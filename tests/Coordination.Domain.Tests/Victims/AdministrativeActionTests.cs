using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class AdministrativeActionTests
{
    private static readonly AdministrativeActionProposed Proposed =
        new(Gagak, [AdministrativeMeasure.Deportation, AdministrativeMeasure.Ban], "Melebihi izin tinggal.");

    private static readonly AdministrativeActionImposed Imposed =
        new([AdministrativeMeasure.Deportation, AdministrativeMeasure.Ban], "SK 42", Gagak);

    private static readonly AdministrativeActionSuspended Suspended = new(SuspensionReason.VictimShield);
    private static readonly AdministrativeActionLifted Lifted = new("Keberatan diterima.");

    private static Story<AdministrativeAction, AdministrativeActionEvent, AdministrativeActionCommand> Nothing =>
        Story.Of(AdministrativeActionDecider.Kind);

    private static Story<AdministrativeAction, AdministrativeActionEvent, AdministrativeActionCommand> Standing =>
        Nothing.Given(Batam, Monday, Proposed, Imposed);

    [Fact]
    public void An_action_is_proposed_then_imposed() =>
        Nothing.When(Batam, Monday, Proposed).Then(Proposed).When(Batam, Tuesday, Imposed with { Person = null }).Then(Imposed)
            .State.Stands.ShouldBeTrue();

    [Fact]
    public void An_urgent_one_is_imposed_at_once_and_names_the_person()
    {
        Nothing.When(Batam, Monday, Imposed).Then(Imposed);
        Nothing.When(Batam, Monday, Imposed with { Person = null }).ThenRefused(AdministrativeActionRefusals.PersonMissing);
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Monday, Imposed with { Person = Bakung }).ThenRefused(AdministrativeActionRefusals.OtherPerson);
    }

    [Fact]
    public void An_action_has_grounds_a_measure_and_a_decision()
    {
        Nothing.When(Batam, Monday, Proposed with { Grounds = "" }).ThenRefused(InputRefusals.Blank, "grounds");
        Nothing.When(Batam, Monday, Proposed with { Measures = [] }).ThenRefused(InputRefusals.Empty, "measures");
        Nothing.When(Batam, Monday, Imposed with { Measures = [] }).ThenRefused(InputRefusals.Empty, "measures");
        Nothing.When(Batam, Monday, Imposed with { DecisionNumber = "" }).ThenRefused(InputRefusals.Blank, "decisionNumber");
    }

    [Fact]
    public void A_stream_is_one_action()
    {
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Tuesday, Proposed with { Measures = [AdministrativeMeasure.Fee] })
            .ThenRefused(AdministrativeActionRefusals.Exists);
        Nothing.Given(Batam, Monday, Imposed).When(Batam, Tuesday, Proposed).ThenRefused(AdministrativeActionRefusals.Exists);
        Standing.When(Batam, Tuesday, Imposed with { DecisionNumber = "SK 43" }).ThenRefused(AdministrativeActionRefusals.Imposed);
        Standing.Given(Batam, Tuesday, Lifted).When(Batam, Tuesday, Imposed).ThenRefused(AdministrativeActionRefusals.Lifted);
    }

    [Theory]
    [InlineData(VictimStatus.Suspected)]
    [InlineData(VictimStatus.Presumed)]
    [InlineData(VictimStatus.Confirmed)]
    [InlineData(VictimStatus.Dual)]
    public void Nothing_is_proposed_or_imposed_on_a_suspected_victim(VictimStatus status)
    {
        Nothing.When(Batam, Monday, new ProposeAdministrativeAction(Proposed, status)).ThenRefused(AdministrativeActionRefusals.VictimShield);
        Nothing.When(Batam, Monday, new ImposeAdministrativeAction(Imposed, status)).ThenRefused(AdministrativeActionRefusals.VictimShield);
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Tuesday, new ImposeAdministrativeAction(Imposed, status))
            .ThenRefused(AdministrativeActionRefusals.VictimShield);
        Standing.Given(Officer.System, Tuesday, Suspended).When(Batam, Tuesday, new ImposeAdministrativeAction(Imposed, status))
            .ThenRefused(AdministrativeActionRefusals.VictimShield);
    }

    [Fact]
    public void What_was_suspended_may_be_imposed_anew_when_nobody_suspects_it_any_more() =>
        Standing.Given(Officer.System, Tuesday, Suspended).When(Batam, Tuesday, Imposed).Then(Imposed).State.SuspendedFor.ShouldBeNull();

    [Fact]
    public void An_action_is_suspended() => Standing.When(Officer.System, Tuesday, Suspended).Then(Suspended).State.Stands.ShouldBeFalse();

    [Fact]
    public void What_does_not_stand_is_not_suspended()
    {
        Nothing.When(Batam, Monday, Suspended).ThenRefused(AdministrativeActionRefusals.Unknown);
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Tuesday, Suspended).ThenRefused(AdministrativeActionRefusals.NotImposed);
    }

    [Fact]
    public void An_action_or_a_proposal_is_lifted_with_a_reason()
    {
        Standing.When(Batam, Tuesday, Lifted).Then(Lifted);
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Tuesday, Lifted).Then(Lifted);
        Standing.When(Batam, Tuesday, Lifted with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Batam, Tuesday, Lifted).ThenRefused(AdministrativeActionRefusals.Unknown);
    }
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class ProtectionTests
{
    private static readonly ShelterAdmitted Admitted = new(Teratai, ShelterKind.Bp3mi, "Rumah Ramah PMI", ConsentGiven: true);

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Nothing => Story.Of(ProtectionDecider.Kind);

    [Fact]
    public void A_person_is_taken_in_without_a_police_report() => Nothing.When(Kepri, Monday, Admitted).Then(Admitted);

    [Fact]
    public void An_adult_enters_by_own_consent_only()
    {
        Nothing.When(Kepri, Monday, Admitted with { ConsentGiven = false }).ThenRefused(ProtectionRefusals.ConsentMissing);
        Nothing.When(Kepri, Monday, Admitted with { ConsentGiven = false, IsChild = true })
            .Then(Admitted with { ConsentGiven = false, IsChild = true });
    }

    [Fact]
    public void A_person_is_in_one_shelter() =>
        Nothing.Given(Kepri, Monday, Admitted).When(Kepri, Tuesday, Admitted with { Shelter = "RPTC" })
            .ThenRefused(ProtectionRefusals.AlreadySheltered);

    [Fact]
    public void Services_are_for_one_person() =>
        Nothing.Given(Kepri, Monday, Admitted).When(Kepri, Tuesday, Admitted with { Person = Bakung })
            .ThenRefused(ProtectionRefusals.OtherPerson);

    [Fact]
    public void A_shelter_has_a_name() => Nothing.When(Kepri, Monday, Admitted with { Shelter = "" }).ThenRefused(InputRefusals.Blank);

    [Theory]
    [InlineData(VictimStatus.NotAssessed, false)]
    [InlineData(VictimStatus.NotVictim, false)]
    [InlineData(VictimStatus.Suspected, true)]
    [InlineData(VictimStatus.Presumed, true)]
    [InlineData(VictimStatus.Confirmed, true)]
    [InlineData(VictimStatus.Dual, true)]
    public void The_shield_covers_from_suspicion_on(VictimStatus status, bool covers) => VictimShield.Covers(status).ShouldBe(covers);
}

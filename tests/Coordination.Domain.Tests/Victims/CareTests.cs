using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class CareTests
{
    private static readonly PsychosocialAssessed Assessed = new(PsychosocialGuidelines.Male, ["tidur terganggu"]);
    private static readonly ServicePlanAgreed Plan = new([ServiceKind.Psychosocial, ServiceKind.LegalAid], "Pulang dalam sebulan.");

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Agreed => Story.Of(ProtectionDecider.Kind)
        .Given(Kepri, Monday, new ServiceConsentGiven(Enum.GetValues<ServiceKind>(), ConsentGiver.Self, Teratai));

    [Theory]
    [MemberData(nameof(Simple))]
    public void A_service_is_given_and_told_twice_it_was_given_once(ProtectionEvent service) => Agreed.When(Kepri, Tuesday, service).Then(service);

    public static TheoryData<ProtectionEvent> Simple =>
    [
        new HealthAssessed("Puskesmas", Emergency: true), new MedicoLegalExamined("VER 1", "RS"), new TreatmentCompleted("RS"), Assessed,
        new CounsellingSessionHeld(1, true, PsychosocialGuidelines.Male), new CounsellingSessionHeld(1, false),
        new FamilySupported(FamilySupport.Counselling, Bakung), new LegalAidAssigned("LBH", "SK 1"), new WitnessProtectionRequested("B 1"),
        new ServiceLinkedToMatter(MatterKind.PoliceReport, Stream(7)), new ShelterAdmitted(Teratai, ShelterKind.Rptc, "RPTC", ConsentGiven: true),
    ];

    [Fact]
    public void The_same_service_another_day_is_another_one()
    {
        var health = new HealthAssessed("Puskesmas");
        Agreed.Given(Kepri, Monday, health).When(Kepri, Tuesday, health).Then(health);
    }

    [Fact]
    public void A_service_says_where_and_under_which_number()
    {
        Agreed.When(Kepri, Monday, new HealthAssessed(" ")).ThenRefused(InputRefusals.Blank, "facility");
        Agreed.When(Kepri, Monday, new TreatmentCompleted(" ")).ThenRefused(InputRefusals.Blank, "facility");
        Agreed.When(Kepri, Monday, new MedicoLegalExamined("", "")).ThenRefused(InputRefusals.Blank, "reportNumber", "facility");
        Agreed.When(Kepri, Monday, new LegalAidAssigned("")).ThenRefused(InputRefusals.Blank, "organisation");
        Agreed.When(Kepri, Monday, new WitnessProtectionRequested("")).ThenRefused(InputRefusals.Blank, "requestNumber");
    }

    [Fact]
    public void Psychosocial_care_follows_a_guideline_and_the_one_for_men_is_its_own()
    {
        PsychosocialGuidelines.Male.ShouldBe("PEDOMAN-PSIKOSOSIAL-LAKI-LAKI");
        Agreed.When(Kepri, Monday, Assessed with { Guideline = "PEDOMAN-LAIN" })
            .ThenRefused(VictimReferenceRefusals.UnknownGuideline, "guideline");
        Agreed.When(Kepri, Monday, new CounsellingSessionHeld(1, true, "PEDOMAN-LAIN")).ThenRefused(VictimReferenceRefusals.UnknownGuideline);
        Agreed.When(Kepri, Monday, Assessed with { Needs = [] }).ThenRefused(InputRefusals.Empty, "needs");
    }

    [Fact]
    public void A_plan_follows_an_assessment_and_may_change()
    {
        Agreed.When(Kepri, Monday, Plan).ThenRefused(ProtectionRefusals.NotAssessed);
        var assessed = Agreed.Given(Kepri, Monday, Assessed);
        var planned = assessed.When(Kepri, Tuesday, Plan).Then(Plan);
        planned.When(Kepri, Tuesday, Plan with { Goals = "Pulang besok." }).Then(Plan with { Goals = "Pulang besok." });
        assessed.When(Kepri, Tuesday, Plan with { Services = [] }).ThenRefused(InputRefusals.Empty, "services");
        assessed.When(Kepri, Tuesday, Plan with { Goals = "" }).ThenRefused(InputRefusals.Blank, "goals");
        assessed.Given(Kepri, Monday, new ReintegrationClosed(ReintegrationEnd.OwnWish)).When(Kepri, Tuesday, Plan).ThenRefused(ProtectionRefusals.Closed);
        Story.Of(ProtectionDecider.Kind).When(Kepri, Tuesday, Plan).ThenRefused(ProtectionRefusals.Unknown);
    }

    [Fact]
    public void A_session_was_attended_or_missed()
    {
        var first = Agreed.Given(Kepri, Monday, new CounsellingSessionHeld(1, true));
        first.When(Kepri, Monday, new CounsellingSessionHeld(1, false)).ThenRefused(ProtectionRefusals.AlreadyHeld);
        first.When(Kepri, Monday, new CounsellingSessionHeld(0, true)).ThenRefused(ProtectionRefusals.SessionOutOfRange);
    }

    [Fact]
    public void Witness_protection_is_granted_on_request_and_lpsk_reads_it()
    {
        var granted = new WitnessProtectionGranted("A 1", [WitnessMeasure.HiddenIdentity]);
        Agreed.When(Kepri, Monday, granted).ThenRefused(ProtectionRefusals.NotRequested);
        var asked = Agreed.Given(Kepri, Monday, new WitnessProtectionRequested("B 1"));
        asked.When(Kepri, Tuesday, granted).Then(granted);
        asked.When(Kepri, Tuesday, granted with { Measures = [] }).ThenRefused(InputRefusals.Empty, "measures");
        asked.When(Kepri, Tuesday, granted with { DecisionNumber = "" }).ThenRefused(InputRefusals.Blank, "decisionNumber");
        ProtectionDecider.Kind.Readers(asked.State).ShouldContain(Audiences.Agency("LPSK"));
        ProtectionDecider.Kind.Readers(Agreed.State).ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_in_a_shelter_is_discharged_and_may_enter_another()
    {
        var discharged = new ShelterDischarged(DischargeReason.MovedToOtherShelter);
        Agreed.When(Kepri, Tuesday, discharged).ThenRefused(ProtectionRefusals.NotSheltered);
        Story.Of(ProtectionDecider.Kind).When(Kepri, Tuesday, discharged).ThenRefused(ProtectionRefusals.Unknown);
        var first = Agreed.Given(Kepri, Monday, new ShelterAdmitted(Teratai, ShelterKind.Bp3mi, "A", true)).When(Kepri, Tuesday, discharged).Then(discharged);
        var second = new ShelterAdmitted(Teratai, ShelterKind.Rptc, "B", true);
        first.When(Kepri, Tuesday, second).Then(second);
    }

    [Fact]
    public void A_matter_is_linked_to_services_that_exist() =>
        Story.Of(ProtectionDecider.Kind).When(Kepri, Monday, new ServiceLinkedToMatter(MatterKind.PoliceReport, Stream(7)))
            .ThenRefused(ProtectionRefusals.Unknown);
}

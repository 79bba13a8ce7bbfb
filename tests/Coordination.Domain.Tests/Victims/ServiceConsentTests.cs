using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

/// <summary>UU 21/2007 Ps 51: consent to each service, dated, never for anything in return.</summary>
public sealed class ServiceConsentTests
{
    private static readonly ServiceConsentGiven Given = new([ServiceKind.Health, ServiceKind.LegalAid], ConsentGiver.Self, Teratai);
    private static readonly ServiceConsentDeclined Declined = new([ServiceKind.Shelter], ConsentGiver.Self, Teratai);
    private static readonly ServiceConsentWithdrawn Withdrawn = new([ServiceKind.Health], ConsentGiver.Self);

    private static readonly ProtectionEvent[] Services =
    [
        new HealthAssessed("Puskesmas"), new MedicoLegalExamined("VER 1", "RS"), new TreatmentCompleted("RS"),
        new PsychosocialAssessed("PEDOMAN-PSIKOSOSIAL", ["tidur"]), new CounsellingSessionHeld(1, true), new FamilySupported(FamilySupport.Counselling),
        new LegalAidAssigned("LBH"), new WitnessProtectionRequested("B 1"), new WitnessProtectionGranted("A 1", [WitnessMeasure.SafeHouse]),
        new RepatriationPlanned(ReturnRoute.WithinIndonesia, "53.21", MondaysDate, []), new EscortAssigned("BP3MI"),
        new HandedToLocalGovernment("PEMDA-KAB", "PEMDA-MALAKA", "BAST 1"), new ReintegrationPlanAgreed([ReintegrationPart.Training], "Las."),
        new LivelihoodGrantGiven(1, "KW 1", "Las."), new TrainingCompleted("Las."), new FollowUpVisited(FollowUp.Day30),
    ];

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Nothing => Story.Of(ProtectionDecider.Kind);

    [Fact]
    public void Consent_begins_the_services_of_a_person_before_there_is_a_police_report() => Nothing.When(Kepri, Monday, Given).Then(Given);

    [Fact]
    public void What_was_agreed_before_is_not_said_again() =>
        Nothing.Given(Kepri, Monday, Given).When(Kepri, Tuesday, Given with { Services = [ServiceKind.Health, ServiceKind.Shelter] })
            .Then(Given with { Services = [ServiceKind.Shelter] });

    [Fact]
    public void Consent_names_services_and_at_first_the_person()
    {
        Nothing.When(Kepri, Monday, Given with { Services = [] }).ThenRefused(InputRefusals.Empty, "services");
        Nothing.When(Kepri, Monday, Given with { Person = null }).ThenRefused(ProtectionRefusals.PersonMissing);
        Nothing.Given(Kepri, Monday, Given).When(Kepri, Monday, Given with { Person = Bakung }).ThenRefused(ProtectionRefusals.OtherPerson);
        Nothing.When(Kepri, Monday, Declined with { Services = [] }).ThenRefused(InputRefusals.Empty, "services");
        Nothing.When(Kepri, Monday, Declined with { Person = null }).ThenRefused(ProtectionRefusals.PersonMissing);
    }

    [Fact]
    public void A_child_is_spoken_for_by_a_guardian_and_an_adult_by_nobody()
    {
        Nothing.When(Kepri, Monday, Given with { IsChild = true }).ThenRefused(ProtectionRefusals.GuardianNeeded);
        var child = Given with { IsChild = true, GivenBy = ConsentGiver.Parent };
        var story = Nothing.When(Kepri, Monday, child).Then(child);
        story.When(Kepri, Tuesday, Given with { Services = [ServiceKind.Shelter] }).ThenRefused(ProtectionRefusals.GuardianNeeded);
        story.When(Kepri, Tuesday, Withdrawn).ThenRefused(ProtectionRefusals.GuardianNeeded);
        Nothing.When(Kepri, Monday, Given with { GivenBy = ConsentGiver.Parent }).ThenRefused(ProtectionRefusals.OwnConsentNeeded);
        Nothing.When(Kepri, Monday, Declined with { GivenBy = ConsentGiver.Institution }).ThenRefused(ProtectionRefusals.OwnConsentNeeded);
        Nothing.When(Kepri, Monday, Given with { GivenBy = ConsentGiver.Guardian }).Then(Given with { GivenBy = ConsentGiver.Guardian });
    }

    [Fact]
    public void To_decline_is_recorded_and_consent_may_follow() =>
        Nothing.When(Kepri, Monday, Declined).Then(Declined).When(Kepri, Tuesday, Given with { Services = [ServiceKind.Shelter] })
            .Then(Given with { Services = [ServiceKind.Shelter] });

    [Fact]
    public void What_was_agreed_is_withdrawn_not_declined() =>
        Nothing.Given(Kepri, Monday, Given).When(Kepri, Tuesday, Declined with { Services = [ServiceKind.Health] })
            .ThenRefused(ProtectionRefusals.ConsentStands, "Health");

    [Fact]
    public void Consent_is_withdrawn_where_it_was_given()
    {
        Nothing.Given(Kepri, Monday, Given).When(Kepri, Tuesday, Withdrawn).Then(Withdrawn);
        Nothing.When(Kepri, Tuesday, Withdrawn).ThenRefused(ProtectionRefusals.Unknown);
        Nothing.Given(Kepri, Monday, Given).When(Kepri, Tuesday, Withdrawn with { Services = [] }).ThenRefused(InputRefusals.Empty, "services");
        Nothing.Given(Kepri, Monday, Given).When(Kepri, Tuesday, Withdrawn with { Services = [ServiceKind.Shelter] })
            .ThenRefused(ProtectionRefusals.NoConsent, "Shelter");
    }

    [Fact]
    public void No_service_without_consent_nor_after_it_was_withdrawn()
    {
        var all = Enum.GetValues<ServiceKind>();
        var none = Nothing.Given(Kepri, Monday, Given with { Services = [ServiceKind.Shelter] });
        var withdrawn = Nothing.Given(Kepri, Monday, Given with { Services = all }).Given(Kepri, Monday, Withdrawn with { Services = all });
        foreach (var service in Services)
        {
            none.When(Kepri, Tuesday, service).ThenRefused(ProtectionRefusals.NoConsent);
            withdrawn.When(Kepri, Tuesday, service).ThenRefused(ProtectionRefusals.NoConsent);
            Nothing.When(Kepri, Tuesday, service).ThenRefused(ProtectionRefusals.Unknown);
        }
    }

    [Fact]
    public void Closed_services_take_no_consent_and_no_service()
    {
        var closed = Nothing.Given(Kepri, Monday, Given with { Services = Enum.GetValues<ServiceKind>() })
            .Given(Kepri, Monday, new ReintegrationClosed(ReintegrationEnd.OwnWish));
        closed.When(Kepri, Tuesday, Given).ThenRefused(ProtectionRefusals.Closed);
        foreach (var service in Services)
            closed.When(Kepri, Tuesday, service).ThenRefused(ProtectionRefusals.Closed);
    }

    /// <summary>A member that could hold whether the person testifies would sooner or later be asked for.</summary>
    [Fact]
    public void No_event_of_services_has_a_place_for_testimony() =>
        typeof(ProtectionEvent).Assembly.GetTypes().Where(type => typeof(ProtectionEvent).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties())
            .Where(member => "Testi Statement Cooperat Conditional".Split(' ').Any(word => member.Name.Contains(word, StringComparison.Ordinal)))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .ShouldBeEmpty();
}

using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>A wish about the protection of a person; carries the fact that it asks to record.</summary>
public abstract record ProtectionCommand;

public static partial class ProtectionDecider
{
    public static StreamKind<Protection, ProtectionEvent, ProtectionCommand> Kind { get; } = new(
        "protection", Protection.None, Protection.Evolve, Decide, CommandFor, protection => Persona.Each(protection.Person), Readers, floor: Level.R);

    public static Decision<ProtectionEvent> Decide(Protection protection, ProtectionCommand command, Envelope envelope) =>
        DecideCare(protection, command, envelope) ?? DecideReturn(protection, command, envelope)
        ?? throw new UnreachableException($"{command.GetType().Name} has no decision.");

    public static ProtectionCommand CommandFor(ProtectionEvent fact) =>
        CareFor(fact) ?? ReturnFor(fact) ?? throw new UnreachableException($"{fact.GetType().Name} has no command.");

    private static Decision<ProtectionEvent>? DecideCare(Protection protection, ProtectionCommand command, Envelope envelope) => command switch
    {
        GiveServiceConsent c => Decide(protection, c),
        DeclineServiceConsent c => Decide(protection, c),
        WithdrawServiceConsent c => Decide(protection, c),
        AdmitToShelter c => Decide(protection, c, envelope),
        DischargeFromShelter c => Decide(protection, c),
        AssessHealth c => Decide(protection, c, envelope),
        ExamineMedicoLegally c => Decide(protection, c, envelope),
        CompleteTreatment c => Decide(protection, c, envelope),
        AssessPsychosocially c => Decide(protection, c, envelope),
        AgreeServicePlan c => Decide(protection, c),
        HoldCounsellingSession c => Decide(protection, c, envelope),
        SupportFamily c => Decide(protection, c, envelope),
        AssignLegalAid c => Decide(protection, c, envelope),
        RequestWitnessProtection c => Decide(protection, c),
        GrantWitnessProtection c => Decide(protection, c),
        LinkServiceToMatter c => Decide(protection, c, envelope),
        _ => null,
    };

    private static Decision<ProtectionEvent>? DecideReturn(Protection protection, ProtectionCommand command, Envelope envelope) => command switch
    {
        PlanRepatriation c => Decide(protection, c),
        AssignEscort c => Decide(protection, c, envelope),
        NoteArrivalAtOrigin c => Decide(protection, c),
        HandToLocalGovernment c => Decide(protection, c, envelope),
        AcknowledgeAsLocalGovernment c => Decide(protection, c, envelope),
        AgreeReintegrationPlan c => Decide(protection, c),
        GiveLivelihoodGrant c => Decide(protection, c, envelope),
        CompleteTraining c => Decide(protection, c, envelope),
        VisitForFollowUp c => Decide(protection, c),
        CloseReintegration c => Decide(protection, c),
        DetectReVictimisation c => Decide(protection, c, envelope),
        _ => null,
    };

    private static ProtectionCommand? CareFor(ProtectionEvent fact) => fact switch
    {
        ServiceConsentGiven e => new GiveServiceConsent(e),
        ServiceConsentDeclined e => new DeclineServiceConsent(e),
        ServiceConsentWithdrawn e => new WithdrawServiceConsent(e),
        ShelterAdmitted e => new AdmitToShelter(e),
        ShelterDischarged e => new DischargeFromShelter(e),
        HealthAssessed e => new AssessHealth(e),
        MedicoLegalExamined e => new ExamineMedicoLegally(e),
        TreatmentCompleted e => new CompleteTreatment(e),
        PsychosocialAssessed e => new AssessPsychosocially(e),
        ServicePlanAgreed e => new AgreeServicePlan(e),
        CounsellingSessionHeld e => new HoldCounsellingSession(e),
        FamilySupported e => new SupportFamily(e),
        LegalAidAssigned e => new AssignLegalAid(e),
        WitnessProtectionRequested e => new RequestWitnessProtection(e),
        WitnessProtectionGranted e => new GrantWitnessProtection(e),
        ServiceLinkedToMatter e => new LinkServiceToMatter(e),
        _ => null,
    };

    private static ProtectionCommand? ReturnFor(ProtectionEvent fact) => fact switch
    {
        RepatriationPlanned e => new PlanRepatriation(e),
        EscortAssigned e => new AssignEscort(e),
        ArrivedAtOrigin e => new NoteArrivalAtOrigin(e),
        HandedToLocalGovernment e => new HandToLocalGovernment(e),
        LocalGovernmentAcknowledged e => new AcknowledgeAsLocalGovernment(e),
        ReintegrationPlanAgreed e => new AgreeReintegrationPlan(e),
        LivelihoodGrantGiven e => new GiveLivelihoodGrant(e),
        TrainingCompleted e => new CompleteTraining(e),
        FollowUpVisited e => new VisitForFollowUp(e),
        ReintegrationClosed e => new CloseReintegration(e),
        ReVictimisationDetected e => new DetectReVictimisation(e),
        _ => null,
    };
}

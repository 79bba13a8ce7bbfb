using Coordination.Domain.Victims;
using Coordination.Host.Commands;

namespace Coordination.Host.Victims;

/// <summary>Services over HTTP: one route per thing that is done for a person.</summary>
internal static class ProtectionRoutes
{
    public static void Map(RouteGroupBuilder protections)
    {
        protections.MapNewFact<ServiceConsentGiven>("", "beginServices", "Begin services with a person's consent.");
        protections.MapNewFact<ShelterAdmitted>("shelter", "admitToShelter", "Begin with a shelter.");
        var known = protections.MapKnown(ProtectionDecider.Kind.Type);
        Consent(known);
        Care(known);
        Return(known);
        Reintegration(known);
    }

    private static void Consent(RouteGroupBuilder known)
    {
        known.MapFact<ServiceConsentGiven>("POST", "consents", "giveServiceConsent", "The person agrees to services; for a child a guardian does.");
        known.MapFact<ServiceConsentDeclined>("POST", "refusals", "declineServiceConsent", "The person declines services.");
        known.MapFact<ServiceConsentWithdrawn>("POST", "withdrawals", "withdrawServiceConsent", "The person withdraws consent.");
        known.MapFact<ServiceLinkedToMatter>("POST", "matters", "linkServiceToMatter", "Name the matter that came later.");
    }

    private static void Care(RouteGroupBuilder known)
    {
        known.MapFact<ShelterAdmitted>("PUT", "shelter", "enterShelter", "Admit to a shelter.");
        known.MapFact<ShelterDischarged>("PUT", "discharge", "dischargeFromShelter", "Discharge from the shelter.");
        known.MapFact<HealthAssessed>("POST", "health-assessments", "assessHealth", "Record a health assessment.");
        known.MapFact<MedicoLegalExamined>("POST", "medico-legal-examinations", "examineMedicoLegally", "Record a visum et repertum.");
        known.MapFact<TreatmentCompleted>("POST", "treatments", "completeTreatment", "Record that a treatment is complete.");
        known.MapFact<PsychosocialAssessed>("POST", "psychosocial-assessments", "assessPsychosocially", "Record a psychosocial assessment and its guideline.");
        known.MapFact<ServicePlanAgreed>("PUT", "plan", "agreeServicePlan", "Agree on a plan, within seven days of the assessment.");
        known.MapFact<CounsellingSessionHeld>("POST", "sessions", "holdCounsellingSession", "Record a session, attended or missed.");
        known.MapFact<FamilySupported>("POST", "family-support", "supportFamily", "Record help to the family.");
        known.MapFact<LegalAidAssigned>("POST", "legal-aid", "assignLegalAid", "Assign legal aid.");
        known.MapFact<WitnessProtectionRequested>("PUT", "witness-protection", "requestWitnessProtection", "Ask LPSK for witness protection.");
        known.MapFact<WitnessProtectionGranted>("PUT", "witness-protection/grant", "grantWitnessProtection", "Grant witness protection (LPSK).");
    }

    private static void Return(RouteGroupBuilder known)
    {
        known.MapFact<RepatriationPlanned>("PUT", "return", "planRepatriation", "Plan a return, with its checklist.");
        known.MapFact<EscortAssigned>("POST", "return/escorts", "assignEscort", "Assign an escort.");
        known.MapFact("PUT", "return/arrival", "noteArrivalAtOrigin", "The person has arrived.", _ => new ArrivedAtOrigin());
        known.MapFact<HandedToLocalGovernment>("PUT", "handover", "handToLocalGovernment", "Hand over to the local government.");
        known.MapFact(
            "PUT", "handover/acknowledgement", "acknowledgeAsLocalGovernment", "Say that your government has taken over, within a day.",
            _ => new LocalGovernmentAcknowledged());
    }

    private static void Reintegration(RouteGroupBuilder known)
    {
        known.MapFact<ReintegrationPlanAgreed>("PUT", "reintegration-plan", "agreeReintegrationPlan", "Agree on a plan of reintegration.");
        known.MapFact<LivelihoodGrantGiven>("POST", "grants", "giveLivelihoodGrant", "Record a livelihood grant.");
        known.MapFact<TrainingCompleted>("POST", "trainings", "completeTraining", "Record a completed training.");
        known.MapFact<FollowUpVisited>("POST", "follow-ups", "visitForFollowUp", "Record a visit after 30, 90, 180 or 365 days.");
        known.MapFact<ReintegrationClosed>("PUT", "closure", "closeReintegration", "Close the reintegration.");
        known.MapFact<ReVictimisationDetected>("POST", "re-victimisation", "detectReVictimisation", "Say that the person is at risk again.");
    }
}

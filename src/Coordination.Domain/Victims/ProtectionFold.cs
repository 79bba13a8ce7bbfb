using System.Globalization;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>The fold of a protection, stage by stage. Each knows its own events and leaves the others to the next.</summary>
public sealed partial record Protection
{
    /// <summary>Names what may happen again, so that it can be told from what is only told again; null for what happens once.</summary>
    internal static string? KeyOf(ProtectionEvent happened, Envelope envelope) => happened switch
    {
        HealthAssessed e => $"health/{e.Emergency}/{Day(envelope)}",
        MedicoLegalExamined e => $"visum/{e.ReportNumber}",
        TreatmentCompleted => $"treatment/{Day(envelope)}",
        PsychosocialAssessed e => $"psychosocial/{e.Guideline}/{Day(envelope)}",
        FamilySupported e => $"family/{e.Support}/{e.Member}/{Day(envelope)}",
        LegalAidAssigned e => $"legal/{e.AssignmentNumber}/{Day(envelope)}",
        EscortAssigned e => $"escort/{e.Agency}/{e.Unit}",
        LivelihoodGrantGiven e => $"grant/{e.ReceiptNumber}",
        TrainingCompleted e => $"training/{e.Certificate}/{Day(envelope)}",
        ReVictimisationDetected e => $"revict/{e.BasedOn}/{Day(envelope)}",
        ServiceLinkedToMatter e => $"matter/{e.Kind}/{e.Matter}",
        _ => null,
    };

    private static string Day(Envelope envelope) => envelope.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Protection? Consented(ProtectionEvent happened, Envelope envelope) => happened switch
    {
        ServiceConsentGiven e => Said(e.Services, ConsentState.Given, e.GivenBy, envelope) with
        {
            Person = Person ?? e.Person, IsChild = IsChild || e.IsChild, Case = Case ?? e.Case,
        },
        ServiceConsentDeclined e => Said(e.Services, ConsentState.Declined, e.GivenBy, envelope) with
        {
            Person = Person ?? e.Person, IsChild = IsChild || e.IsChild,
        },
        ServiceConsentWithdrawn e => Said(e.Services, ConsentState.Withdrawn, e.GivenBy, envelope),
        ShelterAdmitted e => Admitted(e, envelope),
        ShelterDischarged => this with { Shelter = null },
        _ => null,
    };

    private Protection Admitted(ShelterAdmitted fact, Envelope envelope)
    {
        var child = IsChild || fact.IsChild;
        var agreed = Agrees(ServiceKind.Shelter)
            ? this
            : Said([ServiceKind.Shelter], ConsentState.Given, child ? ConsentGiver.Institution : ConsentGiver.Self, envelope);
        return agreed with { Person = fact.Person, Shelter = fact.Shelter, WasSheltered = true, IsChild = child, Case = Case ?? fact.Case };
    }

    private Protection? Cared(ProtectionEvent happened, Envelope envelope) => happened switch
    {
        HealthAssessed => this with { HealthAssessedAt = HealthAssessedAt ?? envelope.OccurredAt },
        MedicoLegalExamined or TreatmentCompleted or FamilySupported => this,
        PsychosocialAssessed => this with { PsychosocialAssessedAt = PsychosocialAssessedAt ?? envelope.OccurredAt },
        ServicePlanAgreed e => this with { Plan = e },
        CounsellingSessionHeld e => this with { Sessions = Sessions.SetItem(e.Session, e.Attended), LastSessionAt = envelope.OccurredAt },
        LegalAidAssigned => this with { LegalAidAt = LegalAidAt ?? envelope.OccurredAt },
        _ => null,
    };

    private Protection? Helped(ProtectionEvent happened) => happened switch
    {
        WitnessProtectionRequested e => this with { WitnessRequest = e },
        WitnessProtectionGranted e => this with { WitnessGrant = e },
        ServiceLinkedToMatter e => this with { Case = Case ?? e.Case },
        _ => null,
    };

    private Protection? Returned(ProtectionEvent happened, Envelope envelope) => happened switch
    {
        RepatriationPlanned e => this with { Return = e, ReturnPlannedAt = ReturnPlannedAt ?? envelope.OccurredAt },
        EscortAssigned => this,
        ArrivedAtOrigin => this with { ArrivedAt = ArrivedAt ?? envelope.OccurredAt },
        HandedToLocalGovernment e => this with { Handover = new(e.Agency, e.Unit, envelope.OccurredAt) },
        LocalGovernmentAcknowledged => this with { Handover = Handover is null ? null : Handover with { IsAcknowledged = true } },
        _ => null,
    };

    private Protection? Reintegrated(ProtectionEvent happened, Envelope envelope) => happened switch
    {
        ReintegrationPlanAgreed e => this with { Reintegration = e, ReintegrationSince = ReintegrationSince ?? envelope.OccurredAt },
        LivelihoodGrantGiven or TrainingCompleted => this,
        FollowUpVisited e => this with { FollowUps = FollowUps.SetItem(e.Milestone, new(e.Met, envelope.OccurredAt)) },
        ReintegrationClosed e => this with { Closed = e.Reason },
        ReVictimisationDetected => this with { ReVictimisedAt = envelope.OccurredAt, Closed = null },
        _ => null,
    };

    private Protection Said(IEnumerable<ServiceKind> services, ConsentState state, ConsentGiver by, Envelope envelope) => this with
    {
        Consents = Consents.SetItems(services.Select(service => KeyValuePair.Create(
            service, new ServiceConsent(state, by, envelope.OccurredAt) { Times = TimesGiven(service, state) }))),
    };

    private int TimesGiven(ServiceKind service, ConsentState state) =>
        (Consents.GetValueOrDefault(service)?.Times ?? 0) + (state == ConsentState.Given && !Agrees(service) ? 1 : 0);
}

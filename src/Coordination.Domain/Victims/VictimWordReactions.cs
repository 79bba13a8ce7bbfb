using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Victims;

/// <summary>
/// What events of other modules say of persons as victims. Each is the word of the agency that wrote it, in its stream, until that agency says otherwise
/// there or determines the person's status; the shield goes by the strongest of all.
/// </summary>
public static class VictimWordReactions
{
    /// <summary>Events that may hold a word.</summary>
    public static IReadOnlyList<Type> Speak { get; } =
    [
        typeof(CaseOpened), typeof(CaseSubjectAdded), typeof(VictimIndicatorScreened), typeof(HandoffProposed), typeof(TravellerHandedToProtection),
        typeof(PoliceReportRegistered), typeof(InvestigationStarted), typeof(VictimIdentifiedInField), typeof(ShelterAdmitted),
        typeof(ReVictimisationDetected), typeof(RestitutionAssessed), typeof(RestitutionClaimed), typeof(RestitutionOrdered), typeof(RestitutionPaid),
    ];

    /// <param name="persons">Persons of the event's envelope: a later fact of an encounter may leave its traveller to the stream.</param>
    public static IEnumerable<(PersonRef Person, VictimStatus Status)> Of(object happened, IReadOnlyList<PersonRef> persons) => happened switch
    {
        CaseOpened opened => opened.Subjects.SelectMany(OfSubject),
        CaseSubjectAdded added => OfSubject(added.Subject),
        VictimIndicatorScreened screened => OfScreening(screened, persons),
        _ => Suspected(happened, persons).Select(person => (person, VictimStatus.Suspected)),
    };

    private static IEnumerable<PersonRef> Suspected(object happened, IReadOnlyList<PersonRef> persons) => happened switch
    {
        HandoffProposed { Role: SubjectRole.SuspectedVictim } handed => [handed.Subject],
        TravellerHandedToProtection handed => [handed.Subject],
        VictimIdentifiedInField found => [found.Person],
        PoliceReportRegistered { Victims: { } victims } => victims,
        // Immigration opens matters with it, of which there is no police report.
        InvestigationStarted { Victims: { } victims } => victims,
        ShelterAdmitted admitted => [admitted.Person],
        ReVictimisationDetected => persons.Take(1),
        RestitutionAssessed restitution => [restitution.Victim],
        RestitutionClaimed restitution => [restitution.Victim],
        RestitutionOrdered restitution => [restitution.Victim],
        RestitutionPaid restitution => [restitution.Victim],
        _ => [],
    };

    private static IEnumerable<(PersonRef, VictimStatus)> OfSubject(CaseSubject subject) => subject switch
    {
        { Status: not VictimStatus.NotAssessed } => [(subject.Person, subject.Status)],
        { Role: CaseRole.SuspectedVictim or CaseRole.Victim } => [(subject.Person, VictimStatus.Suspected)],
        _ => [],
    };

    private static IEnumerable<(PersonRef, VictimStatus)> OfScreening(VictimIndicatorScreened screened, IReadOnlyList<PersonRef> persons)
    {
        var status = screened.Result == ScreeningResult.NoIndication ? VictimStatus.NotVictim : VictimStatus.Suspected;
        return Persona.Each([screened.Traveller ?? persons.Cast<PersonRef?>().FirstOrDefault()]).Select(person => (person, status));
    }
}

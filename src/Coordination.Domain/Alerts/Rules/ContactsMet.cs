using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// Telephones, addresses, accounts, vehicles and documents that come up in applications, encounters at a counter or in the field, and tips, and the
/// people in them.
/// </summary>
internal static class ContactsMet
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(PassportApplicationReceived), typeof(PassportInterviewConducted), typeof(TravellerReferredToSecondary), typeof(SecondaryInspectionConducted),
        typeof(DepartureRecorded), typeof(TipReceived), typeof(PersonEncountered), typeof(PersonSecured), typeof(VictimIdentifiedInField),
        typeof(EvidenceSeized),
    ];

    public static IEnumerable<ContactRef> In(Happening happening)
    {
        IEnumerable<ContactRef?> met = happening.Body switch
        {
            PassportApplicationReceived e => [e.Phone, e.Email, e.Address, e.SponsorContact, e.FeePayer, .. (e.Documents ?? []).Select(document => document.Number)],
            PassportInterviewConducted e => [e.RecruiterPhone, e.JobAdvert],
            TravellerReferredToSecondary e => [e.Phone, e.PassportNumber, e.Journey?.Booking, e.Journey?.PaymentCard, e.Vehicle],
            SecondaryInspectionConducted e => [e.SponsorPhone, e.JobAdvert],
            DepartureRecorded e => [e.PassportNumber, e.Vehicle],
            TipReceived e => [.. All(e.Phones), .. All(e.Accounts), .. All(e.Vehicles), e.Address, e.JobAdvert],
            PersonEncountered e => [e.Lodging],
            EvidenceSeized e => [e.Number],
            _ => [],
        };
        return met.OfType<ContactRef>().Distinct();
    }

    /// <summary>Who applies or travels; nobody in a tip, which may be about many.</summary>
    public static PersonRef? Person(Happening happening) => happening.Body switch
    {
        PassportApplicationEvent e => e.Applicant,
        DepartureScreeningEvent e => e.Traveller,
        TipReceived => default(PersonRef),
        _ => null,
    };

    public static IEnumerable<PersonRef> Persons(Happening happening) => happening.Persons.Distinct();

    private static IEnumerable<ContactRef?> All(IReadOnlyList<ContactRef>? contacts) => (contacts ?? []).Select(contact => (ContactRef?)contact);
}

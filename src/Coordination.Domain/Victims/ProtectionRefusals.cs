using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public static class ProtectionRefusals
{
    public static readonly Refusal ConsentMissing =
        new("protection.consent_missing", "An adult enters a shelter by own consent only.", RefusalKind.Invalid);

    public static readonly Refusal AlreadySheltered = new("protection.already_sheltered", "The person is in another shelter.");

    public static readonly Refusal OtherPerson =
        new("protection.other_person", "These services are for another person.", RefusalKind.Invalid);

    public static readonly Refusal Unknown = new("protection.unknown", "There are no such services.", RefusalKind.NotFound);

    public static readonly Refusal PersonMissing =
        new("protection.person_missing", "The first thing said of a person's services names the person.", RefusalKind.Invalid);

    public static readonly Refusal NoConsent =
        new("protection.no_consent", "A service begins with consent to it, and ends when that is withdrawn.");

    public static readonly Refusal GuardianNeeded =
        new("protection.guardian_needed", "For a child a parent, a guardian or the institution decides.", RefusalKind.Invalid);

    public static readonly Refusal OwnConsentNeeded =
        new("protection.own_consent_needed", "An adult decides alone, or by a guardian whom a court has named.", RefusalKind.Invalid);

    public static readonly Refusal ConsentStands = new("protection.consent_stands", "Consent was given; withdraw it.");

    public static readonly Refusal NotSheltered = new("protection.not_sheltered", "The person is in no shelter.");

    public static readonly Refusal AlreadyHeld = new("protection.already_held", "This session was recorded otherwise.");

    public static readonly Refusal SessionOutOfRange = new("protection.session_out_of_range", "Sessions are numbered from 1.", RefusalKind.Invalid);

    public static readonly Refusal NotAssessed = new("protection.not_assessed", "A plan follows an assessment.");

    public static readonly Refusal NotRequested = new("protection.not_requested", "No witness protection was requested.");

    public static readonly Refusal DestinationUnknown =
        new("protection.destination_unknown", "A return within or into Indonesia ends at a Kemendagri code, any other at a country.", RefusalKind.Invalid);

    public static readonly Refusal NotPlanned = new("protection.not_planned", "No return was planned.");

    public static readonly Refusal NotLocalGovernment =
        new("protection.not_local_government", "The handover is to a regional or village government.", RefusalKind.Invalid);

    public static readonly Refusal HandedElsewhere = new("protection.handed_elsewhere", "Another government has taken over already.");

    public static readonly Refusal NotHanded = new("protection.not_handed", "Nothing was handed over.");

    public static readonly Refusal NotAddressee =
        new("protection.not_addressee", "Only the government that it was handed to may say that it has taken over.", RefusalKind.Forbidden);

    public static readonly Refusal NoReintegrationPlan = new("protection.no_reintegration_plan", "There is no plan of reintegration yet.");

    public static readonly Refusal AmountOutOfRange = new("protection.amount_out_of_range", "A grant has a value.", RefusalKind.Invalid);

    public static readonly Refusal FollowUpsOpen =
        new("protection.follow_ups_open", "Reintegration is complete when the person was met at every visit.");

    public static readonly Refusal Closed = new("protection.closed", "The services were closed.");
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public static class PrivacyRefusals
{
    public static readonly Refusal NoOccasion =
        new("deconfliction.no_occasion", "A question needs the case or the operation that it is for.", RefusalKind.Invalid);

    public static readonly Refusal UnknownNotice = new("contact_notice.unknown", "There is no such notice.", RefusalKind.NotFound);

    public static readonly Refusal UnknownRequest = new("subject_request.unknown", "There is no such request.", RefusalKind.NotFound);

    public static readonly Refusal RequestAnswered = new("subject_request.answered", "The request was answered already.");

    public static readonly Refusal ErasureIsHandedOver =
        new("subject_request.erasure_is_handed_over", "An erasure is handed to the erasure workflow, or refused.");

    public static readonly Refusal NoErasureAsked = new("subject_request.no_erasure_asked", "The person neither asked for erasure nor objected.");

    public static readonly Refusal NoCorrectionAsked =
        new("subject_request.no_correction_asked", "The person did not ask to have its data corrected.");

    public static readonly Refusal OnHold =
        new("privacy.on_hold", "A legal hold stands on the person or its case: nothing is erased.");

    public static readonly Refusal SecondPersonNeeded =
        new("privacy.second_person_needed", "Somebody must approve first, and another person then confirms.");

    public static readonly Refusal SamePerson =
        new("privacy.same_person", "The second person must be another one than the first.", RefusalKind.Forbidden);

    public static readonly Refusal NotAPrivacyOfficer =
        new("privacy.not_an_officer", "A unit head or coordinator decides this.", RefusalKind.Forbidden);

    public static readonly Refusal UnknownRetention = new("retention.unknown", "There is no such proposal.", RefusalKind.NotFound);

    public static readonly Refusal RetentionDecided = new("retention.decided", "This proposal was decided already.");

    public static readonly Refusal DayInPast = new("retention.day_in_past", "The day must lie ahead.", RefusalKind.Invalid);

    public static readonly Refusal UnknownHold = new("legal_hold.unknown", "There is no such hold.", RefusalKind.NotFound);

    public static readonly Refusal HoldTarget =
        new("legal_hold.target", "A hold is on one person or on one case.", RefusalKind.Invalid);

    public static readonly Refusal UnknownBreach = new("breach.unknown", "There is no such breach.", RefusalKind.NotFound);

    public static readonly Refusal BreachClosed = new("breach.closed", "The breach is closed.");

    public static readonly Refusal TimesReversed = new("breach.times_reversed", "The end lies before the begin.", RefusalKind.Invalid);

    public static readonly Refusal KnownInFuture =
        new("breach.known_in_future", "It cannot have become known later than now.", RefusalKind.Invalid);

    public static readonly Refusal BreachOfOthers = new(
        "breach.of_others", "Name accounts of your own agency, and persons whose access report you may ask for.", RefusalKind.Forbidden);

    public static readonly Refusal NotAssessed = new("breach.not_assessed", "Assess it first: a notice says what data and what is done.");

    public static readonly Refusal NotNotified = new("breach.not_notified", "Persons and authority must be notified first.");
}

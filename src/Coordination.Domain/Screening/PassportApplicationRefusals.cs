using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

public static class PassportApplicationRefusals
{
    public static readonly Refusal ApplicantMissing =
        new("passport_application.applicant_missing", "The first fact of an application must name the applicant.", RefusalKind.Invalid);

    public static readonly Refusal OtherApplicant =
        new("passport_application.other_applicant", "This application is of another person; leave the applicant out, or send the ref.", RefusalKind.Invalid);

    public static readonly Refusal OtherOffice =
        new("passport_application.other_office", "Only the office that has the application may do this.", RefusalKind.Forbidden);

    public static readonly Refusal Refused = new("passport_application.refused", "The application was refused; a new one is needed.");

    public static readonly Refusal NotDeferred = new("passport_application.not_deferred", "There is no deferral.");

    public static readonly Refusal ReviewInPast =
        new("passport_application.review_in_past", "The day of review lies before the deferral.", RefusalKind.Invalid);

    public static readonly Refusal ReferredToOwnOffice =
        new("passport_application.referred_to_own_office", "An applicant is referred to another agency.", RefusalKind.Invalid);

    public static readonly Refusal Unknown = new("passport_application.unknown", "There is no such application.", RefusalKind.NotFound);

    public static readonly Refusal Issued = new("passport_application.issued", "The passport was issued.");

    public static readonly Refusal Deferred = new("passport_application.deferred", "A deferral stands; it has to be lifted first.");

    public static readonly Refusal NotReferred =
        new("passport_application.not_referred", "The applicant was not referred to this unit.", RefusalKind.Forbidden);

    public static readonly Refusal FieldCheckUnknown =
        new("passport_application.field_check_unknown", "There is no field check under this order.", RefusalKind.Invalid);

    public static readonly Refusal FieldCheckExists =
        new("passport_application.field_check_exists", "A field check was ordered under this number for another reason.");

    public static readonly Refusal FieldCheckAnswered =
        new("passport_application.field_check_answered", "This field check was reported on in other words.");
}

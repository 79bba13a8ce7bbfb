using Coordination.Domain.Screening;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Screening;

/// <summary>Screening over HTTP: the passport counter and the checkpoint.</summary>
internal static class ScreeningModule
{
    public static void Map(RouteGroupBuilder api)
    {
        Applications(api.MapGroup("passport-applications").WithTags("Screening").RequireAuthorization(Permissions.Work));
        Encounters(api.MapGroup("departure-screenings").WithTags("Screening").RequireAuthorization(Permissions.Work));
    }

    private static void Applications(RouteGroupBuilder applications)
    {
        applications.MapNewFact<PassportApplicationReceived>("", "receivePassportApplication", "Take an application in.");
        applications.MapFact<PassportInterviewConducted>("POST", "{id:guid}/interviews", "conductPassportInterview", "Record an interview with its red flags.");
        applications.MapFact<ApplicantDocumentVerified>(
            "POST", "{id:guid}/documents", "verifyApplicantDocument", "Record what an issuer or its register says of a document.");
        applications.MapFact<DocumentForgerySuspected>("POST", "{id:guid}/forgeries", "suspectDocumentForgery", "Say why a document is thought to be forged.");
        applications.MapFact<FieldCheckOrdered>("POST", "{id:guid}/field-checks", "orderFieldCheck", "Order a check in the field.");
        applications.MapFact<FieldCheckReported>("POST", "{id:guid}/field-checks/reports", "reportFieldCheck", "Report what was found in the field.");
        applications.MapFact<PassportIssuanceDeferred>("PUT", "{id:guid}/deferral", "deferPassportIssuance", "Defer the passport, naming what is missing.");
        applications.MapFact<PassportDeferralLifted>("PUT", "{id:guid}/deferral/lifting", "liftPassportDeferral", "Lift the deferral.");
        applications.MapFact<PassportApplicationRefused>("PUT", "{id:guid}/refusal", "refusePassportApplication", "Refuse the application.");
        applications.MapFact<DeferredApplicantReferred>("POST", "{id:guid}/referrals", "referDeferredApplicant", "Refer the applicant to another agency.");
        applications.MapFact(
            "PUT", "{id:guid}/referrals/acceptance", "acceptApplicantReferral", "Take the referral up, as the unit it was made to.",
            _ => new ApplicantReferralAccepted());
        applications.MapFact("PUT", "{id:guid}/issuance", "issuePassport", "Issue the passport.", _ => new PassportIssued());
    }

    private static void Encounters(RouteGroupBuilder encounters)
    {
        encounters.MapNewFact<TravellerReferredToSecondary>("", "referTraveller", "Send a traveller to the second line.");
        encounters.MapNewFact<DepartureDeferred>("deferrals", "deferDepartureAtCounter", "Defer a departure at the counter, without a second line before it.");
        encounters.MapNewFact<DepartureRecorded>("departures", "recordDeparture", "Record a departure that the border saw, without an encounter before it.");
        encounters.MapFact<SecondaryInspectionConducted>("POST", "{id:guid}/inspections", "inspectTraveller", "Record the second line.");
        encounters.MapFact<VictimIndicatorScreened>("POST", "{id:guid}/victim-screenings", "screenVictimIndicators", "Screen for signs of a victim.");
        encounters.MapFact<DepartureDeferred>("PUT", "{id:guid}/deferral", "deferDeparture", "Defer the departure.");
        encounters.MapFact<DepartureDeferralOverturned>("PUT", "{id:guid}/deferral/overturning", "overturnDepartureDeferral", "Overturn the deferral.");
        encounters.MapFact<DepartureRecorded>("PUT", "{id:guid}/departure", "recordDepartureOfTraveller", "Record that the traveller left.");
        encounters.MapFact<PassportWithdrawn>("PUT", "{id:guid}/passport-withdrawal", "withdrawPassport", "Withdraw the passport against a receipt.");
        encounters.MapFact<OriginReturnFacilitated>("PUT", "{id:guid}/origin-return", "facilitateOriginReturn", "Arrange the way home.");
    }
}

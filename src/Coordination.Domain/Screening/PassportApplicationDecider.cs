using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

/// <summary>A wish about a passport application; carries the fact that it asks to record.</summary>
public abstract record PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    private const string Immigration = "IMIGRASI";

    public static StreamKind<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Kind { get; } =
        new("passport_application", PassportApplication.None, PassportApplication.Evolve, Decide, CommandFor, application => Persona.Each(application.Applicant),
            application => application.ReferredTo);

    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, PassportApplicationCommand command, Envelope envelope) => command switch
    {
        ReceivePassportApplication c => Decide(application, c, envelope),
        ConductPassportInterview c => Decide(application, c, envelope),
        DeferPassportIssuance c => Decide(application, c, envelope),
        RefusePassportApplication c => Decide(application, c, envelope),
        ReferDeferredApplicant c => Decide(application, c, envelope),
        LiftPassportDeferral c => Decide(application, c, envelope),
        VerifyApplicantDocument c => Decide(application, c, envelope),
        SuspectDocumentForgery c => Decide(application, c, envelope),
        OrderFieldCheck c => Decide(application, c, envelope),
        ReportFieldCheck c => Decide(application, c, envelope),
        AcceptApplicantReferral c => Decide(application, c, envelope),
        IssuePassport c => Decide(application, c, envelope),
        NoteReapplication c => Decide(application, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static PassportApplicationCommand CommandFor(PassportApplicationEvent fact) => fact switch
    {
        PassportApplicationReceived e => new ReceivePassportApplication(e),
        PassportInterviewConducted e => new ConductPassportInterview(e),
        PassportIssuanceDeferred e => new DeferPassportIssuance(e),
        PassportApplicationRefused e => new RefusePassportApplication(e),
        DeferredApplicantReferred e => new ReferDeferredApplicant(e),
        PassportDeferralLifted e => new LiftPassportDeferral(e),
        ApplicantDocumentVerified e => new VerifyApplicantDocument(e),
        DocumentForgerySuspected e => new SuspectDocumentForgery(e),
        FieldCheckOrdered e => new OrderFieldCheck(e),
        FieldCheckReported e => new ReportFieldCheck(e),
        ApplicantReferralAccepted e => new AcceptApplicantReferral(e),
        PassportIssued e => new IssuePassport(e),
        ApplicantReappliedElsewhere e => new NoteReapplication(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>
    /// What stands against any fact on this application: another office's, another person's, or one without a person. An agency joins with
    /// applications already open, so a later fact may come first, if it names the applicant.
    /// </summary>
    private static Refusal? Problem(PassportApplication application, PassportApplicationEvent fact, Officer by) => application.Status switch
    {
        PassportApplicationStatus.None when by.Agency != Immigration => PassportApplicationRefusals.Unknown,
        PassportApplicationStatus.None => fact.Applicant is null ? PassportApplicationRefusals.ApplicantMissing : null,
        _ when !AnswersOffice(fact, by) && !Units.SameOffice(by.Agency, by.Unit, application.Unit) => PassportApplicationRefusals.OtherOffice,
        _ when fact.Applicant is { } applicant && applicant != application.Applicant => PassportApplicationRefusals.OtherApplicant,
        _ => null,
    };

    /// <summary>Another agency that the office asked: the issuer of a document, or who took a referral up.</summary>
    private static bool AnswersOffice(PassportApplicationEvent fact, Officer by) =>
        by.Agency != Immigration && fact is (ApplicantDocumentVerified or DocumentForgerySuspected or ApplicantReferralAccepted);
}

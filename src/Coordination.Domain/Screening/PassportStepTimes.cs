using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

/// <summary>The times that flow (a) gives to the steps of an application which no alert watches.</summary>
internal static class PassportStepTimes
{
    /// <summary>What the step that this event ends took; null for events that end none.</summary>
    /// <param name="application">As it stood before.</param>
    public static StepTime? Of(PassportApplication application, PassportApplicationEvent happened, Envelope envelope)
    {
        var (at, place) = (envelope.OccurredAt, application.Place);
        return happened switch
        {
            PassportApplicationReceived when !application.IsReceived =>
                new(TimedStep.Import, at, at + ServiceLevels.ApplicationImport, envelope.RecordedAt),
            // An interview is written down on its day: what is remembered the day after was asked by somebody who has forgotten it.
            PassportInterviewConducted => new(TimedStep.Interview, at, WorkingCalendar.EndOfDay(at, 0, place), envelope.RecordedAt),
            ApplicantDocumentVerified when Last(application.ReceivedAt, application.AnswerDueSince) is { } asked =>
                new(TimedStep.DocumentVerification, asked, WorkingCalendar.EndOf(asked, ServiceLevels.DocumentVerificationWorkingDays, place), at),
            // Deferred anew for other reasons is no second answer to the interview.
            PassportIssuanceDeferred when application is { AnswerDueSince: { } heard, LastDeferral: null } =>
                new(TimedStep.Deferral, heard, WorkingCalendar.EndOfDay(heard, 0, place), at),
            DeferredApplicantReferred when application.DeferredAt is { } deferred =>
                new(TimedStep.Referral, deferred, WorkingCalendar.EndOf(deferred, ServiceLevels.DeferredReferralWorkingDays, place), at),
            _ => null,
        };
    }

    private static DateTimeOffset? Last(DateTimeOffset? one, DateTimeOffset? other) => other is null || one > other ? one : other;
}

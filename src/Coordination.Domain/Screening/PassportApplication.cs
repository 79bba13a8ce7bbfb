using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

public enum PassportApplicationStatus
{
    None,
    Received,
    Deferred,
    DeferralLifted,
    Refused,
    Issued,
}

/// <summary>An applicant sent to a unit of another agency.</summary>
/// <param name="To">The unit, as reader group.</param>
/// <param name="AcceptedAt">When the unit took it up; null while it has not.</param>
/// <param name="Attended">The applicant came; null = not known yet.</param>
public sealed record ApplicantReferral(string To, DateTimeOffset At, string? Place, DateTimeOffset? AcceptedAt = null, bool? Attended = null);

/// <param name="Report">What was found; null while nobody has said.</param>
public sealed record FieldCheck(string OrderNumber, FieldCheckReason Reason, DateTimeOffset OrderedAt, string? Place, FieldCheckReported? Report = null);

/// <summary>One application at one kanim: who applied and what the office answered.</summary>
public sealed record PassportApplication
{
    public static PassportApplication None { get; } = new();

    public PassportApplicationStatus Status { get; private init; }

    public PersonRef? Applicant { get; private init; }

    public string Unit { get; private init; } = "";

    public bool IsReceived { get; private init; }

    public DateTimeOffset? ReceivedAt { get; private init; }

    public PassportInterviewConducted? LastInterview { get; private init; }

    /// <summary>When an answer became due last: by the interview, or by the end of a deferral. Null before either.</summary>
    public DateTimeOffset? AnswerDueSince { get; private init; }

    /// <summary>What the steps took to which flow (a) gives a time, in the order in which they were done.</summary>
    public IReadOnlyList<StepTime> StepTimes { get; private init; } = [];

    /// <summary>Where the application lies, for its calendar.</summary>
    public string? Place { get; private init; }

    public PassportIssuanceDeferred? LastDeferral { get; private init; }

    public DateTimeOffset? DeferredAt { get; private init; }

    public IReadOnlyList<ApplicantReferral> Referrals { get; private init; } = [];

    /// <summary>Units that the applicant was referred to, as reader groups.</summary>
    public IEnumerable<string> ReferredTo => Referrals.Select(referral => referral.To);

    public IReadOnlyList<FieldCheck> FieldChecks { get; private init; } = [];

    public IReadOnlyList<ApplicantDocumentVerified> Verifications { get; private init; } = [];

    public IReadOnlyList<DocumentForgerySuspected> Forgeries { get; private init; } = [];

    /// <summary>Earlier applications that the product has pointed out.</summary>
    public IReadOnlyList<Guid> Earlier { get; private init; } = [];

    public static PassportApplication Evolve(PassportApplication application, PassportApplicationEvent happened, Envelope envelope)
    {
        var known = application.Status == PassportApplicationStatus.None
            ? application with
            {
                Status = PassportApplicationStatus.Received, Applicant = happened.Applicant, Unit = envelope.By.Unit, Place = PlaceOf(envelope),
            }
            : application;
        var measured = PassportStepTimes.Of(known, happened, envelope) is { } took ? known with { StepTimes = [.. known.StepTimes, took] } : known;
        return measured.With(happened, envelope);
    }

    private PassportApplication With(PassportApplicationEvent happened, Envelope envelope)
    {
        var known = this;
        return happened switch
        {
            PassportApplicationReceived => known with { IsReceived = true, ReceivedAt = envelope.OccurredAt },
            PassportInterviewConducted e => known with { LastInterview = e, AnswerDueSince = envelope.OccurredAt },
            ApplicantDocumentVerified e => known with { Verifications = [.. known.Verifications, e] },
            DocumentForgerySuspected e => known with { Forgeries = [.. known.Forgeries, e] },
            FieldCheckOrdered e => known with
            {
                FieldChecks = [.. known.FieldChecks, new(e.OrderNumber, e.Reason, envelope.OccurredAt, e.Place ?? PlaceOf(envelope))],
            },
            FieldCheckReported e => known.Reported(e),
            PassportIssuanceDeferred e => known with
            {
                Status = PassportApplicationStatus.Deferred, LastDeferral = e, DeferredAt = envelope.OccurredAt,
            },
            PassportApplicationRefused => known with { Status = PassportApplicationStatus.Refused },
            DeferredApplicantReferred e => known with
            {
                Referrals = [.. known.Referrals, new(Audiences.Unit(e.ToAgency, e.ToUnit), envelope.OccurredAt, PlaceOf(envelope))],
            },
            ApplicantReferralAccepted e => known.Accepted(e, envelope),
            PassportDeferralLifted => known with { Status = PassportApplicationStatus.DeferralLifted, AnswerDueSince = envelope.OccurredAt },
            PassportIssued => known with { Status = PassportApplicationStatus.Issued },
            ApplicantReappliedElsewhere e => known with { Earlier = [.. known.Earlier, e.EarlierApplication] },
            _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a passport application."),
        };
    }

    internal ApplicantReferral? ReferralTo(string unit) => Referrals.FirstOrDefault(referral => referral.To == unit);

    internal FieldCheck? CheckUnder(string orderNumber) => FieldChecks.FirstOrDefault(check => check.OrderNumber == orderNumber);

    private PassportApplication Reported(FieldCheckReported report) => this with
    {
        FieldChecks = [.. FieldChecks.Select(check => check.OrderNumber == report.OrderNumber ? check with { Report = report } : check)],
    };

    private PassportApplication Accepted(ApplicantReferralAccepted accepted, Envelope envelope)
    {
        var unit = Audiences.Unit(envelope.By.Agency, envelope.By.Unit);
        return this with
        {
            Referrals =
            [
                .. Referrals.Select(referral => referral.To != unit ? referral : referral with
                {
                    AcceptedAt = referral.AcceptedAt ?? envelope.OccurredAt, Attended = accepted.Attended ?? referral.Attended,
                }),
            ],
        };
    }

    private static string? PlaceOf(Envelope envelope) => envelope.Place ?? Units.Find(envelope.By.Agency, envelope.By.Unit)?.Place;
}

using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Host.Cases;
using Coordination.Host.Screening;
using Coordination.Host.Tips;

namespace Coordination.Host.Commands;

/// <summary>
/// Fills in what only the product can know before it asks for a decision: the number of a new case, the tracking code of a tip, the digests of the
/// answers in an interview and of the wording of advertisements, which are sealed after this.
/// </summary>
public sealed class Completion(CaseNumbers numbers, AnswerDigests digests)
{
    public async ValueTask<object> Complete(object fact, Envelope envelope, CancellationToken ct) => fact switch
    {
        CaseOpened { Number: "" } opened => opened with { Number = await numbers.Next(envelope.Day.Year, ct) },
        TipReceived received => digests.On(received with { TrackingCode = received.TrackingCode.Length == 0 ? TrackingCodes.Next() : received.TrackingCode }),
        PassportInterviewConducted interview => digests.On(interview),
        SecondaryInspectionConducted inspection => digests.On(inspection),
        IllegalJobAdReported ad => digests.On(ad),
        _ => fact,
    };
}

using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Host.Cases;
using Coordination.Host.Screening;
using Coordination.Host.Tips;

namespace Coordination.Host.Commands;

/// <summary>
/// Fills in what only the product can know before it asks for a decision: the number of a new case, the tracking code of a tip, the digest of the
/// answers in an interview, which are sealed after this.
/// </summary>
public sealed class Completion(CaseNumbers numbers, AnswerDigests digests)
{
    public async ValueTask<object> Complete(object fact, Envelope envelope, CancellationToken ct) => fact switch
    {
        CaseOpened { Number: "" } opened => opened with { Number = await numbers.Next(envelope.Day.Year, ct) },
        TipReceived { TrackingCode: "" } received => received with { TrackingCode = TrackingCodes.Next() },
        PassportInterviewConducted interview => digests.On(interview),
        _ => fact,
    };
}

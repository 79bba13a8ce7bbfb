using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record FulfilSubjectRequest(DataSubjectRequestFulfilled Fact) : SubjectRequestCommand;

public static partial class SubjectRequestDecider
{
    public static Decision<SubjectRequestEvent> Decide(SubjectRequest request, FulfilSubjectRequest command, Envelope envelope) => request switch
    {
        { Status: RequestStatus.Fulfilled } when request.Agency == envelope.By.Agency => Unchanged.Value,
        _ when Closed(request, envelope) is { } closed => closed,
        { Right: DataRight.Erasure } => PrivacyRefusals.ErasureIsHandedOver,
        _ when Input.Blank(("note", command.Fact.Note)) is { } blank => blank,
        _ => command.Fact,
    };
}

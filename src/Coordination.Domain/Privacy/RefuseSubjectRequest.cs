using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record RefuseSubjectRequest(DataSubjectRequestRefused Fact) : SubjectRequestCommand;

public static partial class SubjectRequestDecider
{
    public static Decision<SubjectRequestEvent> Decide(SubjectRequest request, RefuseSubjectRequest command, Envelope envelope) => request switch
    {
        { Status: RequestStatus.Refused } when request.Agency == envelope.By.Agency => Unchanged.Value,
        _ when Closed(request, envelope) is { } closed => closed,
        _ when Input.Blank(("note", command.Fact.Note)) is { } blank => blank,
        _ => command.Fact,
    };
}

using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record ReceiveSubjectRequest(DataSubjectRequestReceived Fact) : SubjectRequestCommand;

public static partial class SubjectRequestDecider
{
    public static Decision<SubjectRequestEvent> Decide(SubjectRequest request, ReceiveSubjectRequest command, Envelope envelope) => request switch
    {
        { Status: not RequestStatus.None } => request.Agency == envelope.By.Agency ? Unchanged.Value : PrivacyRefusals.UnknownRequest,
        _ when Input.Blank(("reference", command.Fact.Reference)) is { } blank => blank,
        _ => command.Fact,
    };
}

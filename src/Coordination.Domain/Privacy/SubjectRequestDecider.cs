using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about a person's request; carries the fact that it asks to record.</summary>
public abstract record SubjectRequestCommand;

public static partial class SubjectRequestDecider
{
    public static StreamKind<SubjectRequest, SubjectRequestEvent, SubjectRequestCommand> Kind { get; } =
        new("subject_request", SubjectRequest.None, SubjectRequest.Evolve, Decide, CommandFor, persons: request => [request.Subject]);

    public static Decision<SubjectRequestEvent> Decide(SubjectRequest request, SubjectRequestCommand command, Envelope envelope) => command switch
    {
        ReceiveSubjectRequest c => Decide(request, c, envelope),
        FulfilSubjectRequest c => Decide(request, c, envelope),
        RefuseSubjectRequest c => Decide(request, c, envelope),
        HandRequestToErasure c => Decide(request, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static SubjectRequestCommand CommandFor(SubjectRequestEvent fact) => fact switch
    {
        DataSubjectRequestReceived e => new ReceiveSubjectRequest(e),
        DataSubjectRequestFulfilled e => new FulfilSubjectRequest(e),
        DataSubjectRequestRefused e => new RefuseSubjectRequest(e),
        DataSubjectRequestHandedToErasure e => new HandRequestToErasure(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Null when this officer may answer it now and it is still open.</summary>
    private static Refusal? Closed(SubjectRequest request, Envelope envelope) => request switch
    {
        { Status: RequestStatus.None } => PrivacyRefusals.UnknownRequest,
        _ when request.Agency != envelope.By.Agency => PrivacyRefusals.UnknownRequest,
        { Status: not RequestStatus.Open } => PrivacyRefusals.RequestAnswered,
        _ => null,
    };
}

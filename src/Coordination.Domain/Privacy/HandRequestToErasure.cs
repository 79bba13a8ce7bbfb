using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <param name="OnHold">What the registry of holds says of the person.</param>
public sealed record HandRequestToErasure(DataSubjectRequestHandedToErasure Fact, bool OnHold = false) : SubjectRequestCommand;

public static partial class SubjectRequestDecider
{
    public static Decision<SubjectRequestEvent> Decide(SubjectRequest request, HandRequestToErasure command, Envelope envelope) => request switch
    {
        { Status: RequestStatus.HandedToErasure } when request.Agency == envelope.By.Agency => Unchanged.Value,
        _ when Closed(request, envelope) is { } closed => closed,
        { Right: not (DataRight.Erasure or DataRight.Objection) } => PrivacyRefusals.NoErasureAsked,
        _ when command.OnHold => PrivacyRefusals.OnHold,
        _ => command.Fact,
    };
}

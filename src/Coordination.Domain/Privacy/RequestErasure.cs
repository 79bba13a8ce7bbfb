using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <param name="IntroducedBy">Agency that told us of the person; null when there is none.</param>
public sealed record RequestErasure(ErasureRequested Fact, string? IntroducedBy = null) : ErasureCommand;

public static partial class ErasureDecider
{
    public static Decision<ErasureEvent> Decide(Erasure erasure, RequestErasure command, Envelope envelope) => erasure switch
    {
        { Status: not ErasureStatus.None } => erasure.Person == command.Fact.Person ? Unchanged.Value : ErasureRefusals.Exists,
        _ when command.IntroducedBy != envelope.By.Agency => ErasureRefusals.PersonUnknown,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}

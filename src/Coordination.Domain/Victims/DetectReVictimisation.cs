using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record DetectReVictimisation(ReVictimisationDetected Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>Closed services open again by it.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, DetectReVictimisation command, Envelope envelope) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        _ when Input.Blank(("circumstances", command.Fact.Circumstances)) is { } blank => blank,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}

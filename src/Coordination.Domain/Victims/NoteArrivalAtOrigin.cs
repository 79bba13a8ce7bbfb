using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record NoteArrivalAtOrigin(ArrivedAtOrigin Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>Somebody who has arrived has arrived, whatever was agreed before.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, NoteArrivalAtOrigin command) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        { Return: null } => ProtectionRefusals.NotPlanned,
        { ArrivedAt: not null } => Unchanged.Value,
        _ => command.Fact,
    };
}

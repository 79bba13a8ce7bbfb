using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>The product's own command.</summary>
public sealed record NoteWarningOutcome(WarningOutcomeNoted Fact) : NetworkWarningCommand;

public static partial class NetworkWarningDecider
{
    public static Decision<NetworkWarningEvent> Decide(NetworkWarning warning, NoteWarningOutcome command) => warning switch
    {
        { Issue: null } => NetworkWarningRefusals.Unknown,
        _ when warning.Outcomes.Any(known => (known.Advisory, known.HitNumber) == (command.Fact.Advisory, command.Fact.HitNumber)) => Unchanged.Value,
        _ => command.Fact,
    };
}

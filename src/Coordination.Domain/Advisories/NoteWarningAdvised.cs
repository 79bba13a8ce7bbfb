using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>The product's own command.</summary>
public sealed record NoteWarningAdvised(WarningAdvised Fact) : NetworkWarningCommand;

public static partial class NetworkWarningDecider
{
    public static Decision<NetworkWarningEvent> Decide(NetworkWarning warning, NoteWarningAdvised command) => warning switch
    {
        { Issue: null } => NetworkWarningRefusals.Unknown,
        _ when warning.Advisories.Contains(command.Fact.Advisory) => Unchanged.Value,
        _ => command.Fact,
    };
}

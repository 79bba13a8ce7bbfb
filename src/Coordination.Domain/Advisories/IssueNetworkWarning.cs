using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

public sealed record IssueNetworkWarning(NetworkWarningIssued Fact) : NetworkWarningCommand;

public static partial class NetworkWarningDecider
{
    public static Decision<NetworkWarningEvent> Decide(NetworkWarning warning, IssueNetworkWarning command, Envelope envelope)
    {
        var fact = command.Fact;
        return warning switch
        {
            { Issue: { } before } => before.WarningNumber == fact.WarningNumber ? Unchanged.Value : NetworkWarningRefusals.Exists,
            _ when Input.Blank(("warningNumber", fact.WarningNumber), ("network", fact.Network), ("route", fact.Route)) is { } blank => blank,
            _ when fact.Until < fact.From => NetworkWarningRefusals.PeriodReversed,
            _ when (fact.Checkpoints ?? []).Where(code => !Checkpoints.IsOpen(code, envelope.Day)).ToArray() is { Length: > 0 } strange =>
                NetworkWarningRefusals.UnknownCheckpoint with { Details = strange },
            _ => fact,
        };
    }
}

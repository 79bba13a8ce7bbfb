using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

/// <summary>A wish about a warning; carries the fact that it asks to record.</summary>
public abstract record NetworkWarningCommand;

public static partial class NetworkWarningDecider
{
    public static StreamKind<NetworkWarning, NetworkWarningEvent, NetworkWarningCommand> Kind { get; } =
        new("network_warning", NetworkWarning.None, NetworkWarning.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<NetworkWarningEvent> Decide(NetworkWarning warning, NetworkWarningCommand command, Envelope envelope) => command switch
    {
        IssueNetworkWarning c => Decide(warning, c, envelope),
        SendWarningFeedback c => Decide(warning, c),
        NoteWarningAdvised c => Decide(warning, c),
        NoteWarningOutcome c => Decide(warning, c),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static NetworkWarningCommand CommandFor(NetworkWarningEvent fact) => fact switch
    {
        NetworkWarningIssued e => new IssueNetworkWarning(e),
        WarningFeedbackSent e => new SendWarningFeedback(e),
        WarningAdvised e => new NoteWarningAdvised(e),
        WarningOutcomeNoted e => new NoteWarningOutcome(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>A warning is for the border; who may read it there, its level says.</summary>
    private static IEnumerable<string> Readers(NetworkWarning warning) => warning.IssuedBy is { } by
        ? [Audiences.Unit(by.Agency, by.Unit), Audiences.Agency(Agencies.Immigration)]
        : [];
}

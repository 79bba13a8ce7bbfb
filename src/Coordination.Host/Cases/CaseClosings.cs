using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Projections.Cases;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Cases;

/// <summary>Tells the closing of a case what still waits for somebody on it, as far as the officer may read it.</summary>
internal sealed class CaseClosings(CaseSummaryQueries cases, Holders holders, ProjectionDaemon views) : IInformant
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The command with what it must know; other commands as they are.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be known yet; nothing was written.</exception>
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct)
    {
        if (command is not CloseCase close)
            return command;
        if (await views.WaitFor(await holders.LastPosition(ct), Patience, ct, [.. CaseSummaryQueries.Reads]) is { Reached: false })
            throw new StoreUnavailableException("What waits on the case cannot be known yet; nothing was written.");
        return await cases.Find(Viewer.Of(by), new CaseId(stream), ct) is { } file
            ? close with { OpenHandoffs = file.OpenHandoffs, OpenAlerts = file.OpenAlerts }
            : close;
    }
}

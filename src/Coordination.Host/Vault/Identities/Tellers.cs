using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Vault;

/// <summary>
/// Whose word about a person may reach a viewer: that of its own agency, and that of each agency that names the person to it in something
/// which it may read. To know a NIK, or to have kept a reference, opens nothing that others told.
/// </summary>
internal sealed class Tellers(HoldingQueries holdings, Holders log, ProjectionDaemon views)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlySet<string>> Of(Viewer viewer, PersonRef person, CancellationToken ct)
    {
        // What was told a moment ago counts; a view that stays behind gives less, never more.
        await views.WaitFor(await log.LastPosition(ct), Patience, ct, [.. HoldingQueries.Reads]);
        var namers = await holdings.Namers(viewer, [person.Value], ct);
        return namers[person.Value].Append(viewer.Officer.Agency).ToHashSet(StringComparer.Ordinal);
    }
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Host.Vault;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Access;

/// <summary>
/// Who looked. Told to the agency that owns the thing (or told us of the person) and to the agencies that protect victims, where they may open the
/// thing itself; to nobody else, not even that there is anything.
/// </summary>
internal sealed class AccessReport(
    AccessEntries entries, PersonVault vault, CaseSummaryQueries cases, CasePersonQueries persons, HandoffInboxQueries handoffs,
    IntelligenceBoardQueries intelligence, AlertBoardQueries alerts, SnapshotQueries snapshots, TimeProvider clock)
{
    private static readonly AgencyKind[] Protecting =
        [AgencyKind.MigrantProtection, AgencyKind.WitnessProtection, AgencyKind.WomenAndChildren, AgencyKind.SocialAffairs];

    /// <summary>Entries of one target; null when this viewer may not ask.</summary>
    public async Task<IReadOnlyList<AccessLine>?> OfTarget(Viewer viewer, string target, long before, int limit, CancellationToken ct) =>
        await MayAsk(viewer, target, ct) ? await entries.Of(target, null, before, limit, ct) : null;

    /// <summary>Entries that showed a person; null when this viewer may not ask. Looks at things that the viewer may not open are told without them.</summary>
    public async Task<IReadOnlyList<AccessLine>?> OfPerson(Viewer viewer, PersonRef person, long before, int limit, CancellationToken ct)
    {
        if (await vault.IntroducedBy(person, ct) is not { } owner)
            return null;
        if (!Same(owner, viewer.Officer.Agency) && !(Protects(viewer) && (await persons.CasesOf(viewer, person, ct)).Count > 0))
            return null;
        var all = await entries.Of(null, person, before, limit, ct);
        var open = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var target in all.Select(line => line.Target!).Distinct(StringComparer.Ordinal))
            open[target] = await MayOpen(viewer, target, ct);
        return [.. all.Select(line => open[line.Target!] ? line : line with { Officer = null, Target = null })];
    }

    private async Task<bool> MayAsk(Viewer viewer, string target, CancellationToken ct)
    {
        bool Owns(string agency) => Same(agency, viewer.Officer.Agency);
        if (!TryParse(target, out var kind, out var id))
            return false;
        return kind switch
        {
            "case" => await cases.Find(viewer, new CaseId(id), ct) is { } file && (Owns(file.Agency) || Protects(viewer)),
            "handoff" => await handoffs.Find(viewer, new HandoffId(id), ct) is { } handoff && (Owns(handoff.Item.From.Agency) || Protects(viewer)),
            "intelligence" => await intelligence.Find(viewer, id, ct) is { } report && Owns(report.Agency),
            // An alert is the product's: nobody's to ask about but those who protect.
            "alert" => Protects(viewer) && await alerts.Find(viewer, id, ct) is not null,
            _ when SnapshotKinds.Find(kind) is { } other => await snapshots.Find(viewer, other, id, clock.GetUtcNow(), ct) is { } thing
                && (Owns(thing.Item.Agency) || Protects(viewer)),
            _ => false,
        };
    }

    private async Task<bool> MayOpen(Viewer viewer, string target, CancellationToken ct) => TryParse(target, out var kind, out var id) && kind switch
    {
        "case" => await cases.Find(viewer, new CaseId(id), ct) is not null,
        "handoff" => await handoffs.Find(viewer, new HandoffId(id), ct) is not null,
        "intelligence" => await intelligence.Find(viewer, id, ct) is not null,
        "alert" => await alerts.Find(viewer, id, ct) is not null,
        "person" => true,
        _ when SnapshotKinds.Find(kind) is { } other => await snapshots.Sees(viewer, other, id, ct),
        _ => false,
    };

    internal static bool Protects(Viewer viewer) => Agencies.Find(viewer.Officer.Agency) is { } agency && Protecting.Contains(agency.Kind);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static bool TryParse(string target, out string kind, out Guid id)
    {
        (kind, id) = ("", default);
        if (target.Split(':') is not [var named, var uuid] || !Guid.TryParse(uuid, out id))
            return false;
        kind = named;
        return true;
    }
}

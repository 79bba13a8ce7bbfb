using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Host.Vault;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Intelligence;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Access;

/// <summary>Some lines of an access report, the latest first.</summary>
/// <param name="Next">The entry to go on before; null when there are no earlier ones.</param>
/// <param name="Withheld">Looks at things that the reader may know of and not read.</param>
internal sealed record AccessPage(IReadOnlyList<AccessLine> Lines, long? Next, int Withheld);

/// <summary>
/// Who looked. Told to the agency that owns the thing (or told us of the person) and to the agencies that protect victims, where they may open the
/// thing itself; to nobody else, not even that there is anything.
/// </summary>
internal sealed class AccessReport(
    AccessEntries entries, PersonVault vault, CaseSummaryQueries cases, CasePersonQueries persons, HandoffInboxQueries handoffs,
    IntelligenceBoardQueries intelligence, AlertBoardQueries alerts, SnapshotQueries snapshots, ThingSight things, TimeProvider clock)
{
    private static readonly AgencyKind[] Protecting =
        [AgencyKind.MigrantProtection, AgencyKind.WitnessProtection, AgencyKind.WomenAndChildren, AgencyKind.SocialAffairs];

    /// <summary>Entries of one target; null when this viewer may not ask.</summary>
    public async Task<AccessPage?> OfTarget(Viewer viewer, string target, long before, int limit, CancellationToken ct) =>
        await MayAsk(viewer, target, ct) && await entries.Of(target, null, before, limit, ct) is { } all ? new(all, NextOf(all, limit), 0) : null;

    /// <summary>
    /// Entries that showed a person; null when this viewer may not ask. Looks at things that the viewer may not read are counted, where it may know of
    /// them, and of the others nothing is said.
    /// </summary>
    public async Task<AccessPage?> OfPerson(Viewer viewer, PersonRef person, long before, int limit, CancellationToken ct)
    {
        if (!await MayAskOf(viewer, person, ct))
            return null;
        var all = await entries.Of(null, person, before, limit, ct);
        var sights = new Dictionary<string, Sight>(StringComparer.Ordinal);
        foreach (var thing in all.Select(ThingOf).Distinct(StringComparer.Ordinal))
            sights[thing] = await MayOpen(viewer, thing, ct) ? Sight.Full : await SightOf(viewer, thing, ct);
        return new(
            [.. all.Where(line => sights[ThingOf(line)] == Sight.Full)], NextOf(all, limit), all.Count(line => sights[ThingOf(line)] == Sight.Existence));
    }

    /// <summary>May this viewer ask who looked at the person? Its agency told us of it first, or it protects and knows of it.</summary>
    public async Task<bool> MayAskOf(Viewer viewer, PersonRef person, CancellationToken ct) =>
        await vault.IntroducedBy(person, ct) is { } owner
        && (Same(owner, viewer.Officer.Agency) || (Protects(viewer) && (await persons.CasesOf(viewer, person, ct)).Count > 0));

    // A reveal or a search is told where the case is known that it was for.
    private static string ThingOf(AccessLine line) => line.Case is { } file ? $"case:{file}" : line.Target;

    private static long? NextOf(IReadOnlyList<AccessLine> lines, int limit) => lines.Count == limit ? lines[^1].Seq : null;

    // Of what cannot be opened: a search is no thing whose existence could be a secret.
    private async Task<Sight> SightOf(Viewer viewer, string thing, CancellationToken ct) =>
        thing is "search" || (TryParse(thing, out _, out var id) && await things.Of(viewer, id, null, ct) is { Sight: not Sight.Nothing })
            ? Sight.Existence
            : Sight.Nothing;

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
            "operation" => await things.Of(viewer, id, null, ct) is { Sight: Sight.Full } operation && (Owns(operation.Owner) || Protects(viewer)),
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
        "operation" or "subject_request" or "retention" or "legal_hold" or "erasure" => await things.Of(viewer, id, null, ct) is { Sight: Sight.Full },
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

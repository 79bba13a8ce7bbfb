using System.Text.Json;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Handoffs;

/// <summary>How an item of a manifest stands after the hands that it went through.</summary>
/// <param name="Id">Of the item's own page.</param>
/// <param name="Holder">The unit that keeps it now.</param>
/// <param name="Hands">Units that had a part in it, the first one first.</param>
/// <param name="Differs">What was ever found not to agree with what had been recorded before; none is the good answer.</param>
public sealed record ItemChain(
    Guid Id, Custodian? Holder, string? SealNumber, IReadOnlyList<Custodian> Hands, IReadOnlyList<EvidenceMismatch> Differs)
{
    /// <summary>What items of evidence are among the things that pages show.</summary>
    internal static SnapshotKind Kind { get; } = SnapshotKinds.Find(EvidenceDecider.Kind.Type)!;

    /// <summary>The streams of the items of a manifest, whether or not anybody has spoken of them yet.</summary>
    internal static IReadOnlyList<Guid> StreamsOf(HandoffDetail handoff) =>
        [.. handoff.Manifest.Select(item => EvidenceDecider.StreamOf(handoff.Item.Id, item.Id)).Distinct()];

    /// <summary>By number of the item: those of a manifest that are among what the reader was told.</summary>
    internal static IReadOnlyDictionary<string, ItemChain> ByItem(HandoffDetail handoff, IEnumerable<SnapshotStanding> told)
    {
        var standing = told.ToDictionary(one => one.Item.Id);
        return handoff.Manifest.Select(item => item.Id).Distinct(StringComparer.Ordinal)
            .Where(item => standing.ContainsKey(EvidenceDecider.StreamOf(handoff.Item.Id, item)))
            .ToDictionary(item => item, item => Of(standing[EvidenceDecider.StreamOf(handoff.Item.Id, item)]), StringComparer.Ordinal);
    }

    private static ItemChain Of(SnapshotStanding standing)
    {
        var state = JsonSerializer.Deserialize<State>(standing.State.Utf8.Span, EventJson.Stored)!;
        return new(
            standing.Item.Id, state.Custodian, state.SealNumber, state.Hands ?? [],
            [.. (state.Mismatches ?? []).SelectMany(found => found.What).Distinct()]);
    }

    // Of the fold of an item no more than the page shows.
    private sealed record State(
        Custodian? Custodian = null, string? SealNumber = null, IReadOnlyList<Custodian>? Hands = null, IReadOnlyList<MismatchFound>? Mismatches = null);
}

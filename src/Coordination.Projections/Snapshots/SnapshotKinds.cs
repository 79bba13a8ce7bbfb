using System.Collections.Frozen;
using Coordination.Projections.Snapshots.Kinds;

namespace Coordination.Projections.Snapshots;

/// <summary>
/// The kinds of streams that are read as snapshots. A new kind is one entry here: routes, pages, sharing, the access log and the tests follow it.
/// A kind that joins a store in use needs a new version of <see cref="SnapshotBoard"/>, which reads the log from its beginning.
/// </summary>
public static class SnapshotKinds
{
    public static IReadOnlyList<SnapshotKind> All { get; } =
    [
        .. NetworkKinds.All, .. ProsecutionKinds.All, .. VictimKinds.All, .. ScreeningKinds.All, .. OutreachKinds.All,
        .. OperationKinds.All,
    ];

    private static readonly FrozenDictionary<string, SnapshotKind> ByType = All.ToFrozenDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>By stored stream type; null for kinds that have a board of their own.</summary>
    public static SnapshotKind? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>By the type of an event; null for events of kinds that have a board of their own.</summary>
    public static SnapshotKind? Owner(Type fact) => All.FirstOrDefault(kind => kind.Stream.EventFamily.IsAssignableFrom(fact));

    /// <summary>By the first part of the address of its pages.</summary>
    public static SnapshotKind? OfPage(string page) => All.FirstOrDefault(kind => kind.Page == page);
}

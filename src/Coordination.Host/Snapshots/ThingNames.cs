using Coordination.Host.Resources;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Snapshots;

/// <summary>What things that are shared are called, whatever they are.</summary>
public static class ThingNames
{
    /// <param name="kind">Stored stream type.</param>
    public static string Thing(this Texts texts, string kind) =>
        SnapshotKinds.Find(kind) is { } snapshot ? snapshot.Name.In(texts.Language).Capital() : texts[$"sharing.kind.{kind}"];
}

namespace Coordination.EventStore;

/// <summary>Names of progression rows. Marten reads that table whole, so nothing but its own grammar may stand there.</summary>
internal static class ShardName
{
    public const string HighWaterMark = "HighWaterMark";

    public static string Of(IProjection projection) =>
        projection.Version == 1 ? $"{projection.Name}:All" : $"{projection.Name}:V{projection.Version}:All";

    public static string ProjectionOf(string shard) => shard[..(shard.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? at : shard.Length)];
}

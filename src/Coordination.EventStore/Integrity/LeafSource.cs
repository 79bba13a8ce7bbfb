using Npgsql;

namespace Coordination.EventStore.Integrity;

/// <summary>A log that a tree is built over: the events, or the access log.</summary>
public abstract class LeafSource
{
    /// <summary>Number of its tree in <c>coordination.tree</c>.</summary>
    public abstract short Tree { get; }

    /// <summary>What its rows are called where one is named, such as <c>event</c>.</summary>
    public abstract string RowName { get; }

    /// <summary>Names of a leaf's fields, in the order in which they are written.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>Up to where this log is complete.</summary>
    public abstract Watermark Watermark(NpgsqlDataSource dataSource);

    /// <summary>The rows after a position and up to another, in order. A limit is by number; the rows of a page fit into memory.</summary>
    public abstract Task<IReadOnlyList<LeafRow>> Read(NpgsqlConnection connection, long after, long upTo, int limit, CancellationToken ct);

    /// <summary>Leaf hashes of the entries before these in their streams, as far as there are any.</summary>
    public virtual Task<IReadOnlyDictionary<Guid, byte[]>> Previous(
        NpgsqlConnection connection, IReadOnlyCollection<(Guid Stream, long Version)> before, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, byte[]>>(new Dictionary<Guid, byte[]>());
}

/// <summary>A row of the log on its way into a leaf.</summary>
/// <param name="Stream">Whose entries are chained; null when nothing chains them.</param>
/// <param name="Version">Place in the stream.</param>
public abstract record LeafRow(long Position, Guid? Stream, long Version)
{
    /// <summary>What it belongs to, for people: never content.</summary>
    public abstract string Belongs { get; }

    /// <param name="previous">Leaf hash of the entry before it in its stream; null when it is the first.</param>
    public abstract void Write(LeafWriter leaf, byte[]? previous);
}

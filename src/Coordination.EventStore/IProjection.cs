using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Events in, rows out. One transaction per page holds the rows and the checkpoint, so the effect of every event is exactly once.
/// An implementation keeps no state between pages and has no effect but through the session.
/// </summary>
public interface IProjection
{
    /// <summary>Stable name, such as <c>CaseTimeline</c>; the progression row is <c>CaseTimeline:All</c> (<c>CaseTimeline:V2:All</c> from version 2).</summary>
    string Name { get; }

    int Version => 1;

    /// <summary>Unqualified names of the tables it owns, all in the read-model schema. A rebuild fills twins of exactly these and swaps.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>
    /// Those of <see cref="Tables"/> that it writes, while a twin is filled, only through <see cref="ProjectionSession.Insert"/> and does not read,
    /// update or delete from. A rebuild streams their rows over a second connection and gives them keys, indexes and row security after the fill;
    /// all others have theirs from the start.
    /// </summary>
    IReadOnlyList<string> InsertOnlyTables => [];

    /// <summary>Aliases it wants; null for all. Events of other types are never handed over, known or not.</summary>
    IReadOnlySet<string>? Wants => null;

    /// <summary>
    /// Aliases of the events whose bodies it reads; null for all. A rebuild leaves the other bodies in the database, which need not
    /// write them out then: <see cref="Recorded.Body"/> of such an event throws there.
    /// </summary>
    IReadOnlySet<string>? Bodies => Wants;

    /// <summary>Writes the rows of a page of events, in position order. Throwing rolls the page back; the page is then bisected to find the poison event.</summary>
    ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct);
}

/// <summary>
/// What a projection may use for one page. Table names are written unqualified: the search path points at the live schema, or at the
/// twin's schema during a rebuild (then <c>coordination</c> and <c>public</c> for <c>mt_events</c>; the live schema is out of reach there).
/// </summary>
public abstract class ProjectionSession
{
    /// <summary>Connection inside the page's transaction, for look-ups. Statements added to the batch have not run yet.</summary>
    public abstract NpgsqlConnection Connection { get; }

    /// <summary>True while a twin is filled: nothing but this projection writes its tables.</summary>
    public abstract bool Rebuilding { get; }

    /// <summary>Adds a statement to the page's batch. Parameters are positional ($1, $2 …); arrays make it set-based.</summary>
    public abstract void Add(string sql, params NpgsqlParameter[] parameters);

    /// <summary>Runs what was added so far, for a projection that must read its own writes within the page.</summary>
    public abstract ValueTask Flush(CancellationToken ct);

    /// <summary>Inserts rows after the statements added before, in the page's batch. A row already present (primary key) is an error.</summary>
    /// <param name="columns">The columns that <paramref name="write"/> fills, in its order; all others get their default.</param>
    /// <param name="write">Called once per row: adds exactly one value per column, each of the column's own type.</param>
    public abstract ValueTask Insert<TRow>(
        string table, IReadOnlyList<string> columns, IReadOnlyList<TRow> rows, Action<RowWriter, TRow> write, CancellationToken ct);
}

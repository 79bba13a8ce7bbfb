using Npgsql;

namespace Coordination.EventStore;

/// <summary>What a failed attempt means. In all cases but <see cref="InDoubt"/> nothing was written.</summary>
internal enum AppendFailure
{
    /// <summary>Lost against another writer in a way that gives no verdict yet: the same again, at once.</summary>
    Collided,

    /// <summary>PostgreSQL or the way to it is away, full or slow: the same again, a little later.</summary>
    Away,

    /// <summary>An event that PostgreSQL cannot store: the fault of one request.</summary>
    Refused,

    /// <summary>The store cannot write at all, whatever the request: wrong rights, wrong schema, a bug.</summary>
    Broken,

    /// <summary>The append was sent, and no answer says how its transaction ended.</summary>
    InDoubt,
}

internal static class AppendFailures
{
    /// <summary>Two requests, or a request and history, claim one event id.</summary>
    public static bool IsEventIdTaken(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idx_mt_events_event_id" };

    /// <param name="e">What the attempt ended with.</param>
    /// <param name="sent">The append was on its way to PostgreSQL.</param>
    public static AppendFailure Classify(Exception e, bool sent) => e switch
    {
        // An ERROR has ended the transaction, also as the answer to its commit. FATAL ends the session, before the commit or after: not known.
        PostgresException { InvariantSeverity: "ERROR" } error => OfState(error.SqlState, error),
        _ when sent => AppendFailure.InDoubt,
        PostgresException fatal when fatal.SqlState[..2] is "28" or "3D" => AppendFailure.Broken, // no such login, no such database
        NpgsqlException or IOException or TimeoutException or OperationCanceledException or System.Net.Sockets.SocketException
            or ObjectDisposedException => AppendFailure.Away,
        _ => AppendFailure.Broken,
    };

    private static AppendFailure OfState(string state, PostgresException error) => state[..2] switch
    {
        "CO" or "40" => AppendFailure.Collided,
        "23" => IsEventIdTaken(error) ? AppendFailure.Refused : AppendFailure.Collided,
        "22" or "54" => AppendFailure.Refused,
        "08" or "53" or "55" or "57" or "58" => AppendFailure.Away,
        "25" => AppendFailure.Away, // read only: a standby that is about to be promoted, or a primary that no longer is one
        _ => AppendFailure.Broken,
    };
}

using System.Diagnostics;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>Whose fault a failure is, and what may be said about it: messages of exceptions may quote content of events, so they are not kept.</summary>
internal static class Failure
{
    /// <summary>
    /// Whether the event is to blame. Data and constraint errors are; an unreachable, full or restarting server is not, and neither are missing
    /// tables or rights: those would condemn every event.
    /// </summary>
    public static bool IsOfTheEvent(Exception e, NpgsqlConnection connection) => connection.State == System.Data.ConnectionState.Open && e switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "21" or "22" or "23" or "P0",
        NpgsqlException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException or OutOfMemoryException or BodyNotReadException => false,
        _ => true,
    };

    public static string Describe(Exception e) => e switch
    {
        PostgresException postgres => Join(
            $"PostgreSQL error {postgres.SqlState}", postgres.TableName is { Length: > 0 } table ? $"table {table}" : null,
            postgres.ColumnName is { Length: > 0 } column ? $"column {column}" : null,
            postgres.ConstraintName is { Length: > 0 } constraint ? $"constraint {constraint}" : null, Rights(postgres)),
        EventSerializationException or BodyNotReadException or UnknownEventTypeException or StoreUnavailableException or ProjectionNotBuiltException => e.Message,
        NpgsqlException { InnerException: { } inner } => Join(e.GetType().Name, inner.GetType().Name),
        _ => Join(e.GetType().Name, Where(e)),
    };

    // Text about objects of the schema, never about values.
    private static string? Rights(PostgresException e) => e.SqlState[..2] is "42" or "3F" or "57" or "53" ? e.MessageText : null;

    private static string? Where(Exception e) =>
        new StackTrace(e).GetFrame(0)?.GetMethod() is { } method ? $"at {method.DeclaringType?.Name}.{method.Name}" : null;

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));
}

/// <summary>The log holds an event that this program does not declare, and a projection wants it. Declare it, or let a newer program run.</summary>
public sealed class UnknownEventTypeException(long position, string alias)
    : Exception($"Event {position} has the type '{alias}', which this program does not declare.")
{
    public long Position { get; } = position;

    public string Alias { get; } = alias;
}

/// <summary>An older version of a projection stands in its tables; the new one must be built beside it first.</summary>
public sealed class ProjectionNotBuiltException(string shard, string projection)
    : Exception($"{shard} was never built, and an older version stands in its tables: run rebuild {projection}.");

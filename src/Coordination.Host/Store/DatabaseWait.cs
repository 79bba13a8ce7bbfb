using Npgsql;

namespace Coordination.Host.Store;

/// <summary>A Host may start beside its PostgreSQL or while that recovers: it waits a while instead of giving up at once.</summary>
internal static class DatabaseWait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns when PostgreSQL accepts a connection.</summary>
    /// <exception cref="NpgsqlException">It does not within a minute, or it refuses for a reason that waiting does not mend.</exception>
    public static async Task UntilItAnswers(NpgsqlDataSource database, ILogger logger, CancellationToken ct)
    {
        var deadline = Environment.TickCount64 + (long)Limit.TotalMilliseconds;
        for (var told = false; ; told = true)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                return;
            }
            catch (NpgsqlException e) when (e.IsTransient && Environment.TickCount64 < deadline)
            {
                if (!told)
                    logger.LogWarning("PostgreSQL does not answer yet, waiting up to {Limit}: {Error}", Limit, e.Message);
                await Task.Delay(Pause, ct);
            }
        }
    }
}

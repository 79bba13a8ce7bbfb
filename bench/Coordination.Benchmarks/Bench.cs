using Coordination.EventStore;
using Coordination.Testing;

namespace Coordination.Benchmarks;

/// <summary>One database, both sides on it, under the role that production uses.</summary>
internal sealed class Bench(Database database, RawPostgres raw, EventLog log, int rounds, double seconds, bool small) : IAsyncDisposable
{
    public Database Database { get; } = database;

    public RawPostgres Raw { get; } = raw;

    public EventLog Log { get; } = log;

    public int Rounds { get; } = rounds;

    public double Seconds { get; } = seconds;

    /// <summary>A quick look with little data, to see that it runs.</summary>
    public bool Small { get; } = small;

    public static async Task<Bench> Create(int rounds, double seconds, bool small)
    {
        var database = await Database.Create();
        var raw = await RawPostgres.Create(database.Owner, database.Daemon);
        return new Bench(database, raw, new EventLog(database.Daemon, Payload.Types, Payload.Serializer), rounds, seconds, small);
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await Database.DisposeAsync();
    }
}

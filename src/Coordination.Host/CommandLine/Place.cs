using Coordination.Host.Postgres;
using Coordination.Host.Store;

namespace Coordination.Host.CommandLine;

/// <summary>Where the database is: the one that is configured, the one that a running Host has started here, or an own one for the length of this command.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private Place(string database, string? daemon, string owner, EmbeddedPostgres? embedded)
    {
        Database = database;
        Daemon = daemon ?? DatabaseRoles.AsDaemon(database);
        Owner = owner;
        _embedded = embedded;
    }

    public string Database { get; }

    public string Daemon { get; }

    public string Owner { get; }

    /// <summary>Connection of the role that reads the vault; null = the database's, under that role.</summary>
    public string? Keys { get; } = Given("ConnectionStrings__CoordinationKeys");

    /// <summary>Where the files of an own PostgreSQL are; null when it runs elsewhere.</summary>
    public string? Disk => _embedded?.Data;

    public static string DataDirectory => Environment.GetEnvironmentVariable("COORDINATION_DATA") is { Length: > 0 } given ? given : "./.data";

    /// <param name="beside">Use the cluster of a Host that runs on this directory instead of refusing.</param>
    /// <exception cref="EmbeddedPostgresException">There is no database and none can be started; the message says what to do.</exception>
    public static async Task<Place> Find(bool beside, CancellationToken ct)
    {
        var (database, owner) = (Given("ConnectionStrings__Coordination"), Given("ConnectionStrings__CoordinationOwner"));
        var daemon = Given("ConnectionStrings__CoordinationDaemon");
        // A migration may have the owner's alone. Without it the daemon reads in its stead: to the viewers' role the log would look empty.
        if (database is not null || owner is not null)
            return new Place(database ?? owner!, daemon, owner ?? daemon ?? DatabaseRoles.AsDaemon(database!), null);
        if (beside && EmbeddedPostgres.Running(DataDirectory) is { } running)
            return new Place(running.Runtime, null, running.Owner, null);
        var options = new EmbeddedPostgresOptions { DataDirectory = DataDirectory, Ballast = 64L << 20, Log = Console.Error.WriteLine };
        var embedded = await EmbeddedPostgres.Start(options, ct);
        return new Place(embedded.RuntimeConnectionString, null, embedded.OwnerConnectionString, embedded);
    }

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}

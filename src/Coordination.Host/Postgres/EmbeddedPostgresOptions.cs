namespace Coordination.Host.Postgres;

/// <summary>What an embedded PostgreSQL may be told. The defaults are what a newcomer gets by starting the Host.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Created when absent. The cluster stands in <c>postgres/</c> below it.</summary>
    public string DataDirectory { get; init; } = "./.data";

    /// <summary>Major version for a new cluster; null takes the highest installed, else the one that can be fetched. An existing cluster keeps its own.</summary>
    public int? Major { get; init; }

    /// <summary>Bytes kept aside in the data directory, given up when the disk is so full that PostgreSQL could not start; 0 keeps none.</summary>
    public long Ballast { get; init; }

    /// <summary>Settings of <c>postgresql.conf</c> that override ours, such as <c>fsync</c> off for a cluster that is thrown away.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told what an operator should know, one line each: where the data are, that the server came back after a crash.</summary>
    public Action<string> Log { get; init; } = static _ => { };

    /// <summary>Told everything the server itself says.</summary>
    public Action<string> ServerLog { get; init; } = static _ => { };

    /// <summary>Where binaries are looked for. Tests narrow it.</summary>
    internal PostgresSearch Search { get; init; } = PostgresSearch.ThisMachine;
}

/// <summary>Embedded PostgreSQL cannot start. The message tells the operator what to do; it needs no stack trace.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);

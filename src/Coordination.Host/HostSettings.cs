using Coordination.EventStore;
using Coordination.Host.Integrity;
using Coordination.Host.Security;

namespace Coordination.Host;

/// <summary>What a Host needs to know before it starts. Read once from environment and command line; tests make their own.</summary>
/// <param name="Database">Connection string of the role that answers viewers, <c>coord_rt</c>.</param>
/// <param name="Owner">Connection string of the role that owns the tables: migrations and rebuilds.</param>
public sealed record HostSettings(string Database, string Owner)
{
    public const int DefaultPort = 5080;

    /// <summary>Connection string of the role that appends and projects, <c>coord_daemon</c>; null = as <see cref="Database"/>, with that role.</summary>
    public string? DaemonDatabase { get; init; }

    /// <summary>0 = any free port.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Demo users, a clock that can be set, and a strip on every page. Refuses to listen beyond the loopback address.</summary>
    public bool Demo { get; init; }

    /// <summary>Null = generated and printed once.</summary>
    public string? DemoPassword { get; init; }

    /// <summary>Address to listen on.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>Connection string of role <c>coord_keys</c>, which alone reads the vault; null = <see cref="Database"/> with that role in place of coord_rt.</summary>
    public string? Keys { get; init; }

    /// <summary>Where keys (and the embedded PostgreSQL) live.</summary>
    public string DataDirectory { get; init; } = ".data";

    /// <summary>The clock of events and deadlines; null = PostgreSQL's (or a settable one in demo mode).</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The clock of sessions, tokens and one-time codes; null = PostgreSQL's, also in demo mode.</summary>
    public TimeProvider? SessionClock { get; init; }

    /// <summary>How much a user and an agency may ask; null = the defaults, which are wide in demo mode.</summary>
    public RequestLimits? Limits { get; init; }

    /// <summary>How this process writes.</summary>
    public EventStoreOptions Store { get; init; } = new();

    /// <summary>How this process projects.</summary>
    public DaemonOptions Daemon { get; init; } = new();

    /// <summary>How this process seals, signs and audits.</summary>
    public IntegrityOptions Integrity { get; init; } = new();

    /// <summary>Directory whose disk PostgreSQL fills: when it is nearly full, changes are refused. Null when PostgreSQL runs elsewhere.</summary>
    public string? Disk { get; init; }

    /// <summary>Bytes that must stay free on <see cref="Disk"/>; null = a twentieth of it, at least 512 MiB and at most 4 GiB.</summary>
    public long? LeastFree { get; init; }

    /// <summary>Observations that a back-test may remember at once; null = as many as some hundred megabytes hold.</summary>
    public int? BackTestMost { get; init; }

    /// <summary>Apply missing migrations before serving.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>Scenarios to feed through the API once the Host answers, if the log is empty.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];
}

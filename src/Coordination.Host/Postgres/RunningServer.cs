using System.Diagnostics;
using System.Globalization;

namespace Coordination.Host.Postgres;

/// <summary>What the lock file of a live server says about it.</summary>
internal sealed record RunningServer(int ProcessId, string Sockets, int Port)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Null when no server runs on that data directory; a lock file left by a killed one does not count.</summary>
    public static RunningServer? Read(string data)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.Combine(data, "postmaster.pid"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status.
        return lines.Length >= 5 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) && IsServer(pid)
            ? new(pid, lines[4], int.Parse(lines[3], CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>
    /// A killed Host leaves a server that is just shutting down; the lock of the Host is free then and the server's own is not. Waits for it.
    /// </summary>
    public static async Task WaitUntilGone(string dataDirectory, CancellationToken ct)
    {
        if (Read(ClusterPlace.DataOf(dataDirectory)) is not { } left)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Process.GetProcessById(left.ProcessId);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (ArgumentException)
        {
            // Gone between the two looks.
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw InUse(dataDirectory, left);
        }
    }

    public static EmbeddedPostgresException InUse(string dataDirectory, RunningServer? server, Exception? inner = null) => new(
        $"""
        The data directory {Path.GetFullPath(dataDirectory)} is in use{(server is null ? "" : $" by PostgreSQL process {server.ProcessId}")}.
        Nothing was changed. Do one of these:
          stop the other Coordination that runs on it, and start again
          start this one on another data directory
          let both share one server   export ConnectionStrings__Coordination='Host=...;Username=...;Database=...'
        """, inner);

    private static bool IsServer(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

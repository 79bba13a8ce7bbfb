using System.ComponentModel;
using System.Diagnostics;

namespace Coordination.Host.Postgres;

/// <summary>
/// Processes of a killed server that live on without it. Most end by themselves at once; one that waits for a lock of a process that was killed
/// beside the server never does, and as long as it holds the shared memory the next server refuses to start.
/// </summary>
internal static class Orphans
{
    // A process in the middle of a write ends only when the disk has answered.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Kills what a dead server left on this data directory and waits until it is gone; whoever a server that lives owns is left alone.</summary>
    public static void End(string data, Action<string> log)
    {
        // Recovery follows anyway, so nothing is lost that a cleaner end would keep. Elsewhere than on Linux the next start tries until they are gone.
        if (!OperatingSystem.IsLinux() || RunningServer.Read(data) is not null)
            return;
        var directory = Canonical(data);
        var started = Stopwatch.GetTimestamp();
        for (var told = false; Of(directory) is { Count: > 0 } left && Stopwatch.GetElapsedTime(started) < Patience; told = true)
        {
            if (!told)
                log($"{left.Count} processes outlived the server that was killed; ending them.");
            foreach (var process in left)
                Kill(process);
            Thread.Sleep(Pause);
        }
    }

    /// <summary>Servers and their children work in the data directory, and nobody else goes by that name there.</summary>
    private static List<int> Of(string directory) =>
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           let name = Path.GetFileName(path)
           where char.IsAsciiDigit(name[0])
               && Read(() => new FileInfo($"{path}/cwd").LinkTarget) == directory
               && Read(() => File.ReadAllText($"{path}/comm"))?.StartsWith("postgres", StringComparison.Ordinal) == true
           select int.Parse(name, System.Globalization.CultureInfo.InvariantCulture),
    ];

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Gone between the two looks, or not ours to end.
        }
    }

    private static string? Read(Func<string?> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // gone, or somebody else's
        }
    }

    /// <summary>The path as the kernel gives it: without links at any place of it.</summary>
    private static string Canonical(string path)
    {
        var (code, output) = ChildProcess.Run(new ProcessStartInfo("readlink", ["-f", path]));
        return code == 0 ? output : path;
    }
}

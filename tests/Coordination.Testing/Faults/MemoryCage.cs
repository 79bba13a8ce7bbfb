using System.Globalization;

namespace Coordination.Testing.Faults;

/// <summary>A control group (version 1) of processes that together have so much memory and no more: the kernel kills one of them when they want more.</summary>
public sealed class MemoryCage : IDisposable
{
    private const string Root = "/sys/fs/cgroup/memory";

    private readonly string _path;

    private MemoryCage(string path) => _path = path;

    /// <summary>A process that writes its id here is in it from then on.</summary>
    public string Members => Path.Combine(_path, "cgroup.procs");

    /// <summary>How many of its processes the kernel has killed for their memory.</summary>
    public int Killed => int.Parse(
        File.ReadLines(Path.Combine(_path, "memory.oom_control")).Single(line => line.StartsWith("oom_kill ", StringComparison.Ordinal)).Split(' ')[1],
        CultureInfo.InvariantCulture);

    /// <summary>Null where this process may not make one.</summary>
    /// <param name="bytes">Memory of all in it.</param>
    public static MemoryCage? TryCreate(long bytes)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists(Path.Combine(Root, "memory.limit_in_bytes")))
            return null;
        var path = Path.Combine(Root, $"coordination-test-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "memory.limit_in_bytes"), bytes.ToString(CultureInfo.InvariantCulture));
        return new(path);
    }

    /// <summary>To be called when its processes have ended.</summary>
    public void Dispose() => Directory.Delete(_path);
}

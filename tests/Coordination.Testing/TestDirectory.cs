using System.Diagnostics;
using System.Globalization;
using Coordination.Host.Postgres;

namespace Coordination.Testing;

/// <summary>Temporary data directories that the server's account can enter, and that do not pile up after killed runs.</summary>
public static class TestDirectory
{
    private const string Prefix = "coordination-test-";

    private static readonly Lazy<bool> Swept = new(Sweep);

    public static string Create()
    {
        _ = Swept.Value;
        var directory = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return directory;
    }

    // A run that was killed leaves its directories behind; their name says whose they were.
    private static bool Sweep()
    {
        foreach (var directory in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (Lives(Path.GetFileName(directory)[Prefix.Length..].Split('-')[0]) || EmbeddedPostgres.Running(directory) is not null)
                continue;
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException)
            {
                // Another test process sweeps as well.
            }
        }

        return true;
    }

    private static bool Lives(string process)
    {
        try
        {
            using var found = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

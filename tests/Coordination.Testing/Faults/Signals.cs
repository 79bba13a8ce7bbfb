using System.Diagnostics;
using System.Globalization;

namespace Coordination.Testing.Faults;

/// <summary>Signals to a process the test started; .NET itself can only kill.</summary>
public static class Signals
{
    public static void Send(int processId, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        if (kill.ExitCode != 0) throw new InvalidOperationException($"kill -{signal} {processId} failed with {kill.ExitCode}.");
    }
}

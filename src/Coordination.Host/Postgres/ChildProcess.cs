using System.ComponentModel;
using System.Diagnostics;

namespace Coordination.Host.Postgres;

internal static class ChildProcess
{
    /// <summary>Runs a short program to its end. A program that cannot be started answers with code 127, as a shell would say.</summary>
    public static (int Code, string Output) Run(ProcessStartInfo command, string? input = null)
    {
        command.RedirectStandardOutput = command.RedirectStandardError = command.RedirectStandardInput = true;
        Process? process;
        try
        {
            process = Process.Start(command);
        }
        catch (Win32Exception e)
        {
            return (127, e.Message);
        }

        using (process!)
        {
            var errors = process!.StandardError.ReadToEndAsync();
            using (process.StandardInput)
                process.StandardInput.Write(input);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, (output + errors.Result).Trim());
        }
    }
}

using System.Diagnostics;
using Coordination.Host.Tests.Conventions;
using Npgsql;
using Shouldly;

namespace Coordination.Host.Tests.Deploy;

/// <summary>Runs the operator's commands as the operator would: from the repository, with libpq's environment.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static string Deploy(string file) => Path.Combine(Repository.Root, "deploy", file);

    /// <summary>Connection string for libpq, and the password, which has no place on a command line.</summary>
    public static (string ConnInfo, string? Password) LibPq(string connectionString, string? database = null)
    {
        var npgsql = new NpgsqlConnectionStringBuilder(connectionString);
        return ($"host={npgsql.Host} port={npgsql.Port} user={npgsql.Username} dbname={database ?? npgsql.Database}", npgsql.Password);
    }

    public static async Task<(int Code, string Output)> Run(string? password, string program, params string[] arguments)
    {
        var command = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        command.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        return (process.ExitCode, (await output + await errors).Trim());
    }

    public static async Task<string> Succeed(string? password, string program, params string[] arguments)
    {
        var (code, output) = await Run(password, program, arguments);
        code.ShouldBe(0, output);
        return output;
    }
}

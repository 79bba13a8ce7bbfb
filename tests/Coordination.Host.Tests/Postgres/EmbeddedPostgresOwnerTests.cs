using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Coordination.Host.Postgres;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Postgres;

/// <summary>However the process that owns the server ends, the server stops cleanly: the next start has nothing to recover.</summary>
public sealed class EmbeddedPostgresOwnerTests : IDisposable
{
    private const int Suspend = 19;
    private const int Resume = 18;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _directory = TestDirectory.Create();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(9)] // killed
    [InlineData(15)] // stopped by the service manager
    [InlineData(2)] // Ctrl-C
    public async Task A_signal_to_the_owner_stops_the_server_cleanly(int signal)
    {
        using var owner = StartOwner();
        var server = await ServerOf(owner);
        _ = NativeKill(owner.Id, signal);
        await owner.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
        await Gone(server);
        await NothingToRecover();
    }

    [Fact]
    public async Task The_next_Host_waits_for_the_server_that_a_killed_one_has_left()
    {
        using var owner = StartOwner();
        var server = await ServerOf(owner);
        _ = NativeKill(server, Suspend); // it cannot end before it is resumed
        Task next;
        try
        {
            owner.Kill();
            await owner.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
            next = NothingToRecover();
            next.IsCompleted.ShouldBeFalse();
        }
        finally
        {
            _ = NativeKill(server, Resume);
        }

        await next.WaitAsync(Limit, Ct);
    }

    [Fact]
    public async Task A_Ctrl_C_at_the_terminal_reaches_the_Host_alone()
    {
        using var owner = StartOwner();
        var server = await ServerOf(owner);
        var stat = await File.ReadAllTextAsync($"/proc/{server}/stat", Ct);
        // After the command in parentheses: state, parent, process group, session.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        fields[1].ShouldBe(owner.Id.ToString(CultureInfo.InvariantCulture));
        fields[2].ShouldBe(server.ToString(CultureInfo.InvariantCulture));
        owner.StandardInput.Close();
        await owner.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
        Directory.Exists($"/proc/{server}").ShouldBeFalse();
    }

    [Fact]
    public async Task Another_process_on_the_same_data_is_told_what_to_do()
    {
        using var owner = StartOwner();
        var server = await ServerOf(owner);
        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.Start(new() { DataDirectory = _directory }, Ct));
        refusal.Message.ShouldContain($"in use by PostgreSQL process {server}");
        owner.StandardInput.Close();
        await owner.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
    }

    private Process StartOwner() => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Coordination.Testing.Embedded.dll"), _directory },
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<int> ServerOf(Process owner)
    {
        _ = owner.StandardError.ReadToEndAsync(Ct);
        var line = await owner.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(Limit, Ct);
        return int.Parse(line!, CultureInfo.InvariantCulture);
    }

    private static async Task Gone(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            await process.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);
        }
        catch (ArgumentException)
        {
            // Gone already.
        }
    }

    private async Task NothingToRecover()
    {
        var log = new ServerLog();
        await using var server = await EmbeddedPostgres.Start(new() { DataDirectory = _directory, ServerLog = log.Add }, Ct);
        log.ShouldContain("database system was shut down at");
        log.ShouldNotContain("not properly shut down");
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}

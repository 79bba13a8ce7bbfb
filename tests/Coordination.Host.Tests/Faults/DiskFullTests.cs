using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Coordination.Host.Postgres;
using Coordination.Host.Store;
using Coordination.Testing;
using Coordination.Testing.Faults;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The disk of data and log fills up (F4): the Host refuses changes while PostgreSQL can still write, and takes them again when there is room.</summary>
[Collection(Alone.Name)]
public sealed class DiskFullTests : IDisposable
{
    private const long Least = 48L * 1024 * 1024;
    private const string MountNeeded = "Only root can mount a small disk.";

    private readonly string _directory = TestDirectory.Create();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1L << 30, 512L << 20)]
    [InlineData(40L << 30, 2L << 30)]
    [InlineData(4L << 40, 4L << 30)]
    public void A_twentieth_of_the_disk_stays_free_within_bounds(long disk, long least) => FreeSpace.LeastOf(disk).ShouldBe(least);

    [Fact]
    public async Task A_full_disk_is_refused_before_postgres_ends_itself_and_nothing_acknowledged_is_lost()
    {
        var disk = Path.Combine(_directory, "disk");
        Directory.CreateDirectory(disk);
        var mounted = Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=224m,mode=755", "tmpfs", disk);
        // Where it must run, it must not be passed over in silence.
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)) mounted.ShouldBeTrue(MountNeeded);
        Assert.SkipUnless(mounted, MountNeeded);
        try
        {
            var log = new Postgres.ServerLog();
            var options = new EmbeddedPostgresOptions
            {
                DataDirectory = Path.Combine(disk, "data"), ServerLog = log.Add,
                Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["min_wal_size"] = "32MB", ["max_wal_size"] = "48MB" },
            };
            await using var postgres = await EmbeddedPostgres.Start(options, Ct);
            await FillAndFree(postgres, disk);
            log.ShouldNotContain("PANIC");
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            Run("umount", "-l", disk);
        }
    }

    [Fact]
    public async Task Postgres_that_ended_on_a_full_disk_starts_again_on_the_room_that_was_kept_aside()
    {
        var disk = Path.Combine(_directory, "ballast");
        Directory.CreateDirectory(disk);
        var mounted = Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=300m,mode=755", "tmpfs", disk);
        Assert.SkipUnless(mounted, MountNeeded);
        try
        {
            var (data, told) = (Path.Combine(disk, "data"), new System.Collections.Concurrent.ConcurrentQueue<string>());
            var options = new EmbeddedPostgresOptions { DataDirectory = data, Ballast = 48L << 20, Log = told.Enqueue };
            await using var postgres = await EmbeddedPostgres.Start(options, Ct);
            System.IO.File.Exists(Path.Combine(data, "ballast")).ShouldBeTrue();
            await Should.ThrowAsync<IOException>(() => Fill(Path.Combine(disk, "filler"), 400L << 20));
            Signals.Send(postgres.ProcessId!.Value, "KILL");
            var connection = new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Pooling = false, Timeout = 2 };
            await using var owner = NpgsqlDataSource.Create(connection.ConnectionString);
            await Operator.Until(() => Answers(owner), TimeSpan.FromSeconds(60), Ct);
            System.IO.File.Exists(Path.Combine(data, "ballast")).ShouldBeFalse();
            told.ShouldContain(line => line.Contains("ballast", StringComparison.Ordinal));
        }
        finally
        {
            Run("umount", "-l", disk);
        }
    }

    private static async Task<bool> Answers(NpgsqlDataSource owner)
    {
        try
        {
            await using var command = owner.CreateCommand("select 1");
            return await command.ExecuteScalarAsync(Ct) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task FillAndFree(EmbeddedPostgres postgres, string disk)
    {
        await using var host = await CoordinationHost.Start(
            new HostSettings(postgres.RuntimeConnectionString, postgres.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = HostProcess.DemoPassword, DataDirectory = Path.Combine(_directory, "keys"), Disk = disk, LeastFree = Least,
            },
            Ct);
        using var http = new HttpClient { BaseAddress = host.Address };
        var officer = await OfficerClient.SignIn(http, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, Ct);
        await using var owner = NpgsqlDataSource.Create(postgres.OwnerConnectionString);
        await using var around = await Bystanders.Begin(owner, DatabaseRoles.AsDaemon(postgres.RuntimeConnectionString), http, officer, Ct);
        var history = new History();
        Task<Claim> File(string key) => officer.Send(http, officer.Event("intelligence_report_filed", key, key, OfficerClient.Filed(key)), history, Ct);
        (await File("before")).Answer.ShouldBe(Answer.Acknowledged);

        var filler = Path.Combine(disk, "filler");
        await Fill(filler, new DriveInfo(disk).AvailableFreeSpace - (Least / 2));
        await Operator.Until(async () => (await File("full")).Answer == Answer.Refused, TimeSpan.FromSeconds(60), Ct);
        (await Ready(http)).ShouldBe((HttpStatusCode.ServiceUnavailable, "disk_full"));
        (await http.GetAsync(new Uri("/health/live", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var read = await http.SendAsync(officer.Authorized(HttpMethod.Get, "/api/v1/cases"), Ct)) read.StatusCode.ShouldBe(HttpStatusCode.OK);

        System.IO.File.Delete(filler);
        await Operator.Until(async () => (await File("after")).Answer == Answer.Acknowledged, TimeSpan.FromSeconds(60), Ct);
        history.Acknowledged.ShouldBeGreaterThanOrEqualTo(2);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private static async Task<(HttpStatusCode, string)> Ready(HttpClient http)
    {
        using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("status").GetString()!);
    }

    private static async Task Fill(string path, long bytes)
    {
        var zeros = new byte[1 << 20];
        await using var file = System.IO.File.Create(path);
        for (var left = bytes; left > 0; left -= zeros.Length) await file.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), Ct);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

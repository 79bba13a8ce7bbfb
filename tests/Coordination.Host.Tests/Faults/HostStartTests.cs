using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>A Host that starts beside its PostgreSQL, without the owner's connection, or on a port that is taken.</summary>
public sealed class HostStartTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_started_before_postgres_answers_waits_for_it_and_then_serves()
    {
        await using var proxy = FaultProxy.Start(database.OwnerConnectionString);
        proxy.Stall();
        var starting = CoordinationHost.Start(Settings(database.RuntimeConnectionString, proxy.ConnectionString), Ct);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await Operator.Until(() => Task.FromResult(proxy.Links > 0), Limit, Ct);
            starting.IsCompleted.ShouldBeFalse();
            proxy.CutAll();
            await Operator.Until(() => Task.FromResult(proxy.Links == 0), Limit, Ct);
        }

        proxy.Resume();
        await using var host = await starting.WaitAsync(Limit, Ct);
        await Ready(host);
    }

    [Fact]
    public async Task A_service_without_the_owners_connection_serves_a_migrated_database()
    {
        await using var host = await CoordinationHost.Start(Settings(database.RuntimeConnectionString, database.RuntimeConnectionString), Ct);
        await Ready(host);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var host = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Coordination.Host.dll"), "serve" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Coordination"] = database.RuntimeConnectionString,
                ["ConnectionStrings__CoordinationOwner"] = database.OwnerConnectionString,
                ["COORDINATION_PORT"] = port,
                ["COORDINATION_DATA"] = database.Keys,
            },
        })!;
        var (said, errors) = (host.StandardOutput.ReadToEndAsync(Ct), host.StandardError.ReadToEndAsync(Ct));
        await host.WaitForExitAsync(Ct).WaitAsync(Limit, Ct);

        host.ExitCode.ShouldBe(2);
        (await errors).Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(port);
        (await said).ShouldNotContain("   at ");
        (await said).ShouldNotContain("crit:");
    }

    private HostSettings Settings(string runtime, string owner) => new(runtime, owner) { Port = 0, DataDirectory = database.Keys };

    private static async Task Ready(CoordinationHost host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        await Operator.Until(
            async () =>
            {
                using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
                return response.StatusCode == HttpStatusCode.OK;
            },
            Limit, Ct);
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Coordination.Testing;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>The product as it runs: a process of its own, so that its CPU and memory can be told from the client's.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Password = "bench-password-0000";
    private readonly Process _process;

    private HostProcess(Process process, Uri address, TimeSpan ready) => (_process, Address, Ready) = (process, address, ready);

    public Uri Address { get; }

    /// <summary>From start of the process to a green <c>/health/ready</c>.</summary>
    public TimeSpan Ready { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<HostProcess> Start(Database database)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Host.CoordinationHost).Assembly.Location, "serve", "--demo" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Coordination"] = database.RuntimeConnectionString,
                ["ConnectionStrings__CoordinationOwner"] = database.OwnerConnectionString,
                ["COORDINATION_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["COORDINATION_DEMO_PASSWORD"] = Password,
                ["COORDINATION_DEMO_SCENARIO"] = "none",
                // The head of a log is kept there: another log is not to be held against it.
                ["COORDINATION_DATA"] = Path.Combine(Path.GetTempPath(), "coordination-bench", new NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Database!),
            },
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = new Uri($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = address };
        while (!await IsReady(client))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                var health = process.HasExited ? "it ended" : await (await client.GetAsync("/health/ready")).Content.ReadAsStringAsync();
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"The Host did not become ready: {health}");
            }

            await Task.Yield();
        }

        return new HostProcess(process, address, watch.Elapsed);
    }

    /// <summary>A client signed in as a demo user.</summary>
    public async Task<HttpClient> Client(string username)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = Address };
        using var answer = await client.PostAsJsonAsync("/api/v1/tokens", new { username, password = Password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return ((System.Net.IPEndPoint)socket.LocalEndpoint).Port;
    }
}

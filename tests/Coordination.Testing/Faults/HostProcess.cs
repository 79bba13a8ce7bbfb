using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Testing.Faults;

/// <summary>A Host in a process of its own, to be killed, paused and started again. Only ever signals the process it started.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    public const string DemoPassword = "sandi-uji-coba-1";

    /// <summary>Of Debian's package of that name.</summary>
    public const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    private const int KeptLines = 400;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ProcessStartInfo _start;
    private Process _process = null!;

    private HostProcess(ProcessStartInfo start, Uri url)
    {
        _start = start;
        Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) })
        {
            BaseAddress = url,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public HttpClient Client { get; }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public int ProcessId => _process.Id;

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The last lines it printed, for the message of a failed test.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts <c>serve</c> on a free port and waits until it answers.</summary>
    /// <param name="keys">Directory that all Hosts on one database share.</param>
    /// <param name="within">Where its memory is counted and limited.</param>
    /// <param name="faketime">How wrong the machine's clock is for it, as libfaketime writes it: <c>+3d</c>.</param>
    public static async Task<HostProcess> Start(
        string runtime, string owner, string keys, CancellationToken ct, MemoryCage? within = null, string? faketime = null)
    {
        var port = FreePort();
        var program = Path.Combine(AppContext.BaseDirectory, "Coordination.Host.dll");
        // In its group before it is the program, so that it knows from its start how much there is.
        var start = new ProcessStartInfo(within is null ? "dotnet" : "/bin/sh", within is null
            ? [program, "serve"]
            : ["-c", "echo $$ > \"$0\" && exec dotnet \"$@\"", within.Members, program, "serve"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ConnectionStrings__Coordination"] = runtime,
                ["ConnectionStrings__CoordinationOwner"] = owner,
                ["COORDINATION_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["COORDINATION_DEMO"] = "1",
                ["COORDINATION_DEMO_PASSWORD"] = DemoPassword,
                ["COORDINATION_DEMO_SCENARIO"] = "none",
                ["COORDINATION_DATA"] = keys,
            },
        };
        if (faketime is not null)
        {
            start.Environment["LD_PRELOAD"] = FakeTime;
            start.Environment["FAKETIME"] = faketime;
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        }

        var host = new HostProcess(start, new Uri($"http://127.0.0.1:{port}"));
        await host.Start(ct);
        return host;
    }

    /// <summary>Starts it again on the same port after <see cref="Kill"/>, and waits until it answers.</summary>
    public async Task Start(CancellationToken ct)
    {
        _process = new() { StartInfo = _start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Answers("/health/live", HttpStatusCode.OK, TimeSpan.FromSeconds(90), ct);
    }

    /// <summary>kill -9, and waits until the process is gone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Waits for an end that the test provoked in the process itself.</summary>
    public Task Exited(CancellationToken ct) => _process.WaitForExitAsync(ct);

    public void Pause() => Signals.Send(_process.Id, "STOP");

    public void Resume() => Signals.Send(_process.Id, "CONT");

    /// <summary>Asks until the path answers so, or fails with what it said last and what the process printed.</summary>
    public async Task Answers(string path, HttpStatusCode status, TimeSpan limit, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        for (var last = ""; ;)
        {
            try
            {
                using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), ct);
                if (response.StatusCode == status) return;
                last = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(ct)}";
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
            {
                last = e.Message;
            }

            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > limit)
                throw new TimeoutException($"{path} did not answer {(int)status} within {limit}: {last}\n{Output}");
            await Task.Delay(50, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        try
        {
            if (!_process.HasExited) await Kill();
        }
        catch (InvalidOperationException)
        {
            // Killed by the test and never started again.
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > KeptLines) _output.TryDequeue(out _);
    }

    // Below the ports that the kernel gives to outgoing connections: one of these could take it before the Host does, or while the Host is dead.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }
}

using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coordination.Host.Postgres;

/// <summary>
/// The server as a direct child that is waited for, so that it never becomes a zombie that looks alive. It is started from a thread that lives as
/// long as the Host: the kernel sends the stop signal when the starting <em>thread</em> ends, and a pool thread ends whenever it likes.
/// A server that dies is started again, as long as the Host lives; clients see broken connections and a few refused ones.
/// </summary>
/// <param name="clear">Done before every start: takes away what a dead server has left and the next one would stumble over.</param>
internal sealed class ServerProcess(Func<ProcessStartInfo> command, Action clear, Action<string> log, Action<string> serverLog)
{
    private const int NotStarted = 127; // as a shell would say
    private const int Interrupt = 2; // fast shutdown: roll back, checkpoint, end
    private const int Quit = 3; // immediate shutdown: recovery at the next start
    private const int Kill = 9;
    private const int TailLength = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // Where they cannot be ended, backends of a killed server hold its shared memory for a moment, and the next one refuses to start beside them.
    private static readonly TimeSpan Leftovers = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _tail = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private volatile bool _wasReady;

    public int? ProcessId
    {
        get
        {
            lock (_gate)
                return _process?.Id;
        }
    }

    public async Task Start(CancellationToken ct)
    {
        new Thread(Run) { IsBackground = true, Name = "postgres" }.Start();
        await _ready.Task.WaitAsync(ct);
    }

    public async Task Stop()
    {
        _stopping.TrySetResult();
        foreach (var (signal, patience) in new[] { (Interrupt, 30), (Quit, 5), (Kill, 5) })
        {
            Signal(signal);
            if (await Task.WhenAny(_ended.Task, Task.Delay(TimeSpan.FromSeconds(patience))) == _ended.Task)
                return;
        }
    }

    private void Run()
    {
        var started = Stopwatch.StartNew();
        var pause = FirstPause;
        try
        {
            while (RunOnce() is { } code)
            {
                if (_ready.Task.IsCompletedSuccessfully)
                    log($"PostgreSQL ended unexpectedly (exit code {code}); starting it again. It said last: {LastWords()}");
                else if (started.Elapsed > Leftovers || !_tail.Any(line => line.Contains("shared memory block", StringComparison.Ordinal)))
                    throw new EmbeddedPostgresException($"PostgreSQL ended with exit code {code} before it was ready. It said:\n{string.Join('\n', _tail)}");
                // Only a server that does not get up is started ever more slowly: a crash a month must not add up to an outage.
                if (_wasReady)
                    pause = FirstPause;
                _stopping.Task.Wait(pause);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            }

            _ready.TrySetException(new EmbeddedPostgresException("PostgreSQL was stopped before it was ready."));
        }
        catch (Exception e)
        {
            if (!_ready.TrySetException(e))
                log($"PostgreSQL cannot be started again: {e.Message}");
        }
        finally
        {
            _ended.SetResult();
        }
    }

    /// <returns>The exit code of a server that ended by itself; null when it was to stop.</returns>
    private int? RunOnce()
    {
        _tail.Clear();
        _wasReady = false;
        clear();
        var start = command();
        // None of our own streams: whoever waits for the end of our output would otherwise wait for the server's, too.
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        lock (_gate)
        {
            if (_stopping.Task.IsCompleted)
                return null;
            if (!TryStart(start))
                return NotStarted;
        }

        _process!.StandardInput.Close();
        _ = Listen(_process.StandardOutput);
        _ = Listen(_process.StandardError);
        // Not WaitForExit() without a limit: that one also waits for the pipe, which orphaned backends hold open.
        while (!_process.WaitForExit(int.MaxValue))
        {
        }

        lock (_gate)
        {
            var code = _process.ExitCode;
            _process.Dispose();
            _process = null;
            return _stopping.Task.IsCompleted ? null : code;
        }
    }

    // The machine may be out of processes or memory for a while: that is one more failed start, not the end of starting.
    private bool TryStart(ProcessStartInfo start)
    {
        try
        {
            _process = Process.Start(start)!;
            return true;
        }
        catch (Win32Exception e)
        {
            _tail.Enqueue(e.Message);
            return false;
        }
    }

    // The reason stands some lines before the end, followed by a hint or by clients that were refused.
    private string? LastWords() =>
        _tail.LastOrDefault(line => line.Contains("PANIC:", StringComparison.Ordinal))
        ?? _tail.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal))
        ?? _tail.LastOrDefault();

    private async Task Listen(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLength)
                _tail.TryDequeue(out _);
            serverLog(line); // first, so that whoever waits for it to be ready has not still to hear that it is
            if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
            {
                _wasReady = true;
                _ready.TrySetResult();
            }
        }
    }

    private void Signal(int signal)
    {
        lock (_gate)
        {
            if (_process is not null)
                _ = NativeKill(_process.Id, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}

using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Testing.Faults;

/// <summary>One client's connection through the proxy, with its own connection to the server.</summary>
internal sealed class FaultProxyLink(Socket client, FaultRules rules) : IDisposable
{
    private readonly CancellationTokenSource _cut = new();
    private readonly PgSession _session = new();
    private volatile CommitRule? _lostReply;

    public async Task Run(EndPoint server)
    {
        using var toServer = server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await rules.Passing(_cut.Token);
            await toServer.ConnectAsync(server, _cut.Token);
            await using var near = new NetworkStream(client, ownsSocket: false);
            await using var far = new NetworkStream(toServer, ownsSocket: false);
            var (requests, answers) = (Requests(near, far), Answers(far, near));
            await Task.WhenAny(requests, answers);
            Cut();
            Reset(client);
            Reset(toServer);
            await Task.WhenAll(requests, answers);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // Cut on purpose, or one side went away.
        }
        finally
        {
            Reset(client);
        }
    }

    public void Cut()
    {
        try
        {
            _cut.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose()
    {
        _cut.Dispose();
        client.Dispose();
    }

    /// <summary>Both sides must see a break, not an orderly end.</summary>
    private static void Reset(Socket socket)
    {
        if (!socket.SafeHandle.IsClosed && socket.AddressFamily != AddressFamily.Unix) socket.LingerState = new(enable: true, seconds: 0);
        socket.Dispose();
    }

    private async Task Requests(NetworkStream near, NetworkStream far)
    {
        var reader = PipeReader.Create(near);
        var writer = PipeWriter.Create(far);
        var startup = true;
        while (true)
        {
            var read = await reader.ReadAsync(_cut.Token);
            var buffer = read.Buffer;
            while (PgFrame.TryTake(ref buffer, startup, out var frame))
            {
                if (frame.AsksForEncryption)
                {
                    await near.WriteAsync("N"u8.ToArray(), _cut.Token);
                    continue;
                }

                if (!startup && await CutsBefore(_session.Follow(frame), writer)) return;
                startup = false;
                Copy(frame.Bytes, writer);
            }

            await Flush(writer);
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return;
        }
    }

    /// <summary>True when the link ends here; otherwise the answer to this commit may be marked as to be lost.</summary>
    private async Task<bool> CutsBefore(PgStep step, PipeWriter writer)
    {
        if (_lostReply is not null || rules.TakeFor(step) is not { } rule) return false;
        if (!rule.CutsRequest)
        {
            _lostReply = rule;
            return false;
        }

        await Flush(writer);
        await rule.Carry();
        return true;
    }

    private async Task Answers(NetworkStream far, NetworkStream near)
    {
        var reader = PipeReader.Create(far);
        var writer = PipeWriter.Create(near);
        while (true)
        {
            var read = await reader.ReadAsync(_cut.Token);
            var buffer = read.Buffer;
            while (PgFrame.TryTake(ref buffer, startup: false, out var frame))
            {
                if (frame.Type == 'Z') _session.Ready(frame.Status);
                if (_lostReply is { } rule && AnswersCommit(frame))
                {
                    await Flush(writer);
                    await Lose(rule);
                    return;
                }

                var allowed = rules.Allow(frame.Bytes.Length);
                Copy(frame.Bytes.Slice(0, allowed), writer);
                if (allowed == frame.Bytes.Length) continue;
                await Flush(writer);
                return;
            }

            await Flush(writer);
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return;
        }
    }

    /// <summary>The ReadyForQuery of BEGIN has another status, and may come after a COMMIT that was sent in one go with it.</summary>
    private static bool AnswersCommit(PgFrame frame) => frame switch
    {
        { Type: 'C' } => frame.Strings(1)[0].Equals("COMMIT", StringComparison.Ordinal),
        { Type: 'Z' } => frame.Status == 'I',
        _ => false,
    };

    private async Task Lose(CommitRule rule)
    {
        await rule.Carry();
        if (rule.Cut == CommitCut.Silence) await Task.Delay(Timeout.Infinite, _cut.Token);
    }

    private static void Copy(ReadOnlySequence<byte> bytes, PipeWriter writer)
    {
        foreach (var segment in bytes) writer.Write(segment.Span);
    }

    private async Task Flush(PipeWriter writer)
    {
        await rules.Passing(_cut.Token);
        await writer.FlushAsync(_cut.Token);
    }
}

using System.Net.Sockets;
using System.Text;

namespace Coordination.Benchmarks;

/// <summary>
/// One connection that sends a request and takes the bytes of the answer, as load generators do: what is measured is the product, not the library that
/// a client happens to use (that of .NET costs a tenth of a page).
/// </summary>
internal sealed class LeanHttp : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[512 * 1024];
    private readonly string _headers;

    public LeanHttp(Uri address, string authorization)
    {
        _socket.Connect(address.Host, address.Port);
        _headers = $" HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: {authorization}\r\n\r\n";
    }

    /// <returns>Bytes of the answer.</returns>
    /// <exception cref="InvalidOperationException">It is not 200, or not sent in chunks.</exception>
    public async Task<int> Get(string path)
    {
        await _socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path}{_headers}"));
        var read = 0;
        do
        {
            var now = await _socket.ReceiveAsync(_answer.AsMemory(read));
            if (now == 0)
                throw new InvalidOperationException("The server closed the connection.");
            read += now;
        }
        while (!_answer.AsSpan(0, read).EndsWith("\r\n0\r\n\r\n"u8));
        return _answer.AsSpan(0, read).StartsWith("HTTP/1.1 200 "u8) ? read : throw new InvalidOperationException(Encoding.ASCII.GetString(_answer, 0, Math.Min(read, 200)));
    }

    public void Dispose() => _socket.Dispose();
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Coordination.Host.Tests.Asvs;

/// <summary>Bytes as they are: clients of the library would not send what these tests send.</summary>
internal static class RawSocket
{
    /// <returns>Status of the first answer, 0 when the server closed without one, and everything that came until it closed.</returns>
    public static async Task<(int Status, string All)> Send(Uri address, string bytes, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), ct);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var (all, buffer) = (new StringBuilder(), new char[4096]);
        try
        {
            while (await reader.ReadAsync(buffer, ct) is var read and > 0)
                all.Append(buffer, 0, read);
        }
        catch (IOException)
        {
            // Reset: what the server did not want to read, it does not wait for.
        }
        return (all.Length > 12 ? int.Parse(all.ToString(9, 3), CultureInfo.InvariantCulture) : 0, all.ToString());
    }
}

using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coordination.Host.Http;

/// <summary>What a request may cost before it is read.</summary>
internal static class Kestrel
{
    public const int MaxBody = 1024 * 1024;
    public const int MaxHeaders = 16 * 1024;

    public static void Configure(KestrelServerOptions kestrel)
    {
        // A line ends with CR LF: a proxy that ends it elsewhere would see other headers than the Host (OWASP ASVS 5.0 4.2.1).
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // Who sends slower than this holds a connection for nothing; village offices on a weak line are faster.
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
    }
}

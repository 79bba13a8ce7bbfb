using System.Globalization;

namespace Coordination.Host.Http;

/// <summary>ETag = stream version; <c>If-Match</c> = the version that the caller saw.</summary>
internal static class Preconditions
{
    public static string ETagOf(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <returns>False when the header is there and cannot be read. <c>*</c> asks for nothing but existence, which every command on a thing checks anyway.</returns>
    public static bool TryReadIfMatch(HttpRequest request, out long? version)
    {
        version = null;
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header is "*")
            return true;
        if (header is not ['"', .. var inner, '"'] || !long.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        version = number;
        return true;
    }
}

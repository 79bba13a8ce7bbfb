using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Coordination.Projections;

/// <summary>
/// The place of a row in an ordered list: its sort key and, for rows with equal keys, its position in the log. A page that begins after a
/// keyset costs the same on the first and on the thousandth page. Opaque to callers; parsable, so that HTTP can bind it.
/// </summary>
public readonly record struct Keyset(long Key, long Position) : IParsable<Keyset>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key:x}.{Position:x}");

    public static Keyset Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var keyset) ? keyset : throw new FormatException("Not a cursor of this API.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Keyset result)
    {
        result = default;
        var parts = s?.Split('.');
        if (parts is not { Length: 2 }
            || !long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            || !long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var position))
            return false;
        result = new Keyset(key, position);
        return true;
    }
}

/// <summary>One page of a list.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Withheld">Items within the range of this page whose existence the viewer may know, and no more.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, Keyset? Next, int Withheld);

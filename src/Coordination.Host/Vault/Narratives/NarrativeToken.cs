using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Coordination.Host.Vault;

/// <summary>
/// A sealed text as it stands in place of the text: <c>{sealed:alg:key:version:field:nonce:ciphertext:tag}</c>. Made of characters that JSON and HTML
/// leave as they are, with an end that can be found, so that sentences, projections and pages carry it like any text.
/// </summary>
internal sealed partial record NarrativeToken(Guid Subject, int Version, string Field, SealedBytes Value)
{
    /// <summary>How every token begins, whatever its algorithm.</summary>
    public const string Mark = "{sealed:";

    public static NarrativeToken Seal(DataKey key, string field, string text) =>
        new(key.Subject, key.Version, field, Cipher.SealAlike(key.Key, key.ContextOf(field), Encoding.UTF8.GetBytes(text)));

    /// <exception cref="System.Security.Cryptography.CryptographicException">Another key than the one that sealed it, or altered.</exception>
    public string Open(DataKey key) => (key with { Version = Version }).Open(Field, Value);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mark}{Cipher.Aes256Gcm}:{Subject:N}:{Version}:{Field}:{Encode(Value.Nonce)}:{Encode(Value.Ciphertext)}:{Encode(Value.Tag)}}}");

    /// <summary>Tokens in a text, in order, with their places.</summary>
    public static IEnumerable<(int At, int Length, NarrativeToken Token)> In(string text)
    {
        foreach (var match in Form().EnumerateMatches(text).ToList())
            if (TryParse(text.AsSpan(match.Index, match.Length), out var token))
                yield return (match.Index, match.Length, token);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out NarrativeToken token)
    {
        token = null!;
        var parts = text[Mark.Length..^1].ToString().Split(':');
        try
        {
            if (parts is not ["1", var subject, var version, var field, var nonce, var ciphertext, var tag])
                return false;
            token = new NarrativeToken(
                Guid.ParseExact(subject, "N"), int.Parse(version, NumberStyles.None, CultureInfo.InvariantCulture), field,
                new SealedBytes(Decode(nonce), Decode(ciphertext), Decode(tag)));
            return token.Value is { Nonce.Length: Cipher.NonceBytes, Tag.Length: Cipher.TagBytes };
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] Decode(string text) => Base64Url.DecodeFromChars(text);

    [GeneratedRegex(@"\{sealed:1:[0-9a-f]{32}:[0-9]{1,9}:[A-Za-z]{1,60}:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]*:[A-Za-z0-9_-]{22}\}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Form();
}

internal static class MatchList
{
    /// <summary>Places of the matches, kept beyond the enumerator.</summary>
    public static List<(int Index, int Length)> ToList(this Regex.ValueMatchEnumerator matches)
    {
        var places = new List<(int, int)>();
        foreach (var match in matches)
            places.Add((match.Index, match.Length));
        return places;
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Coordination.Host.Security.SecondFactor;

/// <summary>Time-based one-time passwords (RFC 6238, HMAC-SHA-1 and 30 s, which every authenticator application knows).</summary>
public static class Totp
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <param name="digits">6 is what people type; the vectors of the RFC have 8.</param>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and the authenticators in people's hands; a code lives for a minute and works once.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        var modulus = (int)Math.Pow(10, digits);
        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that a code belongs to: this one, the one before or the one after, since clocks of telephones differ.</summary>
    /// <returns>Null when it is the code of none of them.</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
                found = step;
        }
        return found;
    }

    /// <summary>The secret as people type it into an authenticator (RFC 4648).</summary>
    public static string ToBase32(ReadOnlySpan<byte> secret)
    {
        var text = new System.Text.StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in secret)
        {
            buffer = (buffer << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
        }
        return bits > 0 ? text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <exception cref="FormatException">It has a character that base 32 lacks.</exception>
    public static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var one in text)
        {
            var value = Base32.IndexOf(one, StringComparison.Ordinal);
            buffer = ((buffer << 5) | (value >= 0 ? value : throw new FormatException("Not base 32."))) & 0xFFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }
        return [.. bytes];
    }
}

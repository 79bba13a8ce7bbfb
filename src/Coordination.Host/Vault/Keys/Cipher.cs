using System.Security.Cryptography;

namespace Coordination.Host.Vault;

/// <summary>What AES-256-GCM makes of a text.</summary>
public sealed record SealedBytes(byte[] Nonce, byte[] Ciphertext, byte[] Tag)
{
    /// <summary>Nonce, tag and ciphertext in one.</summary>
    public byte[] ToBytes() => [.. Nonce, .. Tag, .. Ciphertext];

    /// <exception cref="CryptographicException">Too short to be one.</exception>
    public static SealedBytes Of(byte[] bytes) => bytes.Length >= Cipher.NonceBytes + Cipher.TagBytes
        ? new SealedBytes(bytes[..Cipher.NonceBytes], bytes[(Cipher.NonceBytes + Cipher.TagBytes)..], bytes[Cipher.NonceBytes..(Cipher.NonceBytes + Cipher.TagBytes)])
        : throw new CryptographicException("A sealed value is too short.");
}

/// <summary>The one place that encrypts (OWASP ASVS 5.0 11.3.2 to 11.3.4): AES-256-GCM, a nonce of 96 bits that is never used twice with a key.</summary>
public static class Cipher
{
    /// <summary>Stored with every value, so that another algorithm can come beside it.</summary>
    public const short Aes256Gcm = 1;

    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    /// <param name="context">What the value is and of whom: opening it as anything else fails.</param>
    public static SealedBytes Seal(byte[] key, byte[] context, ReadOnlySpan<byte> text) => Seal(key, context, text, RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>The same text under the same key and context gives the same bytes. For a key that seals one text only.</summary>
    public static SealedBytes SealAlike(byte[] key, byte[] context, ReadOnlySpan<byte> text) =>
        Seal(key, context, text, HMACSHA256.HashData(HMACSHA256.HashData(key, context), text)[..NonceBytes]);

    /// <exception cref="CryptographicException">Altered, moved from another field or subject, or another key.</exception>
    public static byte[] Open(byte[] key, byte[] context, SealedBytes value)
    {
        using var aes = new AesGcm(key, TagBytes);
        var text = new byte[value.Ciphertext.Length];
        aes.Decrypt(value.Nonce, value.Ciphertext, value.Tag, text, context);
        return text;
    }

    private static SealedBytes Seal(byte[] key, byte[] context, ReadOnlySpan<byte> text, byte[] nonce)
    {
        using var aes = new AesGcm(key, TagBytes);
        var (ciphertext, tag) = (new byte[text.Length], new byte[TagBytes]);
        aes.Encrypt(nonce, text, ciphertext, tag, context);
        return new SealedBytes(nonce, ciphertext, tag);
    }
}

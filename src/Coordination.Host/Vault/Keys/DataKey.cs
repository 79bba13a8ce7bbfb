using System.Security.Cryptography;
using System.Text;

namespace Coordination.Host.Vault;

/// <summary>The key of one subject: a person, a contact or a narrative.</summary>
public sealed record DataKey(Guid Subject, int Version, byte[] Key)
{
    public static DataKey Fresh(Guid subject, int version = 1) => new(subject, version, RandomNumberGenerator.GetBytes(KeyFile.Bytes));

    /// <summary>What a field's ciphertext is bound to: moved to another field, subject or key version it does not open.</summary>
    public byte[] ContextOf(string field) => Encoding.UTF8.GetBytes($"{Subject:N}|{field}|{Version}");

    /// <summary>What the wrapped key is bound to.</summary>
    public static string WrapContext(Guid subject, string kind, int version) => $"{subject:N}|{kind}|{version}";

    public SealedBytes Seal(string field, string text) => Cipher.Seal(Key, ContextOf(field), Encoding.UTF8.GetBytes(text));

    /// <exception cref="CryptographicException">It was sealed as something else, or altered.</exception>
    public string Open(string field, SealedBytes value) => Encoding.UTF8.GetString(Cipher.Open(Key, ContextOf(field), value));

    // A record would print its members.
    public override string ToString() => $"{nameof(DataKey)} {Subject} v{Version}";
}

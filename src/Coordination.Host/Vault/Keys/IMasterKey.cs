namespace Coordination.Host.Vault;

/// <summary>A data key as it is stored.</summary>
/// <param name="Master">Name of the master key that wraps it.</param>
public sealed record WrappedKey(string Master, byte[] Bytes);

/// <summary>
/// Wraps data keys. The master key never leaves what stands behind this: a file of the Host here, a key management service elsewhere, which is why
/// the methods may wait.
/// </summary>
public interface IMasterKey
{
    /// <summary>Name of the key that wraps from now on. Another one than before after a rotation.</summary>
    string Current { get; }

    /// <param name="context">What the key is for; unwrapping it for anything else fails.</param>
    ValueTask<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, string context, CancellationToken ct);

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was altered, or wrapped for something else.</exception>
    /// <exception cref="InvalidOperationException">The master key that wrapped it is not here.</exception>
    ValueTask<byte[]> Unwrap(WrappedKey wrapped, string context, CancellationToken ct);
}

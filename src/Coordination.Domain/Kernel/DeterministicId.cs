using System.Security.Cryptography;
using System.Text;

namespace Coordination.Domain.Kernel;

/// <summary>Name-based ids (RFC 9562 version 5): the same name gives the same id on every node and in every replay.</summary>
public static class DeterministicId
{
    private static readonly Guid Namespace = new("6f0b7d2e-6c0a-5a53-9f0b-3d6a1f6c2b11");

    public static Guid From(string name)
    {
        Span<byte> input = [.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; it names a thing here and secures nothing.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

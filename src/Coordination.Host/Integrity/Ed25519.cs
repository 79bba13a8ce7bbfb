using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Coordination.Host.Integrity;

/// <summary>
/// Ed25519 (RFC 8032) by OpenSSL's libcrypto, which .NET itself stands on: the platform has no class for it (docs/adr/0020). Signing takes about
/// 50 µs. Safe for concurrent use.
/// </summary>
internal static class Ed25519
{
    public const int KeySize = 32;
    public const int SignatureSize = 64;

    private const string Crypto = "libcrypto";
    private const int Kind = 1087; // NID_ED25519

    private static readonly string[] Names = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64", "libcrypto-1_1-x64"];

    static Ed25519() => NativeLibrary.SetDllImportResolver(typeof(Ed25519).Assembly, Resolve);

    public static byte[] PublicKey(byte[] seed)
    {
        using var key = Private(seed);
        var (bytes, length) = (new byte[KeySize], (nuint)KeySize);
        return EVP_PKEY_get_raw_public_key(key, bytes, ref length) == 1 ? bytes : throw Failed();
    }

    public static byte[] Sign(byte[] seed, byte[] message)
    {
        using var key = Private(seed);
        using var context = Context.Create();
        var (signature, length) = (new byte[SignatureSize], (nuint)SignatureSize);
        return EVP_DigestSignInit(context, 0, 0, 0, key) == 1 && EVP_DigestSign(context, signature, ref length, message, (nuint)message.Length) == 1
            ? signature
            : throw Failed();
    }

    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature)
    {
        if (publicKey.Length != KeySize || signature.Length != SignatureSize)
            return false;
        using var key = EVP_PKEY_new_raw_public_key(Kind, 0, publicKey, KeySize);
        using var context = Context.Create();
        return !key.IsInvalid && EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
            && EVP_DigestVerify(context, signature, SignatureSize, message, (nuint)message.Length) == 1;
    }

    private static Key Private(byte[] seed)
    {
        if (seed.Length != KeySize)
            throw new ArgumentException($"An Ed25519 key has {KeySize} bytes.", nameof(seed));
        var key = EVP_PKEY_new_raw_private_key(Kind, 0, seed, KeySize);
        return key.IsInvalid ? throw Failed() : key;
    }

    private static CryptographicException Failed() => new("libcrypto refuses Ed25519.");

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Crypto)
            return 0;
        foreach (var candidate in Names)
        {
            if (NativeLibrary.TryLoad(candidate, out var library))
                return library;
        }
        throw new PlatformNotSupportedException("OpenSSL's libcrypto (3, or 1.1.1) is needed to sign and verify; install the package libssl3.");
    }

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern Key EVP_PKEY_new_raw_private_key(int type, nint engine, byte[] key, nuint length);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern Key EVP_PKEY_new_raw_public_key(int type, nint engine, byte[] key, nuint length);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_PKEY_get_raw_public_key(Key key, byte[] bytes, ref nuint length);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_PKEY_free(nint key);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern Context EVP_MD_CTX_new();

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestSignInit(Context context, nint keyContext, nint digest, nint engine, Key key);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestSign(Context context, byte[] signature, ref nuint signatureLength, byte[] message, nuint length);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestVerifyInit(Context context, nint keyContext, nint digest, nint engine, Key key);

    [DllImport(Crypto), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EVP_DigestVerify(Context context, byte[] signature, nuint signatureLength, byte[] message, nuint length);

    private sealed class Key() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_PKEY_free(handle);
            return true;
        }
    }

    private sealed class Context() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        public static Context Create() => EVP_MD_CTX_new() is { IsInvalid: false } context ? context : throw Failed();

        protected override bool ReleaseHandle()
        {
            EVP_MD_CTX_free(handle);
            return true;
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Host.Vault;

/// <summary>
/// Master keys in files <c>keys/master-0001.key</c>, the highest number wraps. What a running Host does not know yet it reads when it meets it, so that
/// a rotation needs no restart.
/// </summary>
public sealed class FileMasterKey : IMasterKey
{
    private readonly DirectoryInfo _directory;
    private readonly ConcurrentDictionary<string, (string Name, byte[] Key)> _byPath = new(StringComparer.Ordinal);

    private FileMasterKey(DirectoryInfo directory) => _directory = directory;

    public string Current => Newest().Name;

    /// <summary>Reads the keys of a data directory, or makes the first one.</summary>
    /// <exception cref="InvalidOperationException">A file is not a key, or others may read it.</exception>
    public static FileMasterKey LoadOrCreate(string dataDirectory)
    {
        var keys = new FileMasterKey(KeyFile.DirectoryOf(dataDirectory));
        if (keys.Files().Count == 0)
            KeyFile.Create(keys.PathOf(1));
        _ = keys.All();
        return keys;
    }

    /// <summary>Makes the next key; from now on it wraps. Keys wrapped before are rewrapped by <see cref="KeyRotation"/>.</summary>
    public void Renew() => KeyFile.Create(PathOf(Files().Count == 0 ? 1 : NumberOf(Files()[^1]) + 1));

    public ValueTask<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, string context, CancellationToken ct)
    {
        var (name, key) = Newest();
        return ValueTask.FromResult(new WrappedKey(name, Cipher.Seal(key, Encoding.UTF8.GetBytes(context), dataKey.Span).ToBytes()));
    }

    public ValueTask<byte[]> Unwrap(WrappedKey wrapped, string context, CancellationToken ct)
    {
        var key = All().FirstOrDefault(one => string.Equals(one.Name, wrapped.Master, StringComparison.Ordinal)).Key
            ?? throw new InvalidOperationException(
                $"The master key {wrapped.Master} is not in {_directory.FullName}. Copy its file from the Host that made it, or from its backup.");
        return ValueTask.FromResult(Cipher.Open(key, Encoding.UTF8.GetBytes(context), SealedBytes.Of(wrapped.Bytes)));
    }

    private (string Name, byte[] Key) Newest() => Load(Files()[^1]);

    private List<(string Name, byte[] Key)> All() => [.. Files().Select(Load)];

    private List<string> Files() => [.. Directory.EnumerateFiles(_directory.FullName, "master-*.key").Order(StringComparer.Ordinal)];

    // The name tells the key apart, also from another of the same number that was made elsewhere.
    private (string Name, byte[] Key) Load(string path) => _byPath.GetOrAdd(path, p =>
    {
        var key = KeyFile.Read(p);
        return (string.Create(CultureInfo.InvariantCulture, $"{NumberOf(p):0000}-{Convert.ToHexStringLower(HMACSHA256.HashData(key, "name"u8)[..4])}"), key);
    });

    private static int NumberOf(string path) => int.Parse(Path.GetFileNameWithoutExtension(path)["master-".Length..], CultureInfo.InvariantCulture);

    private string PathOf(int number) => Path.Combine(_directory.FullName, string.Create(CultureInfo.InvariantCulture, $"master-{number:0000}.key"));
}

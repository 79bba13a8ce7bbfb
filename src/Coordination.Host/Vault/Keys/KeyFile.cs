using System.Security.Cryptography;

namespace Coordination.Host.Vault;

/// <summary>A secret of 32 bytes in a file that only the Host's own user may read.</summary>
internal static class KeyFile
{
    public const int Bytes = 32;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static DirectoryInfo DirectoryOf(string dataDirectory) => Directory.CreateDirectory(Path.Combine(dataDirectory, "keys"));

    /// <exception cref="InvalidOperationException">The file is not a key, or others may read it; the message says what to do.</exception>
    public static byte[] Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            throw new InvalidOperationException($"{path} can be read by others than its owner. Run chmod 600 on it, and rotate the key if anybody did.");
        var key = File.ReadAllBytes(path);
        return key.Length == Bytes
            ? key
            : throw new InvalidOperationException($"{path} is not a key of {Bytes} bytes. Restore it from the backup; do not make a new one.");
    }

    /// <summary>Makes a key unless there is one. Made under another name and moved: two first starts at once end with one key, a crash leaves no half one.</summary>
    public static void Create(string path)
    {
        var fresh = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(fresh, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Bytes));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}

namespace Coordination.Host.Integrity;

/// <summary>Files that only their owner reads, and that are whole or not there.</summary>
internal static class KeyFile
{
    /// <summary>Made under another name and moved: two first starts at once end with one file, and a crash leaves no half one.</summary>
    public static void Create(string path, byte[] content)
    {
        var fresh = WriteFresh(path, content);
        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }

    /// <summary>On the disk when it returns.</summary>
    public static void Replace(string path, byte[] content) => File.Move(WriteFresh(path, content), path, overwrite: true);

    private static string WriteFresh(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(fresh, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return fresh;
    }
}

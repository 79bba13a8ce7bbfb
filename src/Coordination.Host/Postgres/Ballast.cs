namespace Coordination.Host.Postgres;

/// <summary>
/// Room that is kept aside on the disk of the data. A PostgreSQL that ended itself because the disk was full needs a new segment of its log (16 MB)
/// to start again, and without it nobody can even look at what is there; then the ballast is given up.
/// </summary>
internal static class Ballast
{
    private const string Name = "ballast";
    private const int Block = 1024 * 1024;

    // A segment, and what recovery writes beside it.
    private const long Needed = 40L * Block;

    /// <summary>Before every start of the server: gives the room up where it is needed, keeps it aside where there is plenty.</summary>
    /// <param name="bytes">0: none is kept.</param>
    /// <returns>True when it was given up.</returns>
    public static bool Settle(string directory, long bytes)
    {
        var (file, free) = (Path.Combine(directory, Name), new DriveInfo(directory).AvailableFreeSpace);
        if (free < Needed && File.Exists(file))
        {
            File.Delete(file);
            return true;
        }

        if (bytes > 0 && !File.Exists(file) && free > 4 * bytes)
            Keep(file, bytes);
        return false;
    }

    // Written and not only promised: a sparse file would hold nothing.
    private static void Keep(string file, long bytes)
    {
        try
        {
            var zeros = new byte[Block];
            using var ballast = File.Create(file);
            for (var left = bytes; left > 0; left -= Block)
                ballast.Write(zeros, 0, (int)Math.Min(left, Block));
        }
        catch (IOException)
        {
            File.Delete(file); // somebody else filled the disk meanwhile: there is nothing to keep aside
        }
    }
}

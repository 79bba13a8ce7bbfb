using System.Globalization;
using System.Text.RegularExpressions;

namespace Coordination.Host.Postgres;

/// <param name="Bin">Directory with <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Libraries">Directory for the loader, when the programs do not find their libraries by themselves.</param>
internal sealed partial record PostgresBinaries(string Bin, int Major, string? Libraries = null)
{
    public const int OldestMajor = 15;

    public string Program(string name) => Path.Combine(Bin, name);

    /// <summary>Null when the directory does not hold a server.</summary>
    public static PostgresBinaries? In(string bin)
    {
        if (!File.Exists(Path.Combine(bin, "postgres")) || !File.Exists(Path.Combine(bin, "initdb")))
            return null;
        var answer = ChildProcess.Run(new(Path.Combine(bin, "postgres")) { ArgumentList = { "--version" } });
        var version = Version().Match(answer.Output);
        return version.Success ? new(bin, int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture)) : null;
    }

    [GeneratedRegex(@"\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}

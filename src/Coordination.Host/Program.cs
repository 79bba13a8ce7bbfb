using Coordination.Host.CommandLine;

namespace Coordination.Host;

internal static class Program
{
    public static Task<int> Main(string[] args) => Verbs.Run(args);
}

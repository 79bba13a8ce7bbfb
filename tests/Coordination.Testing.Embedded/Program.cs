using Coordination.Host.Postgres;

namespace Coordination.Testing.Embedded;

/// <summary>
/// A process that owns an embedded PostgreSQL, for tests that kill it: <c>Coordination.Testing.Embedded DIRECTORY</c> prints the server's process id
/// when it is ready and stops it when its input ends.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var server = await EmbeddedPostgres.Start(new() { DataDirectory = args[0], Log = Console.Error.WriteLine }, CancellationToken.None);
        Console.WriteLine(server.ProcessId);
        await Console.In.ReadToEndAsync();
        return 0;
    }
}

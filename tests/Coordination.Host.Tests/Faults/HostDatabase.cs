using Coordination.Testing;
using Npgsql;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>A database and the key directory that all Hosts on it must share.</summary>
public sealed class HostDatabase : IAsyncLifetime
{
    private Database? _database;

    public string Keys { get; } = TestDirectory.Create();

    public NpgsqlDataSource Owner => Database.Owner;

    public string OwnerConnectionString => Database.OwnerConnectionString;

    public string RuntimeConnectionString => Database.RuntimeConnectionString;

    public string DaemonConnectionString => Database.DaemonConnectionString;

    private Database Database => _database ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync() => _database = await Database.Create();

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        Directory.Delete(Keys, recursive: true);
    }
}

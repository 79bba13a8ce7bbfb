using Coordination.Host.Postgres;
using Npgsql;
using Shouldly;

namespace Coordination.Host.Tests.Postgres;

/// <summary>What an embedded server said, and a way to wait for the next time it says something.</summary>
internal sealed class ServerLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Text, TaskCompletionSource Said)> _waiting = [];

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (text, said) in _waiting)
            {
                if (line.Contains(text, StringComparison.Ordinal))
                    said.TrySetResult();
            }
        }
    }

    public Task Next(string text)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _waiting.Add((text, said));
        return said.Task;
    }

    public void ShouldContain(string text)
    {
        lock (_gate)
            _lines.ShouldContain(line => line.Contains(text));
    }

    public void ShouldNotContain(string text)
    {
        lock (_gate)
            _lines.ShouldNotContain(line => line.Contains(text));
    }
}

internal static class EmbeddedPostgresQuestions
{
    public static Task<object?> Ask(this EmbeddedPostgres server, string sql) => Scalar(server.OwnerConnectionString, sql);

    public static Task<object?> AskRuntime(this EmbeddedPostgres server, string sql) => Scalar(server.RuntimeConnectionString, sql);

    public static Task Execute(this EmbeddedPostgres server, string sql) => Scalar(server.OwnerConnectionString, sql);

    private static async Task<object?> Scalar(string connectionString, string sql)
    {
        // A data source of its own: the shared pool of a connection string would hand out connections of a server that is gone.
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}

using Coordination.Testing;
using Coordination.Testing.Faults;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The instrument itself: what it claims to break is what breaks.</summary>
public sealed class FaultProxyTests(Database database) : IClassFixture<Database>, IAsyncLifetime
{
    private const string Table = "touched_by_fault_proxy";
    private readonly FaultProxy _proxy = FaultProxy.Start(database.OwnerConnectionString);
    private NpgsqlDataSource _broken = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _broken = NpgsqlDataSource.Create(_proxy.ConnectionString + ";Timeout=30;Command Timeout=3;Cancellation Timeout=500");
        await Execute(database.Owner, $"drop table if exists {Table}");
        await Execute(database.Owner, $"create table {Table} (n int primary key)");
    }

    public async ValueTask DisposeAsync()
    {
        await _broken.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(CommitCut.BeforeStatement, 0)]
    [InlineData(CommitCut.BeforeServer, 0)]
    [InlineData(CommitCut.AfterCommit, 1)]
    [InlineData(CommitCut.Silence, 1)]
    public async Task A_commit_is_cut_before_or_after_the_server_takes_it(CommitCut cut, long rows)
    {
        var rowsMeanwhile = -1L;
        var broken = _proxy.CutCommit(cut, Table, async () => rowsMeanwhile = await Rows());
        await Should.ThrowAsync<NpgsqlException>(InTransaction);
        await broken;
        (await Rows()).ShouldBe(rows);
        rowsMeanwhile.ShouldBe(rows);
    }

    [Theory]
    [InlineData(CommitCut.BeforeServer, 0)]
    [InlineData(CommitCut.AfterCommit, 1)]
    public async Task A_statement_that_commits_by_itself_is_cut_too(CommitCut cut, long rows)
    {
        var broken = _proxy.CutCommit(cut, Table);
        await Should.ThrowAsync<NpgsqlException>(() => Execute(_broken, $"insert into {Table} values (1)"));
        await broken;
        (await Rows()).ShouldBe(rows);
    }

    [Fact]
    public async Task Other_commits_pass_while_one_is_waited_for()
    {
        var broken = _proxy.CutCommit(CommitCut.AfterCommit, "no such statement");
        await InTransaction();
        broken.IsCompleted.ShouldBeFalse();
        (await Rows()).ShouldBe(1);
    }

    [Fact]
    public async Task A_large_answer_is_cut_in_its_middle_and_the_next_connection_works()
    {
        await Execute(_broken, "select 1");
        var broken = _proxy.CutAfter(100_000);
        await Should.ThrowAsync<NpgsqlException>(() => Execute(_broken, "select repeat('x', 1000000)"));
        await broken;
        await Execute(_broken, "select repeat('x', 1000000)");
    }

    [Fact]
    public async Task A_stalled_server_times_out_and_comes_back()
    {
        await Execute(_broken, "select 1");
        _proxy.Stall();
        await Should.ThrowAsync<NpgsqlException>(() => Execute(_broken, "select 1"));
        _proxy.Resume();
        await Execute(_broken, "select 1");
    }

    [Fact]
    public async Task A_refused_connection_fails_at_once_and_comes_back()
    {
        await Execute(_broken, "select 1");
        _proxy.Refuse();
        await Should.ThrowAsync<NpgsqlException>(() => Execute(_broken, "select 1"));
        await Should.ThrowAsync<NpgsqlException>(() => Execute(_broken, "select 1"));
        _proxy.Resume();
        await Execute(_broken, "select 1");
    }

    private async Task InTransaction()
    {
        await using var connection = await _broken.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand($"insert into {Table} values (1)", connection, transaction);
        await command.ExecuteNonQueryAsync(Ct);
        await transaction.CommitAsync(Ct);
    }

    private async Task<long> Rows()
    {
        await using var command = database.Owner.CreateCommand($"select count(*) from {Table}");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task Execute(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}

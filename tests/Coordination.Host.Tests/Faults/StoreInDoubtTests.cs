using System.Text;
using System.Text.Json;
using Coordination.EventStore;
using Coordination.Testing;
using Coordination.Testing.Faults;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The log itself, with the connection broken around COMMIT (F3) and PostgreSQL away.</summary>
public sealed class StoreInDoubtTests(Database database) : IClassFixture<Database>, IAsyncLifetime
{
    private const string Statement = "coordination.append";
    private const string Key = "data->>'key'";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private readonly FaultProxy _proxy = FaultProxy.Start(database.DaemonConnectionString);
    private NpgsqlDataSource _source = null!;
    private EventLog _log = null!;
    private EventLog _past = null!;
    private Witness _witness = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(_proxy.ConnectionString + ";Timeout=4");
        _log = new(
            _source, new([new("noted", typeof(Noted))]), new(JsonSerializerOptions.Web),
            new() { AppendLimit = Limit, StatementLimit = Limit });
        // A subscriber whose connections go past what breaks.
        _past = new(database.Daemon, new([new("noted", typeof(Noted))]), new(JsonSerializerOptions.Web));
        _witness = new(async (after, ct) => [.. (await _past.FetchAll(after, 100, ct)).Select(recorded => recorded.Position)], Ct);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Resume();
        await _log.DisposeAsync();
        await _past.DisposeAsync();
        await _source.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(CommitCut.AfterCommit)]
    [InlineData(CommitCut.Silence)]
    public async Task A_lost_commit_is_in_doubt_and_asking_again_with_its_key_settles_it(CommitCut cut)
    {
        var history = new History();
        var request = Request($"{cut}");
        var broken = _proxy.CutCommit(cut, Statement);

        await Should.ThrowAsync<AppendInDoubtException>(() => _log.Append(request, Ct));
        await broken;
        var again = await _log.Append(request, Ct);

        again.Verdict.ShouldBe(AppendVerdict.Duplicate);
        (await _log.Append(request, Ct)).ShouldBe(again with { Verdict = AppendVerdict.Duplicate });
        history.Add(new($"{cut}", Answer.Acknowledged, again.Stream, again.Version, again.Position));
        (await Invariants.Check(database.Owner, Key, history, await _witness.Finish(), Ct)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CommitCut.BeforeStatement)]
    [InlineData(CommitCut.BeforeServer)]
    public async Task What_never_arrives_is_sent_again_once_the_log_shows_that_nothing_was_written(CommitCut cut)
    {
        var broken = _proxy.CutCommit(cut, Statement);
        (await _log.Append(Request($"unsent {cut}"), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
        await broken;
        var history = new History();
        history.Add(new($"unsent {cut}", Answer.Acknowledged));
        (await Invariants.Check(database.Owner, Key, history, await _witness.Finish(), Ct)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_postgres_is_away_every_caller_is_told_in_time_and_nothing_that_is_untrue(bool stalled)
    {
        var history = new History();
        var name = stalled ? "stalled" : "gone";
        await _log.Append(Request(name + "-before"), Ct);
        if (stalled) _proxy.Stall();
        else _proxy.Refuse();

        // Some come while the writer has others in hand, some while it pauses: all must get out.
        var waiting = new List<Task>();
        for (var i = 0; i < 20; i++)
        {
            waiting.Add(Told($"{name}-{i}", history));
            await Task.Delay(20, Ct);
        }

        await Task.WhenAll(waiting).WaitAsync(10 * Limit, Ct);
        _proxy.Resume();
        history.Claims.Count(claim => claim.Answer == Answer.Refused).ShouldBeGreaterThanOrEqualTo(10);
        (await _log.Append(Request(name + "-after"), Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
        (await Invariants.Check(database.Owner, Key, history, await _witness.Finish(), Ct)).ShouldBeEmpty();
    }

    // Nothing was written; or nobody can know: the append was on its way when all went silent.
    private async Task Told(string key, History history)
    {
        var error = await Should.ThrowAsync<Exception>(() => _log.Append(Request(key), Ct));
        history.Add(new(key, error switch
        {
            StoreUnavailableException => Answer.Refused,
            AppendInDoubtException => Answer.InDoubt,
            _ => throw new InvalidOperationException("An answer of no known kind.", error),
        }));
    }

    private static AppendRequest Request(string key)
    {
        var stream = Guid.CreateVersion7();
        var recorded = new NewEvent(Guid.CreateVersion7(), new Noted(key), TimeProvider.System.GetUtcNow(), default, "budi");
        return new([new(stream, "note", ExpectedVersion: 0, [recorded])], new("POLRI", key, Encoding.UTF8.GetBytes(key)));
    }

    private sealed record Noted(string Key);
}

using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: new streams of many requests are started together, and each request is answered as if it had come alone.</summary>
public sealed class StartBatchTests(Database database) : IClassFixture<Database>
{
    private const int Requests = 30;

    [Fact]
    public async Task Each_request_hears_its_own_position_and_version_and_its_key_keeps_them()
    {
        await using var own = await Database.Create();
        var hold = new Hold();
        await using var log = own.Log(new() { Writers = 1, Fault = hold.At });
        await log.Append(One(NewStream(), 0), Ct);
        // So it is seen that the short way was taken: the long one is not there.
        await own.Owner.Run("alter function coordination.append rename to gone");
        var requests = Enumerable.Range(0, Requests).Select(n => To(NewStream(), 0, Events(1 + n % 4)) with { Key = n % 2 == 0 ? Key($"{n}") : null }).ToArray();

        var results = await Together(log, hold, requests);

        await own.Owner.Run("alter function coordination.gone rename to append");
        for (var n = 0; n < Requests; n++)
        {
            var stream = requests[n].Streams[0];
            var written = await log.FetchStream(stream.Stream, Ct);
            written.Select(e => e.Id).ShouldBe(stream.Events.Select(e => e.Id));
            written.Select(e => e.Position).ShouldBeInOrder();
            results[n].ShouldBe(new(AppendVerdict.Appended, written[^1].Position, stream.Stream, written.Count));
            (await log.FetchStreamState(stream.Stream, Ct))!.Version.ShouldBe(written.Count);
            if (requests[n].Key is not null)
                (await log.Append(requests[n], Ct)).ShouldBe(results[n] with { Verdict = AppendVerdict.Duplicate });
        }
    }

    [Fact]
    public async Task Streams_and_keys_that_are_there_cost_the_others_nothing()
    {
        var hold = new Hold();
        await using var log = database.Log(new() { Writers = 1, Fault = hold.At });
        var requests = Enumerable.Range(0, Requests).Select(n => One(NewStream(), 0) with { Key = Key($"there {n}") }).ToArray();
        await log.Append(requests[3] with { Key = null }, Ct);
        var first = await log.Append(One(NewStream(), 0) with { Key = requests[7].Key }, Ct);

        var results = await Together(log, hold, requests);

        results[3].Verdict.ShouldBe(AppendVerdict.StreamExists);
        results[7].ShouldBe(first with { Verdict = AppendVerdict.Duplicate });
        results.Count(result => result.Verdict == AppendVerdict.Appended).ShouldBe(Requests - 2);
    }

    [Theory]
    [InlineData("insert into mt_streams (id, type, version, timestamp, created) values ($1, 'thing', 1, now(), now())", AppendVerdict.StreamExists)]
    [InlineData("insert into coordination.idempotency (scope, key, fingerprint, position, stream_id, version) values ('IMIGRASI', 'race', 'body', 1, $1, 1)", AppendVerdict.Duplicate)]
    public async Task What_comes_about_in_this_moment_is_waited_for(string rival, AppendVerdict expected)
    {
        var hold = new Hold();
        await using var log = database.Log(new() { Writers = 1, Fault = hold.At });
        var requests = Enumerable.Range(0, Requests).Select(n => One(NewStream(), 0) with { Key = n == 5 && expected == AppendVerdict.Duplicate ? Key("race") : null }).ToArray();
        await using var connection = await database.Owner.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = rival;
            command.Parameters.Add(new() { Value = requests[5].Streams[0].Stream });
            await command.ExecuteNonQueryAsync(Ct);
        }

        var together = Together(log, hold, requests);
        while (!await database.Owner.Ask<bool>("select exists (select from pg_locks where not granted and locktype = 'transactionid')"))
        {
            together.IsCompleted.ShouldBeFalse("it waits");
            await Task.Delay(10, Ct);
        }

        await transaction.CommitAsync(Ct);
        var results = await together;

        results[5].Verdict.ShouldBe(expected);
        results.Count(result => result.Verdict == AppendVerdict.Appended).ShouldBe(Requests - 1);
    }

    private static NewEvent[] Events(int count) => [.. Enumerable.Range(0, count).Select(_ => Counted())];

    /// <summary>Everything asked for while the writer is held makes one batch.</summary>
    private static async Task<AppendResult[]> Together(EventLog log, Hold hold, AppendRequest[] requests)
    {
        hold.Close();
        var held = log.Append(One(NewStream(), 0), Ct);
        var waiting = requests.Select(request => log.Append(request, Ct)).ToArray();
        hold.Open();
        await held;
        return await Task.WhenAll(waiting);
    }

    private sealed class Hold
    {
        private TaskCompletionSource _open = Opened();

        public void Close() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.TrySetResult();

        public ValueTask At(string point) => point == FaultPoints.BeforeAppend ? new(_open.Task) : ValueTask.CompletedTask;

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}

using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class AtomicityTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task A_request_over_two_streams_writes_both()
    {
        await using var log = database.Log();
        var (a, b) = (NewStream(), NewStream());
        await log.Append(One(b, 0), Ct);

        var result = await log.Append(new([new(a, "thing", 0, [Counted(), Counted()]), new(b, "thing", 1, [Counted()])]), Ct);

        (result.Verdict, result.Stream, result.Version).ShouldBe((AppendVerdict.Appended, a, 2));
        (await log.FetchStream(a, Ct)).Count.ShouldBe(2);
        (await log.FetchStream(b, Ct)).Select(e => e.Position).Last().ShouldBe(result.Position);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_with_one_losing_stream_writes_nothing(bool loserFirst)
    {
        await using var log = database.Log();
        var (fresh, loser) = (NewStream(), NewStream());
        await log.Append(One(loser, 0), Ct);
        StreamAppend[] parts = [new(fresh, "thing", 0, [Counted()]), new(loser, "thing", 5, [Counted()])];

        var result = await log.Append(new(loserFirst ? [parts[1], parts[0]] : parts, Key($"loser {loserFirst}")), Ct);

        result.Verdict.ShouldBe(AppendVerdict.VersionConflict);
        (await log.FetchStreamState(fresh, Ct)).ShouldBeNull();
        (await log.FetchStream(loser, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_loser_costs_the_others_of_its_batch_nothing()
    {
        await using var log = database.Log(new() { Writers = 1 });
        var (hot, shared) = (NewStream(), NewStream());
        await log.Append(One(hot, 0), Ct);

        // One is on its way; the rest gathers behind it into one batch, with streams shared between winners and losers.
        var tasks = Enumerable.Range(0, 50).Select(n => log.Append(
            n % 5 == 0
                ? new([new(shared, "thing", null, [Counted()]), new(hot, "thing", 99, [Counted()])])
                : n % 5 == 1 ? One(hot, 1) : To(shared, null, Counted(), Counted()), Ct)).ToArray();
        var results = await Task.WhenAll(tasks);

        results.Where((_, n) => n % 5 == 0).ShouldAllBe(result => result.Verdict == AppendVerdict.VersionConflict);
        results.Where((_, n) => n % 5 == 1).Count(result => result.Verdict == AppendVerdict.Appended).ShouldBe(1);
        results.Where((_, n) => n % 5 > 1).ShouldAllBe(result => result.Verdict == AppendVerdict.Appended);
        (await log.FetchStream(hot, Ct)).Count.ShouldBe(2);
        (await log.FetchStream(shared, Ct)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 60).Select(n => (long)n));
        results.Where((_, n) => n % 5 > 1).Select(result => result.Version).Order().ShouldBe(Enumerable.Range(1, 30).Select(n => 2L * n));
    }

    [Fact]
    public async Task A_stream_stands_once_in_a_request()
    {
        await using var log = database.Log();
        var stream = NewStream();

        await Should.ThrowAsync<ArgumentException>(
            () => log.Append(new([new(stream, "thing", 0, [Counted()]), new(stream, "thing", 1, [Counted()])]), Ct));
    }

    [Fact]
    public async Task Requests_over_the_same_streams_in_opposite_order_do_not_deadlock()
    {
        var logs = Enumerable.Range(0, 4).Select(_ => database.Log(new() { Writers = 4 })).ToArray();
        var (a, b) = (NewStream(), NewStream());
        StreamAppend To(Guid stream) => new(stream, "thing", null, [Counted()]);

        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(n =>
            logs[n % 4].Append(new(n % 2 == 0 ? [To(a), To(b)] : [To(b), To(a)]), Ct)));

        results.ShouldAllBe(result => result.Verdict == AppendVerdict.Appended);
        (await logs[0].FetchStreamState(a, Ct))!.Version.ShouldBe(400);
        (await logs[0].FetchStreamState(b, Ct))!.Version.ShouldBe(400);
        foreach (var log in logs) await log.DisposeAsync();
    }
}

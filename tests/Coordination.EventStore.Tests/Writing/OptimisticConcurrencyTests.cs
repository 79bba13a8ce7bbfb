using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class OptimisticConcurrencyTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task The_expected_version_lets_the_append_through()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(To(stream, 0, Counted(), Counted()), Ct);

        (await log.Append(One(stream, 2), Ct)).ShouldSatisfyAllConditions(
            result => result.Verdict.ShouldBe(AppendVerdict.Appended), result => result.Version.ShouldBe(3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Any_other_version_is_a_conflict_that_tells_the_current_one_and_writes_nothing(long expected)
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(To(stream, 0, Counted(), Counted()), Ct);

        var result = await log.Append(One(stream, expected), Ct);

        (result.Verdict, result.Version, result.Position).ShouldBe((AppendVerdict.VersionConflict, 2, 0));
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_of_a_stream_that_does_not_exist_is_a_conflict_with_zero()
    {
        await using var log = database.Log();
        var stream = NewStream();

        var result = await log.Append(One(stream, 4), Ct);

        (result.Verdict, result.Version).ShouldBe((AppendVerdict.VersionConflict, 0));
        (await log.FetchStreamState(stream, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_racers_with_one_expectation_the_second_loses()
    {
        await using var log = database.Log(new() { Writers = 4 });
        await using var other = database.Log();
        var stream = NewStream();
        await log.Append(One(stream, 0), Ct);

        var results = await Task.WhenAll(log.Append(One(stream, 1), Ct), other.Append(One(stream, 1), Ct));

        results.Select(result => result.Verdict).Order().ShouldBe([AppendVerdict.Appended, AppendVerdict.VersionConflict]);
    }

    [Fact]
    public async Task Sixty_four_writers_on_one_stream_make_one_winner_per_version_and_no_deadlock()
    {
        // Four logs are four processes: their batches meet in PostgreSQL, not in a queue.
        var logs = Enumerable.Range(0, 4).Select(_ => database.Log(new() { Writers = 2 })).ToArray();
        var stream = NewStream();
        await logs[0].Append(One(stream, 0), Ct);

        var wins = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => WinTenTimes(logs[n % 4], stream)));

        wins.SelectMany(versions => versions).Order().ShouldBe(Enumerable.Range(2, 640).Select(n => (long)n));
        (await logs[0].FetchStream(stream, Ct)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 641).Select(n => (long)n));
        // Losers were told before they drew a number: no holes for readers to ask about.
        (await database.Owner.Ask<bool>("select (select last_value from mt_events_sequence) = (select count(*) from mt_events)")).ShouldBeTrue();
        foreach (var log in logs) await log.DisposeAsync();
    }

    private static async Task<List<long>> WinTenTimes(EventLog log, Guid stream)
    {
        var wins = new List<long>();
        for (var seen = 1L; wins.Count < 10;)
        {
            var result = await log.Append(One(stream, seen), Ct);
            if (result.Verdict == AppendVerdict.Appended) wins.Add(result.Version);
            else result.Verdict.ShouldBe(AppendVerdict.VersionConflict);
            seen = result.Version;
        }

        return wins;
    }
}

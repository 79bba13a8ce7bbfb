using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class IdempotencyTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_writes_nothing()
    {
        await using var log = database.Log();
        var (stream, key) = (NewStream(), Key("repeated"));
        var first = await log.Append(One(stream, 0) with { Key = key }, Ct);
        await log.Append(One(stream, 1), Ct);

        var second = await log.Append(One(stream, 0) with { Key = key }, Ct);

        second.ShouldBe(first with { Verdict = AppendVerdict.Duplicate });
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_repeat_answers_with_the_stream_of_the_first_writing()
    {
        await using var log = database.Log();
        var first = await log.Append(One(NewStream(), 0) with { Key = Key("stream of the first") }, Ct);

        (await log.Append(One(NewStream(), 0) with { Key = Key("stream of the first") }, Ct)).Stream.ShouldBe(first.Stream);
    }

    [Fact]
    public async Task The_same_key_for_another_body_is_refused()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(One(stream, 0) with { Key = Key("reused") }, Ct);

        (await log.Append(One(stream, 1) with { Key = Key("reused", "another body") }, Ct)).Verdict.ShouldBe(AppendVerdict.KeyReused);
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_of_two_agencies_do_not_meet()
    {
        await using var log = database.Log();
        await log.Append(One(NewStream(), 0) with { Key = Key("shared") }, Ct);

        (await log.Append(One(NewStream(), 0) with { Key = Key("shared") with { Scope = "POLRI" } }, Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
    }

    [Fact]
    public async Task A_loser_leaves_its_key_free()
    {
        await using var log = database.Log();
        var stream = NewStream();
        (await log.Append(One(stream, 7) with { Key = Key("free again") }, Ct)).Verdict.ShouldBe(AppendVerdict.VersionConflict);

        (await log.Append(One(stream, 0) with { Key = Key("free again") }, Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
    }

    [Theory]
    [InlineData(1, 0)] // in one queue
    [InlineData(1, 1)]
    [InlineData(4, 0)] // in four processes
    [InlineData(4, 1)]
    public async Task The_same_key_in_flight_many_times_writes_once(int processes, int version)
    {
        var logs = Enumerable.Range(0, processes).Select(_ => database.Log(new() { Writers = 4 })).ToArray();
        for (var round = 0; round < 10; round++)
        {
            var (stream, key) = (NewStream(), Key($"in flight {processes} {version} {round}"));
            if (version > 0) await logs[0].Append(One(stream, 0), Ct);

            var results = await Task.WhenAll(
                Enumerable.Range(0, 16).Select(n => logs[n % processes].Append(One(stream, version) with { Key = key }, Ct)));

            results.Count(result => result.Verdict == AppendVerdict.Appended).ShouldBe(1);
            results.Count(result => result.Verdict == AppendVerdict.Duplicate).ShouldBe(15);
            results.Select(result => (result.Position, result.Stream, result.Version)).Distinct().ShouldHaveSingleItem();
            (await logs[0].FetchStream(stream, Ct)).Count.ShouldBe(version + 1);
        }

        foreach (var log in logs) await log.DisposeAsync();
    }

    [Fact]
    public async Task The_same_event_ids_again_are_a_duplicate_even_without_a_key()
    {
        await using var log = database.Log();
        var request = To(NewStream(), null, Counted(), Counted());
        var first = await log.Append(request, Ct);

        (await log.Append(request, Ct)).ShouldBe(first with { Verdict = AppendVerdict.Duplicate });
        (await log.FetchStream(first.Stream, Ct)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_id_of_another_event_is_refused_and_costs_its_neighbours_nothing()
    {
        await using var log = database.Log(new() { Writers = 1 });
        var taken = Counted();
        await log.Append(To(NewStream(), 0, taken), Ct);
        var neighbours = Enumerable.Range(0, 20).Select(_ => log.Append(One(NewStream(), 0), Ct)).ToArray();

        await Should.ThrowAsync<AppendRefusedException>(() => log.Append(To(NewStream(), 0, taken), Ct));

        (await Task.WhenAll(neighbours)).ShouldAllBe(result => result.Verdict == AppendVerdict.Appended);
    }
}

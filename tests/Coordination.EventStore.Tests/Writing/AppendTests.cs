using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class AppendTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task A_first_append_starts_the_stream_at_version_one()
    {
        await using var log = database.Log();
        var stream = NewStream();

        var result = await log.Append(To(stream, 0, Event(new ThingOpened("a")), Counted()), Ct);

        result.Verdict.ShouldBe(AppendVerdict.Appended);
        result.Stream.ShouldBe(stream);
        result.Version.ShouldBe(2);
        var state = (await log.FetchStreamState(stream, Ct)).ShouldNotBeNull();
        (state.Version, state.StreamType, state.IsArchived).ShouldBe((2, "thing", false));
        (await log.FetchStream(stream, Ct)).Select(e => e.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task The_position_of_the_answer_is_that_of_the_last_event()
    {
        await using var log = database.Log();
        var stream = NewStream();

        var result = await log.Append(To(stream, null, Counted(), Counted(), Counted()), Ct);

        (await log.FetchStream(stream, Ct)).Max(e => e.Position).ShouldBe(result.Position);
    }

    [Fact]
    public async Task Positions_grow_from_append_to_append()
    {
        await using var log = database.Log();
        var first = await log.Append(One(NewStream(), 0), Ct);
        var second = await log.Append(One(NewStream(), 0), Ct);

        second.Position.ShouldBeGreaterThan(first.Position);
    }

    [Fact]
    public async Task Without_an_expectation_events_go_to_the_end()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(One(stream, null), Ct);

        (await log.Append(One(stream, null), Ct)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_thousand_concurrent_appends_to_one_stream_get_a_thousand_versions()
    {
        await using var log = database.Log(new() { Writers = 4 });
        var stream = NewStream();

        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => log.Append(One(stream, null), Ct)));

        results.ShouldAllBe(result => result.Verdict == AppendVerdict.Appended);
        results.Select(result => result.Version).Order().ShouldBe(Enumerable.Range(1, 1000).Select(n => (long)n));
        (await log.FetchStream(stream, Ct)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 1000).Select(n => (long)n));
    }

    [Fact]
    public async Task Losers_burn_no_positions()
    {
        await using var log = database.Log();
        var stream = NewStream();
        var before = (await log.Append(One(stream, 0), Ct)).Position;
        for (var n = 0; n < 5; n++) await log.Append(One(stream, 0), Ct);

        (await log.Append(One(NewStream(), 0), Ct)).Position.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_request_without_events_is_a_mistake_of_the_caller()
    {
        await using var log = database.Log();

        await Should.ThrowAsync<ArgumentException>(() => log.Append(To(NewStream(), 0), Ct));
        await Should.ThrowAsync<ArgumentException>(() => log.Append(new([]), Ct));
    }

    [Fact]
    public async Task An_undeclared_event_type_is_a_mistake_of_the_caller()
    {
        await using var log = database.Log();

        await Should.ThrowAsync<ArgumentException>(() => log.Append(To(NewStream(), 0, Event("text")), Ct));
    }
}

using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class StreamReadTests(Database database) : IClassFixture<Database>
{
    private static readonly int[] Amounts = [1, 2, 3, 4, 5];

    [Fact]
    public async Task Events_come_in_the_order_of_their_versions()
    {
        await using var log = database.Log();
        var stream = await Five(log);

        (await log.FetchStream(stream, Ct)).Select(e => ((ThingCounted)e.Body).Amount).ShouldBe(Amounts);
    }

    [Fact]
    public async Task Reading_may_start_at_a_version()
    {
        await using var log = database.Log();
        var stream = await Five(log);

        (await log.FetchStream(stream, Ct, fromVersion: 4)).Select(e => e.Version).ShouldBe([4, 5]);
        (await log.FetchStream(stream, Ct, fromVersion: 6)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_may_stop_at_what_was_known_at_a_time()
    {
        await using var log = database.Log();
        var stream = await Five(log);

        (await log.FetchStream(stream, Ct, asOf: Noon.AddHours(2))).Select(e => e.Version).ShouldBe([1, 2, 3]);
        (await log.FetchStream(stream, Ct, fromVersion: 2, asOf: Noon.AddHours(2))).Select(e => e.Version).ShouldBe([2, 3]);
        (await log.FetchStream(stream, Ct, asOf: Noon.AddTicks(-1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_stream_is_empty_and_has_no_state()
    {
        await using var log = database.Log();

        (await log.FetchStream(NewStream(), Ct)).ShouldBeEmpty();
        (await log.FetchStreamState(NewStream(), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task The_log_is_read_from_a_position_by_types_and_in_pages()
    {
        await using var log = database.Log();
        var first = await log.Append(To(NewStream(), 0, Event(new ThingOpened("a")), Counted(), Counted()), Ct);
        await log.Append(To(NewStream(), 0, Event(new ThingOpened("b"))), Ct);

        var after = first.Position - 3;
        (await log.FetchAll(after, 100, Ct)).Count.ShouldBe(4);
        (await log.FetchAll(after, 2, Ct)).Select(e => e.Position).ShouldBe([after + 1, after + 2]);
        (await log.FetchAll(after, 100, Ct, ["thing_opened"])).Select(e => ((ThingOpened)e.Body).Name).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task An_event_is_found_by_its_id()
    {
        await using var log = database.Log();
        var written = Counted(7);
        await log.Append(To(NewStream(), 0, written), Ct);

        ((ThingCounted)(await log.FetchEvent(written.Id, Ct))!.Body).Amount.ShouldBe(7);
        (await log.FetchEvent(Guid.CreateVersion7(), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task An_event_of_an_undeclared_type_is_named_and_not_skipped()
    {
        await using var log = database.Log();
        var stream = await Five(log);
        await using var small = new EventLog(database.Daemon, new([EventType.Of<ThingOpened>()]), Serializer);

        (await Should.ThrowAsync<UnknownEventTypeException>(() => small.FetchStream(stream, Ct))).Alias.ShouldBe("thing_counted");
    }

    private static async Task<Guid> Five(EventLog log)
    {
        var stream = NewStream();
        await log.Append(To(stream, 0, [.. Amounts.Select((amount, n) => Event(new ThingCounted(amount), Noon.AddHours(n)))]), Ct);
        return stream;
    }
}

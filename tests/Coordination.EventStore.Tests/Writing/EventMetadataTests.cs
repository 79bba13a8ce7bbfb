using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class EventMetadataTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Everything_that_was_sent_comes_back()
    {
        await using var log = database.Log();
        var written = Event(new ThingOpened("a", Shade.Dark), Noon);
        var result = await log.Append(To(NewStream(), 0, written), Ct);

        var read = (await log.FetchStream(result.Stream, Ct)).ShouldHaveSingleItem();

        (read.Id, read.Stream, read.Version, read.Position).ShouldBe((written.Id, result.Stream, 1, result.Position));
        (read.Timestamp, read.UserName, read.CorrelationId, read.CausationId).ShouldBe((Noon, "imigrasi.batam", "correlation", "causation"));
        read.Body.ShouldBe(written.Body);
        System.Text.Encoding.UTF8.GetString(read.Headers.Span).ShouldBe("""{"agency": "IMIGRASI"}""");
        read.Type.ClrType.ShouldBe(typeof(ThingOpened));
    }

    [Fact]
    public async Task What_was_not_sent_is_null()
    {
        await using var log = database.Log();
        var result = await log.Append(To(NewStream(), 0, new NewEvent(Guid.CreateVersion7(), new ThingCounted(1), Noon, default, null)), Ct);

        var read = (await log.FetchStream(result.Stream, Ct)).ShouldHaveSingleItem();

        (read.UserName, read.CorrelationId, read.CausationId, read.Headers.Length).ShouldBe((null, null, null, 0));
        (await database.Owner.Ask<bool>($"select headers is null and user_name is null from mt_events where seq_id = {result.Position}")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_stream_remembers_when_it_was_started_and_last_written_by_the_times_that_were_sent()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(To(stream, 0, Event(new ThingCounted(1), Noon)), Ct);
        await log.Append(To(stream, 1, Event(new ThingCounted(1), Noon.AddHours(1)), Event(new ThingCounted(1), Noon.AddHours(2))), Ct);

        var state = (await log.FetchStreamState(stream, Ct))!;

        (state.Created, state.Timestamp).ShouldBe((Noon, Noon.AddHours(2)));
    }

    [Fact]
    public async Task A_session_in_another_time_zone_stores_the_same_moments()
    {
        var elsewhere = new Npgsql.NpgsqlConnectionStringBuilder(database.DaemonConnectionString) { Timezone = "Asia/Jayapura" };
        await using var dataSource = Npgsql.NpgsqlDataSource.Create(elsewhere.ConnectionString);
        await using var log = new EventLog(dataSource, Types, Serializer);
        var result = await log.Append(One(NewStream(), 0), Ct);

        (await log.FetchStream(result.Stream, Ct))[0].Timestamp.ShouldBe(Noon);
        (await database.Owner.Ask<bool>(
            $"select timestamp = '2026-02-09 05:00:00+00' from mt_events where seq_id = {result.Position}")).ShouldBeTrue();
        (await log.FetchStreamState(result.Stream, Ct))!.Created.ShouldBe(Noon);
    }
}

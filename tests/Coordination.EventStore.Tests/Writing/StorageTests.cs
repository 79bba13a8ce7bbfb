using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: the tables are Marten's, and so is what stands in them.</summary>
public sealed class StorageTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task The_live_catalogue_is_the_expected_one_and_nothing_of_ours_stands_beside_it() =>
        (await database.Owner.Ask<string>(Golden.Read("catalogue.sql"))).ShouldBe(Golden.Read("catalogue.txt"));

    [Fact]
    public async Task A_row_is_written_as_marten_writes_it()
    {
        await using var log = database.Log();
        var written = Event(new ThingOpened("a", Shade.Dark)) with { Id = new("019c3e60-0000-7000-8000-000000000001") };
        var result = await log.Append(To(new("019c3e60-0000-7000-8000-000000000002"), 0, written), Ct);

        await using var utc = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Timezone = "UTC" }.ConnectionString);
        var row = await utc.Ask<string>($"select jsonb_pretty(to_jsonb(e) - 'seq_id') from mt_events as e where seq_id = {result.Position}");

        row.Replace("    ", "  ", StringComparison.Ordinal).ShouldBe(Golden.Read("event_row.json"));
    }

    [Fact]
    public async Task A_row_that_marten_wrote_is_read()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await database.Owner.Run($$"""
            insert into mt_streams (id, type, version) values ('{{stream}}', 'thing', 1);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '{{stream}}', 1, '{"name": "b", "shade": "Dark"}', 'thing_opened',
                '2026-02-09 05:00:00+00', 'Elsewhere.ThingOpened, Elsewhere')
            """);

        var read = (await log.FetchStream(stream, Ct)).ShouldHaveSingleItem();
        (read.Body, read.Timestamp, read.UserName).ShouldBe((new ThingOpened("b", Shade.Dark), Noon, null));
        (await log.Append(One(stream, 1), Ct)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_row_is_written_as_marten_writes_it()
    {
        await using var log = database.Log();
        var stream = (await log.Append(To(NewStream(), 0, Counted(), Counted()), Ct)).Stream;

        (await database.Owner.Ask<bool>($"""
            select (type, version, timestamp, created, tenant_id, is_archived)
                = ('thing', 2, '2026-02-09 05:00:00+00', '2026-02-09 05:00:00+00', '*DEFAULT*', false)
            from mt_streams where id = '{stream}'
            """)).ShouldBeTrue();
    }
}

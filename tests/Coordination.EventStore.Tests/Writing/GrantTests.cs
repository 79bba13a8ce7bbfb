using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: the product can add to the record and cannot change it.</summary>
public sealed class GrantTests(Database database) : IClassFixture<Database>
{
    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("update mt_events set is_archived = true")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("drop table mt_events")]
    [InlineData("alter table mt_events disable trigger all")]
    [InlineData("update mt_streams set id = gen_random_uuid()")]
    [InlineData("update mt_streams set type = 'x'")]
    [InlineData("delete from mt_streams")]
    [InlineData("truncate mt_streams cascade")]
    [InlineData("delete from mt_event_progression")]
    [InlineData("truncate mt_event_progression")]
    [InlineData("delete from mt_doc_deadletterevent")]
    [InlineData("select setval('mt_events_sequence', 1)")]
    [InlineData("alter sequence mt_events_sequence restart")]
    [InlineData("update coordination.idempotency set position = 0")]
    [InlineData("delete from coordination.idempotency")]
    [InlineData("insert into coordination.gate values (false)")]
    [InlineData("delete from coordination.schema_version")]
    [InlineData("create table public.own (id int)")]
    public async Task No_role_of_the_product_may(string statement)
    {
        foreach (var role in new[] { database.Daemon, database.Runtime })
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => role.Run(statement));
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Theory]
    [InlineData("insert into mt_events (seq_id, id, version, data, type) values (1, gen_random_uuid(), 1, '{}', 'x')")]
    [InlineData("insert into mt_streams (id) values (gen_random_uuid())")]
    [InlineData("select * from mt_streams")]
    [InlineData("select * from mt_doc_deadletterevent")]
    [InlineData("select * from coordination.idempotency")]
    [InlineData("select nextval('mt_events_sequence')")]
    public async Task The_role_that_answers_viewers_writes_no_record_and_reads_none_but_events(string statement)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => database.Runtime.Run(statement));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("select count(*) from mt_events")]
    [InlineData("update mt_streams set version = version where false")]
    [InlineData("insert into mt_event_progression (name, last_seq_id) values ('x:All', 0)")]
    [InlineData("begin; lock table coordination.gate in row share mode; rollback")]
    public async Task The_daemon_may_do_what_it_is_there_for(string statement) => await database.Daemon.Run(statement);
}

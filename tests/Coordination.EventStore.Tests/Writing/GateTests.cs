using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: whoever has drawn a number holds the gate until the commit, on every way of writing.</summary>
public sealed class GateTests
{
    private const string Held = """
        select exists (select from pg_locks where relation = 'coordination.gate'::regclass and mode = 'RowShareLock' and granted
            and database = (select oid from pg_database where datname = current_database()))
        """;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 20)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(null, 1)]
    public async Task The_gate_is_held_between_the_number_and_the_commit(int? expected, int events)
    {
        await using var other = await Database.Create();
        await using var log = other.Log();
        var stream = NewStream();
        if (expected == 1) await log.Append(One(stream, 0), Ct);
        // Asked at the commit, by the transaction itself.
        await other.Owner.Run($"""
            create table held (mode boolean);
            create function note() returns trigger language plpgsql security definer as $$ begin insert into held {Held}; return null; end $$;
            create constraint trigger note after insert on mt_events deferrable initially deferred for each row execute function note()
            """);

        await log.Append(To(stream, expected, [.. Enumerable.Range(0, events).Select(_ => Counted())]), Ct);

        (await other.Owner.Ask<bool>("select count(*) > 0 and bool_and(mode) from held")).ShouldBeTrue();
        (await other.Owner.Ask<bool>(Held)).ShouldBeFalse();
    }
}

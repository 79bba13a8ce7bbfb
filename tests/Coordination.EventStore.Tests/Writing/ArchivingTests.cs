using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class ArchivingTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task An_archived_stream_takes_no_more_events_and_stays_readable()
    {
        await using var log = database.Log();
        var stream = (await log.Append(One(NewStream(), 0), Ct)).Stream;

        (await log.ArchiveStream(stream, Ct)).ShouldBeTrue();

        foreach (var expected in new long?[] { null, 0, 1 })
            (await log.Append(One(stream, expected), Ct)).Verdict.ShouldBe(AppendVerdict.StreamArchived);
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
        (await log.FetchStreamState(stream, Ct))!.IsArchived.ShouldBeTrue();
    }

    [Fact]
    public async Task Archiving_marks_the_events_too_and_nothing_else()
    {
        await using var log = database.Log();
        var archived = (await log.Append(To(NewStream(), 0, Counted(), Counted()), Ct)).Stream;
        var other = (await log.Append(One(NewStream(), 0), Ct)).Stream;

        await log.ArchiveStream(archived, Ct);

        (await database.Owner.Ask<bool>($"select bool_and(is_archived) from mt_events where stream_id = '{archived}'")).ShouldBeTrue();
        (await database.Owner.Ask<bool>($"select bool_or(is_archived) from mt_events where stream_id = '{other}'")).ShouldBeFalse();
    }

    [Fact]
    public async Task Archiving_twice_or_nothing_is_not_an_error()
    {
        await using var log = database.Log();
        var stream = (await log.Append(One(NewStream(), 0), Ct)).Stream;
        await log.ArchiveStream(stream, Ct);

        (await log.ArchiveStream(stream, Ct)).ShouldBeFalse();
        (await log.ArchiveStream(NewStream(), Ct)).ShouldBeFalse();
    }
}

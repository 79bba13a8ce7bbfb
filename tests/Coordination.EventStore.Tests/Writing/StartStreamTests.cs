using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class StartStreamTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task A_stream_is_started_once()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(One(stream, 0), Ct);

        var second = await log.Append(One(stream, 0), Ct);

        (second.Verdict, second.Version, second.Written).ShouldBe((AppendVerdict.StreamExists, 1, false));
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_starters_of_one_stream_in_many_processes_make_one_stream()
    {
        var logs = Enumerable.Range(0, 4).Select(_ => database.Log(new() { Writers = 4 })).ToArray();
        var streams = Enumerable.Range(0, 20).Select(_ => NewStream()).ToArray();

        var results = await Task.WhenAll(streams.SelectMany(stream => logs.Select(log => log.Append(One(stream, 0), Ct))));

        results.GroupBy(result => result.Stream).ShouldAllBe(group =>
            group.Count(result => result.Verdict == AppendVerdict.Appended) == 1 && group.Count(result => result.Verdict == AppendVerdict.StreamExists) == 3);
        foreach (var log in logs) await log.DisposeAsync();
    }

    [Fact]
    public async Task The_type_given_first_stays()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(new([new(stream, "handoff", 0, [Counted()])]), Ct);

        await log.Append(new([new(stream, "other", null, [Counted()])]), Ct);

        (await log.FetchStreamState(stream, Ct))!.StreamType.ShouldBe("handoff");
    }
}

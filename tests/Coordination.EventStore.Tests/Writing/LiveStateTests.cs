using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: a decision rests on everything that stands in its stream, whatever this process remembers.</summary>
public sealed class LiveStateTests(Database database) : IClassFixture<Database>
{
    private static readonly Fold<Tally> Fold = new("tally", new(0, 0), (tally, recorded) =>
        recorded.Body is ThingCounted counted ? new(tally.Sum + counted.Amount, recorded.Version) : tally with { LastVersion = recorded.Version });

    [Fact]
    public async Task A_state_is_the_fold_of_its_stream()
    {
        await using var log = database.Log();
        var stream = NewStream();
        await log.Append(To(stream, 0, Event(new ThingOpened("a")), Counted(2), Counted(3)), Ct);

        (await new Decider(log).LiveState(Fold, stream, Ct)).ShouldBe(new(new(5, 3), 3));
        (await new Decider(log).LiveState(Fold, NewStream(), Ct)).ShouldBe(new(new(0, 0), 0));
    }

    [Fact]
    public async Task A_remembered_state_shows_what_others_wrote_since()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        await log.Append(To(stream, 0, Counted(2)), Ct);
        await decider.LiveState(Fold, stream, Ct);
        await log.Append(To(stream, 1, Counted(3)), Ct);

        (await decider.LiveState(Fold, stream, Ct)).ShouldBe(new(new(5, 2), 2));
    }

    [Fact]
    public async Task A_stale_memory_cannot_suppress_a_conflict_and_the_decision_is_taken_again()
    {
        await using var log = database.Log();
        var (stream, decider, seen) = (NewStream(), new Decider(log), new List<int>());
        await Add(decider, stream, 1);
        await log.Append(To(stream, 1, Counted(10)), Ct); // another process

        var outcome = await decider.Transact<Tally, string>(
            Fold, stream, null, (tally, _) => Proposing(seen, tally), null, Ct);

        (outcome.Verdict, outcome.Version).ShouldBe((AppendVerdict.Appended, 3));
        seen.ShouldBe([1, 11]);
        (await decider.LiveState(Fold, stream, Ct)).State.Sum.ShouldBe(12);
    }

    [Fact]
    public async Task A_refusal_on_a_stale_memory_is_not_believed()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        await Add(decider, stream, 1);
        await log.Append(To(stream, 1, Counted(10)), Ct);

        var outcome = await decider.Transact<Tally, string>(
            Fold, stream, null, (tally, _) => tally.Sum < 5 ? new("too few", []) : new(null, [Counted()]), null, Ct);

        (outcome.Refusal, outcome.Verdict).ShouldBe((null, AppendVerdict.Appended));
    }

    [Fact]
    public async Task A_refusal_writes_nothing_and_tells_the_version_it_rests_on()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        await Add(decider, stream, 1);

        var outcome = await decider.Transact<Tally, string>(Fold, stream, null, (_, _) => new("no", []), null, Ct);

        outcome.ShouldBe(new("no", null, 0, 1));
        (await log.FetchStream(stream, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_expectation_of_the_caller_is_met_or_a_conflict()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        await Add(decider, stream, 1);
        await log.Append(To(stream, 1, Counted(10)), Ct);

        var old = await decider.Transact<Tally, string>(Fold, stream, 1, (_, _) => new(null, [Counted()]), null, Ct);
        var current = await decider.Transact<Tally, string>(Fold, stream, 2, (_, _) => new(null, [Counted()]), null, Ct);

        (old.Verdict, old.Version).ShouldBe((AppendVerdict.VersionConflict, 2));
        (current.Verdict, current.Version).ShouldBe((AppendVerdict.Appended, 3));
    }

    [Fact]
    public async Task A_newer_expectation_than_the_memory_is_met()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        await Add(decider, stream, 1);
        await log.Append(To(stream, 1, Counted(10)), Ct);

        (await decider.Transact<Tally, string>(Fold, stream, 2, (_, _) => new(null, [Counted()]), null, Ct)).Verdict.ShouldBe(AppendVerdict.Appended);
    }

    [Fact]
    public async Task After_three_conflicts_the_caller_decides()
    {
        await using var log = database.Log();
        await using var rival = database.Log();
        var (stream, decider, asked) = (NewStream(), new Decider(log), 0);

        var outcome = await decider.Transact<Tally, string>(Fold, stream, null, (_, version) =>
        {
            asked++;
            rival.Append(One(stream, version), Ct).GetAwaiter().GetResult(); // always just ahead
            return new(null, [Counted()]);
        }, null, Ct);

        (outcome.Verdict, outcome.Version, asked).ShouldBe((AppendVerdict.VersionConflict, 3, 3));
    }

    [Fact]
    public async Task The_first_answer_to_a_key_stays_the_answer()
    {
        await using var log = database.Log();
        var (stream, decider, key) = (NewStream(), new Decider(log), Key("decided once"));
        Proposal<string> OnlyOnce(Tally tally, long version) => tally.Sum > 0 ? new("done already", []) : new(null, [Counted()]);
        var first = await decider.Transact<Tally, string>(Fold, stream, null, OnlyOnce, key, Ct);
        await Add(decider, stream, 1);

        var again = await decider.Transact<Tally, string>(Fold, stream, null, OnlyOnce, key, Ct);
        var withOldTag = await decider.Transact<Tally, string>(Fold, stream, 0, OnlyOnce, key, Ct);
        var reused = await decider.Transact<Tally, string>(Fold, stream, null, OnlyOnce, Key("decided once", "other"), Ct);

        again.ShouldBe(first with { Verdict = AppendVerdict.Duplicate });
        withOldTag.ShouldBe(again);
        reused.Verdict.ShouldBe(AppendVerdict.KeyReused);
    }

    [Fact]
    public async Task A_failed_append_leaves_nothing_in_memory()
    {
        var faulty = true;
        await using var log = database.Log(new()
        {
            // Not a lost connection, which would be tried again.
            Fault = point => faulty && point == FaultPoints.BeforeAppend ? throw new InvalidOperationException("broken") : default,
        });
        var (stream, decider) = (NewStream(), new Decider(log));
        await Should.ThrowAsync<StoreUnavailableException>(() => Add(decider, stream, 5));
        faulty = false;

        (await Add(decider, stream, 1)).Version.ShouldBe(1);
        (await decider.LiveState(Fold, stream, Ct)).State.Sum.ShouldBe(1);
    }

    [Fact]
    public async Task A_hot_stream_needs_no_read()
    {
        await using var other = await Database.Create();
        await using var log = other.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        await Add(decider, stream, 1);
        // From here on a read of events would fail, an append not.
        await other.Owner.Run("revoke select (version) on mt_events from coord_daemon; revoke select on mt_events from coord_daemon; grant select (seq_id, version) on mt_events to coord_daemon");

        for (var n = 0; n < 20; n++) await Add(decider, stream, 1);

        await other.Owner.Run("grant select on mt_events to coord_daemon");
        (await decider.LiveState(Fold, stream, Ct)).ShouldBe(new(new(21, 21), 21));
    }

    [Fact]
    public async Task Several_events_at_once_are_remembered_rightly_too()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));
        for (var n = 0; n < 3; n++)
            await decider.Transact<Tally, string>(Fold, stream, null, (_, _) => new(null, [Counted(1), Counted(2)]), null, Ct);

        (await decider.LiveState(Fold, stream, Ct)).ShouldBe(new(new(9, 6), 6));
    }

    [Fact]
    public async Task The_memory_is_bounded_and_a_forgotten_stream_is_read_again()
    {
        await using var log = database.Log();
        var decider = new Decider(log, new() { CachedStreams = 2 });
        var streams = Enumerable.Range(0, 5).Select(_ => NewStream()).ToArray();
        foreach (var stream in streams.Concat(streams)) await Add(decider, stream, 1);

        foreach (var stream in streams) (await decider.LiveState(Fold, stream, Ct)).State.Sum.ShouldBe(2);
    }

    [Fact]
    public async Task Many_deciders_on_one_stream_lose_no_decision()
    {
        await using var log = database.Log();
        var (stream, decider) = (NewStream(), new Decider(log));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var done = 0; done < 10;)
                if ((await Add(decider, stream, 1)).Verdict == AppendVerdict.Appended) done++;
        }));

        (await decider.LiveState(Fold, stream, Ct)).State.Sum.ShouldBe(80);
    }

    private static Task<Outcome<string>> Add(Decider decider, Guid stream, int amount) =>
        decider.Transact<Tally, string>(Fold, stream, null, (_, _) => new(null, [Counted(amount)]), null, Ct);

    private static Proposal<string> Proposing(List<int> seen, Tally tally)
    {
        seen.Add(tally.Sum);
        return new(null, [Counted()]);
    }

    private sealed record Tally(int Sum, long LastVersion);
}

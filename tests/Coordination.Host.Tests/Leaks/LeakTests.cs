using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Leaks;

/// <summary>
/// Random cases, markings and viewers, and every path of the product: nobody reads a word that the pure rule does not give them. A failure names
/// its seed; COORDINATION_LEAK_SEED runs it again.
/// </summary>
public sealed class LeakTests(ITestOutputHelper output)
{
    private const int Walks = 10_000;

    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("COORDINATION_LEAK_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var given)
        ? given
        : Random.Shared.Next();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_reads_a_word_that_is_not_theirs_on_ten_thousand_walks()
    {
        output.WriteLine($"COORDINATION_LEAK_SEED={Seed}");
        await using var world = await LeakWorld.Create(Seed, cases: 40);
        var walk = new LeakWalk(world);
        // First, so that everything after it is walked while the glass is broken: nothing but the one case is opened by that.
        Nothing(await walk.Glass(Ct), "cases through broken glass");
        var frames = walk.Frames(Ct);
        var random = await walk.Random(Walks - 2_000, Ct);
        var rows = await walk.Rows(Ct);
        Nothing(random, "walks");
        (await walk.Withheld(Ct)).ShouldBeEmpty($"COORDINATION_LEAK_SEED={Seed}");
        (await walk.Unrecorded(Ct)).Take(20).ShouldBeEmpty("shown, and not in the access log");
        Nothing(rows, "rows by queries without a predicate");
        Nothing(await frames, "frames");
        (random.Walks + rows.Walks + (await frames).Walks).ShouldBeGreaterThanOrEqualTo(Walks);
    }

    [Fact]
    public async Task The_predicate_of_the_queries_alone_leaks_nothing_either()
    {
        output.WriteLine($"COORDINATION_LEAK_SEED={Seed}");
        await using var world = await LeakWorld.Create(Seed, cases: 10);
        await world.Owner("""
            do $$ declare t record; begin
                for t in select polrelid::regclass as name from pg_policy where polname = 'viewer' loop
                    execute format('alter policy viewer on %s using (true)', t.name);
                end loop;
            end $$
            """);
        var walk = new LeakWalk(world);
        Nothing(await walk.Random(1_500, Ct), "walks without row security");
        (await walk.Rows(Ct)).Leaked.ShouldNotBeEmpty("without row security a query without a predicate leaks");
    }

    [Fact]
    public async Task A_leak_that_is_planted_is_found()
    {
        await using var world = await LeakWorld.Create(Seed, cases: 10);
        // What it means to be a member of a case, broken for predicates and policies at once.
        await world.Owner("""
            create or replace function coordination.member_through(id uuid) returns boolean
            language plpgsql stable parallel safe security definer as $$ begin return true; end $$
            """);
        var walk = new LeakWalk(world);
        (await walk.Random(1_500, Ct)).Leaked.ShouldNotBeEmpty();
        // A case asks no other thing. Everybody was added to it, then.
        await world.Owner("""
            create or replace function coordination.was_added(id uuid) returns boolean
            language plpgsql stable parallel safe as $$ begin return true; end $$
            """);
        (await walk.Withheld(Ct)).ShouldNotBeEmpty("what is withheld is counted by the same rule");
    }

    [Fact]
    public async Task A_leak_that_is_planted_beside_the_boards_and_behind_the_glass_is_found()
    {
        await using var world = await LeakWorld.Create(Seed, cases: 25);
        var walk = new LeakWalk(world);
        (await walk.Everybody("/api/v1/consents", Ct)).ShouldBeEmpty($"COORDINATION_LEAK_SEED={Seed}");
        (await walk.Everybody("/api/v1/recalls", Ct)).ShouldBeEmpty($"COORDINATION_LEAK_SEED={Seed}");
        (await walk.Glass(Ct)).Leaked.ShouldBeEmpty($"COORDINATION_LEAK_SEED={Seed}");
        // Everybody's words are opened, told or not.
        await world.Owner("update readmodel.broken_glass set members = array['IMIGRASI', 'POLRI', 'BP3MI', 'PEMDA-KAB', 'SATGAS', 'SISTEM']");
        (await walk.Glass(Ct)).Leaked.ShouldNotBeEmpty("through the glass");
        // Nothing is secret to consents and recalls.
        await world.Owner("""
            create or replace function coordination.thing_level(thing uuid, until timestamptz default 'infinity') returns integer
            language sql stable parallel safe as $$ select 0 $$
            """);
        (await walk.Everybody("/api/v1/consents", Ct)).ShouldNotBeEmpty();
        (await walk.Everybody("/api/v1/recalls", Ct)).ShouldNotBeEmpty();
    }

    private void Nothing(Walked walked, string what)
    {
        output.WriteLine($"{walked.Walks} {what}, {walked.Words} canaries read");
        walked.Leaked.Take(20).ShouldBeEmpty($"COORDINATION_LEAK_SEED={Seed}");
        walked.Words.ShouldBeGreaterThan(walked.Walks / 20, "who reads nothing tests nothing");
    }
}

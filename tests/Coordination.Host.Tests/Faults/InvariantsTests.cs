using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The checker itself: each breach is seen, and a good log is not accused.</summary>
public sealed class InvariantsTests
{
    private static readonly Guid S = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
    private static readonly Guid T = new(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
    private static readonly Logged A = Event(1, S, 1, "a");
    private static readonly Logged B = Event(2, T, 1, "b");
    private static readonly Logged C = Event(4, S, 2, "c");

    [Fact]
    public void A_good_log_breaks_nothing()
    {
        var history = Told(new("a", Answer.Acknowledged, S, 1, 1), new("b", Answer.InDoubt), new("c", Answer.InDoubt), new("x", Answer.Refused));
        Invariants.Acknowledged([A, B, C], history).ShouldBeEmpty();
        Invariants.Once([A, B, C], history).ShouldBeEmpty();
        Invariants.Versions([A, B, C], new Dictionary<Guid, long> { [S] = 2, [T] = 1 }).ShouldBeEmpty();
        Invariants.Delivered([A, B, C], [1, 2, 4]).ShouldBeEmpty();
    }

    [Fact]
    public void An_acknowledged_event_that_is_missing_or_elsewhere_is_seen()
    {
        Invariants.Acknowledged([B], Told(new Claim("a", Answer.Acknowledged, S, 1, 1))).ShouldHaveSingleItem();
        Invariants.Acknowledged([A], Told(new Claim("a", Answer.Acknowledged, S, 2, 1))).ShouldHaveSingleItem();
        Invariants.Acknowledged([A], Told(new Claim("a", Answer.Acknowledged, S, 1, 3))).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_refusal_that_was_written_is_seen() =>
        Invariants.Acknowledged([A], Told(new Claim("a", Answer.Refused))).ShouldHaveSingleItem();

    [Fact]
    public void A_key_or_an_event_that_stands_twice_is_seen()
    {
        Invariants.Once([A, Event(5, T, 1, "a")], Told(new Claim("a", Answer.InDoubt))).ShouldHaveSingleItem();
        Invariants.Once([A, A with { Position = 5, Key = null }], Told()).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_hole_in_a_stream_and_a_wrong_head_are_seen()
    {
        Invariants.Versions([A, C with { Version = 3 }], new Dictionary<Guid, long> { [S] = 3 }).ShouldHaveSingleItem();
        Invariants.Versions([A], new Dictionary<Guid, long> { [S] = 2 }).ShouldHaveSingleItem();
        Invariants.Versions([C with { Position = 1 }, A with { Position = 2 }], new Dictionary<Guid, long>()).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_delivery_that_skips_repeats_or_goes_back_is_seen()
    {
        Invariants.Delivered([A, B, C], [1, 4]).ShouldHaveSingleItem();
        Invariants.Delivered([A, B, C], [1, 2, 2, 4]).ShouldHaveSingleItem();
        Invariants.Delivered([A, B, C], [2, 1, 4]).ShouldHaveSingleItem();
    }

    private static Logged Event(long position, Guid stream, long version, string? key) =>
        new(position, new Guid((int)position, 9, 9, [0, 0, 0, 0, 0, 0, 0, 0]), stream, version, key);

    private static History Told(params Claim[] claims)
    {
        var history = new History();
        foreach (var claim in claims) history.Add(claim);
        return history;
    }
}

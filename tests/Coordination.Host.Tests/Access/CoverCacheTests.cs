using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Access;

public sealed class CoverCacheTests
{
    private static readonly Guid Teratai = Guid.Parse("0190a000-0000-7000-8000-00000000a001");
    private static readonly Officer Sari = new("sari", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.R);
    private static readonly Look Timeline = new(Sari, "timeline_read", Look.Casework, "case:1", [Teratai], 40);
    private readonly MovedClock _clock = new();
    private readonly CoverCache _covers;

    public CoverCacheTests()
    {
        _covers = new CoverCache(_clock);
        _covers.Remember(Timeline);
    }

    [Fact]
    public void The_same_look_needs_no_second_entry() => _covers.Covers(Timeline with { UpTo = 39 }).ShouldBeTrue();

    [Fact]
    public void A_later_line_another_person_another_officer_or_another_thing_needs_one()
    {
        _covers.Covers(Timeline with { UpTo = 41 }).ShouldBeFalse();
        _covers.Covers(Timeline with { Persons = [Teratai, Guid.CreateVersion7()] }).ShouldBeFalse();
        _covers.Covers(Timeline with { By = Sari with { Id = "budi" } }).ShouldBeFalse();
        _covers.Covers(Timeline with { By = Sari with { Agency = "BP3MI" } }).ShouldBeFalse();
        _covers.Covers(Timeline with { Target = "case:2" }).ShouldBeFalse();
        _covers.Covers(Timeline with { Action = "report_exported" }).ShouldBeFalse();
    }

    [Fact]
    public void After_ten_minutes_it_needs_one()
    {
        _clock.Now += TimeSpan.FromMinutes(10);
        _covers.Covers(Timeline).ShouldBeFalse();
    }

    [Fact]
    public void A_changed_thing_needs_one()
    {
        var handoff = Timeline with { Target = "handoff:1", UpTo = null, Seen = "3" };
        _covers.Remember(handoff);
        _covers.Covers(handoff).ShouldBeTrue();
        _covers.Covers(handoff with { Seen = "4" }).ShouldBeFalse();
    }

    [Fact]
    public void What_says_nothing_of_what_it_showed_is_always_recorded()
    {
        var reveal = Timeline with { Action = "identity_revealed", UpTo = null };
        _covers.Remember(reveal);
        _covers.Covers(reveal).ShouldBeFalse();
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 2, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

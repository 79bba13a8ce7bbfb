using System.Globalization;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Projections.Cases;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Cases;

/// <summary>
/// Networks fail and agencies write things down later: the same facts told in any order make the same story for each reader. What happens in one
/// stream is decided one after the other and so arrives in that order; streams overtake each other by chance, from a fixed seed.
/// </summary>
public sealed class TimelineArrivalTests(World world) : IClassFixture<World>
{
    private const int AtOnce = 3;

    private static readonly Officer[] Readers = [Batam, Police, Malaka, Shelter, Coordinator, Stranger];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_order_of_arrival_of_the_same_events_gives_each_reader_the_same_timeline(int seed)
    {
        var (asItHappened, byChance) = (new Facts(), new Facts());
        await Arrive(asItHappened.Streams.SelectMany(stream => stream).OrderBy(fact => fact.At));
        await Arrive(Shuffled(byChance.Streams, new Random(seed)));
        foreach (var reader in Readers)
        {
            var (expected, read) = (await Story(reader, asItHappened), await Story(reader, byChance));
            read.ShouldBe(expected, string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {reader.Unit}"));
        }

        (await Whole(Batam, byChance)).Count.ShouldBe(byChance.Streams.Sum(stream => stream.Count), "every fact stands on the case");
        (await Whole(Malaka, byChance)).Count.ShouldBeInRange(1, byChance.Streams.Sum(stream => stream.Count) - 1, "readers differ, or nothing is held apart here");
    }

    [Fact]
    public async Task Of_two_that_happened_at_one_moment_the_first_told_stands_first_however_often_and_in_whatever_pages_it_is_read()
    {
        var facts = new Facts();
        await Arrive(facts.Streams.SelectMany(stream => stream));
        var (first, second) = (await Whole(Coordinator, facts), await Whole(Coordinator, facts));
        first.GroupBy(entry => entry.OccurredAt).ShouldContain(tie => tie.Count() > 2);
        first.Select(entry => (entry.OccurredAt, entry.Position)).ShouldBeInOrder();
        second.Select(entry => entry.Position).ShouldBe(first.Select(entry => entry.Position));
    }

    /// <summary>Told by and by, with the projections running behind, so that no fold sees all of it at once.</summary>
    private async Task Arrive(IEnumerable<Fact> facts)
    {
        var (arrivals, told) = (facts.ToList(), 0);
        foreach (var fact in arrivals)
        {
            var late = Monday.AddDays(2).AddMinutes(told) - fact.At;
            await world.Tell(fact.Stream, fact.Body, fact.By, fact.At, fact.Marking, late: late, persons: fact.Persons);
            if (++told % AtOnce == 0)
                await world.Settle();
        }

        await world.Settle();
    }

    /// <summary>What a reader reads, page by page, in words that are the same in both worlds; the order of a tie is its own test.</summary>
    private async Task<List<string>> Story(Officer reader, Facts facts)
    {
        var pages = await Read(reader, facts);
        var whole = pages.SelectMany(page => page.Items).ToList();
        whole.Select(entry => entry.OccurredAt).ShouldBeInOrder();
        return
        [
            .. whole.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.OccurredAt:O} {entry.Kind} {facts.NameOf(entry.StreamId)} {entry.Agency} {entry.Marking.Level}"))
                .Order(StringComparer.Ordinal),
            string.Create(CultureInfo.InvariantCulture, $"{pages.Sum(page => page.Withheld)} withheld"),
        ];
    }

    private async Task<List<TimelineEntry>> Whole(Officer reader, Facts facts) => [.. (await Read(reader, facts)).SelectMany(page => page.Items)];

    /// <summary>No page where the reader may not know of the case.</summary>
    private async Task<List<Page<TimelineEntry>>> Read(Officer reader, Facts facts)
    {
        var (pages, filter) = (new List<Page<TimelineEntry>>(), new TimelineFilter(Limit: 4, Order: TimelineOrder.OccurredOldestFirst));
        while (await world.Timeline.Page(Viewer(reader), facts.Case, filter, Ct) is { } page)
        {
            pages.Add(page);
            if (page.Next is not { } next)
                break;
            filter = filter with { After = next };
        }

        return pages;
    }

    /// <summary>Again and again the next of a stream drawn by chance.</summary>
    private static IEnumerable<Fact> Shuffled(IReadOnlyList<IReadOnlyList<Fact>> streams, Random random)
    {
        var open = streams.Select(stream => new Queue<Fact>(stream)).ToList();
        while (open.Count > 0)
        {
            var drawn = open[random.Next(open.Count)];
            yield return drawn.Dequeue();
            open.RemoveAll(stream => stream.Count == 0);
        }
    }

    private sealed record Fact(Guid Stream, object Body, Officer By, DateTimeOffset At, Marking? Marking, PersonRef[] Persons);

    /// <summary>One case and all that comes to stand on it: by a subject, by a source, by what rests on a source. Anew for each telling.</summary>
    private sealed class Facts
    {
        private readonly PersonRef _traveller = new(Guid.CreateVersion7());
        private readonly Dictionary<Guid, string> _names = [];

        public Facts()
        {
            var (case0, encounter, second, report, handoff) = (New("case"), New("encounter"), New("second"), New("report"), New("handoff"));
            Case = new(case0);
            Streams =
            [
                [
                    Of(case0, new CaseOpened("Malaka", MigrationPhase.BeforeDeparture, "Ringkasan", [new(encounter, "departure_screening")], [], ["IMIGRASI", "POLRI", "PEMDA-KAB"], "2026-0001"), Batam, 4),
                    Of(case0, new CaseSubjectAdded(new(_traveller, CaseRole.SuspectedVictim)), Batam, 5),
                    Of(case0, new CaseMemberAdded("BP3MI", "Perlu shelter"), Batam, 6, Marking.Default with { Level = Level.R }),
                    Of(case0, new CaseMemberAdded("LPSK", "Perlindungan"), Batam, 6),
                ],
                [Of(encounter, Referral(), Batam, 0), Of(encounter, Deferred("BAP-1"), Batam, 1)],
                [Of(second, Referral(), Batam, 2), Of(second, Deferred("BAP-2"), Batam, 6)],
                [
                    Of(report, new IntelligenceReportFiled("Perekrut", "Ringkasan", SourceGrade.B, 2, Case: Case), Batam, 3, Marking.Of(Level.R, "agency:IMIGRASI")),
                    Of(report, new IntelligenceShared([new("POLRI")], "Perlu tahu"), Batam, 7, Marking.Of(Level.R, "agency:IMIGRASI")),
                ],
                [
                    Of(handoff, new FacilitatorHandedToPolice(Gagak, new("POLRI", "POLRESTA-BARELANG", "PPA-PPO"), "BAST 1", "Menunggu", "UU 21/2007 Ps 2", [], Sources: [encounter]), Batam, 6),
                    Of(handoff, new HandoffReceived(), Police, 7),
                    Of(handoff, new HandoffAccepted("LP/1"), Police, 9),
                ],
            ];
        }

        public CaseId Case { get; }

        public IReadOnlyList<IReadOnlyList<Fact>> Streams { get; }

        public string NameOf(Guid stream) => _names[stream];

        private Guid New(string name)
        {
            var stream = Guid.CreateVersion7();
            _names.Add(stream, name);
            return stream;
        }

        private Fact Of(Guid stream, object body, Officer by, double hours, Marking? marking = null) =>
            new(stream, body, by, Monday.AddHours(hours), marking, body is DepartureDeferred ? [_traveller] : []);

        private TravellerReferredToSecondary Referral() => new(_traveller, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY");

        private static DepartureDeferred Deferred(string record) => new([DeferralReason.PurposeNotCredible], record);
    }
}

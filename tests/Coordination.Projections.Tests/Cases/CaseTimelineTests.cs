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

public sealed class CaseTimelineTests(World world) : IClassFixture<World>
{
    private static readonly TimelineFilter All = new(Limit: 200);

    private readonly CaseId _case = new(Guid.CreateVersion7());
    private readonly PersonRef _traveller = new(Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_of_the_case_itself_stands_on_it()
    {
        await Open(Monday);
        await world.Settle();

        var page = await Page(Batam);
        var entry = page.ShouldNotBeNull().Items.ShouldHaveSingleItem();
        entry.Kind.ShouldBe("case_opened");
        entry.Sentence.Id.ShouldContain("membuka kasus");
        entry.Agency.ShouldBe("IMIGRASI");
        page.Next.ShouldBeNull();
    }

    [Fact]
    public async Task What_happened_to_a_subject_before_the_case_was_opened_is_brought_along()
    {
        var encounter = await Encounter(Monday);
        await Open(Monday.AddHours(5), subjects: [_traveller]);
        await world.Settle();

        var entries = (await Page(Batam))!.Items;
        entries.Select(entry => entry.Kind).ShouldBe(["case_opened", "departure_deferred", "traveller_referred_to_secondary"]);
        entries[^1].StreamId.ShouldBe(encounter);
        entries[^1].ShownAt.ShouldBe(entries[0].Position, "it came to stand there when the case was opened");
    }

    [Fact]
    public async Task A_linked_source_is_brought_along_and_its_later_events_follow()
    {
        var encounter = await Encounter(Monday);
        await Open(Monday.AddHours(1));
        await world.Tell(_case.Value, new CaseSourceLinked(new(encounter, "departure_screening")), Batam, Monday.AddHours(2));
        await world.Tell(encounter, new DepartureDeferralOverturned("Dokumen lengkap"), Batam, Monday.AddHours(3), persons: _traveller);
        await world.Settle();

        (await Page(Batam))!.Items.Select(entry => entry.Kind).ShouldBe(
            ["departure_deferral_overturned", "case_source_linked", "case_opened", "departure_deferred",
                "traveller_referred_to_secondary"]);
    }

    [Fact]
    public async Task A_handoff_that_rests_on_a_linked_encounter_stands_on_the_case_with_all_its_stages()
    {
        var encounter = await Encounter(Monday);
        await Open(Monday.AddHours(1), sources: [encounter]);
        var handoff = Guid.CreateVersion7();
        await world.Tell(handoff, HandToPolice(encounter), Batam, Monday.AddHours(2));
        await world.Tell(handoff, new HandoffReceived(), Police, Monday.AddHours(3));
        await world.Settle();

        var stages = (await Page(Batam))!.Items.Where(entry => entry.Handoff is not null)
            .Select(entry => (entry.Handoff!.Id.Value, entry.Handoff.Stage));
        stages.ShouldBe([(handoff, "received"), (handoff, "dispatched")]);
    }

    [Fact]
    public async Task An_alert_stands_on_the_case_of_its_evidence_also_when_the_case_is_opened_later()
    {
        var encounter = Guid.CreateVersion7();
        var evidence = await world.Tell(encounter, Referral(), Batam, Monday, place: "TPI-SEKUPANG");
        var alert = Guid.CreateVersion7();
        await world.Tell(alert, TestAlerts.Raised([evidence], []), Officer.System, Monday.AddMinutes(1));
        await Open(Monday.AddHours(1), sources: [encounter]);
        await world.Settle();

        (await Page(Batam))!.Items.Select(entry => entry.Kind).ShouldBe(["case_opened", "alert_raised", "traveller_referred_to_secondary"]);
    }

    [Fact]
    public async Task A_case_that_the_viewer_may_not_know_answers_like_a_missing_one()
    {
        await Open(Monday);
        await world.Settle();

        (await Page(Stranger)).ShouldBeNull();
        (await world.Timeline.Page(Viewer(Batam), new(Guid.CreateVersion7()), All, Ct)).ShouldBeNull();
        (await Page(Malaka)).ShouldBeNull("the agency is not a member");
    }

    [Fact]
    public async Task An_entry_above_the_clearance_is_counted_and_one_beyond_secrecy_is_not()
    {
        await Open(Monday, members: ["IMIGRASI", "PEMDA-KAB"]);
        await Tell(new CaseMemberAdded("BP3MI", "Perlu shelter"), 1, Marking.Default with { Level = Level.R });
        await Tell(new CaseMemberAdded("LPSK", "Perlindungan saksi"), 2, Marking.Default with { Level = Level.SR });
        await Tell(new CaseMemberAdded("POLRI", "Penyidikan"), 3, Marking.Of(Level.T, "agency:POLRI"));
        await world.Settle();

        var page = (await Page(Malaka))!;
        page.Items.ShouldHaveSingleItem().Kind.ShouldBe("case_opened");
        page.Withheld.ShouldBe(1);
        (await Page(Coordinator))!.Withheld.ShouldBe(0, "Sangat Rahasia is not even counted");
    }

    [Fact]
    public async Task A_filter_on_what_an_entry_is_tells_nothing_of_what_is_withheld()
    {
        await Open(Monday, members: ["IMIGRASI", "PEMDA-KAB"]);
        await Tell(new CaseMemberAdded("BP3MI", "Perlu shelter"), 1, Marking.Default with { Level = Level.R });
        await world.Settle();

        (await Page(Malaka, All with { Kind = "case_member_added" }))!.Withheld.ShouldBe(0);
    }

    [Fact]
    public async Task As_known_before_a_link_the_linked_entries_are_not_there()
    {
        await Encounter(Monday);
        await Open(Monday.AddHours(1));
        await Tell(new CaseSubjectAdded(new(_traveller, CaseRole.SuspectedVictim)), 24);
        await world.Settle();

        (await Page(Batam))!.Items.Count.ShouldBe(4);
        (await Page(Batam, All with { AsOf = Monday.AddHours(23) }))!.Items.ShouldHaveSingleItem().Kind.ShouldBe("case_opened");
        (await Page(Batam, All with { AsOf = Monday.AddHours(24) }))!.Items.Count.ShouldBe(4);
        (await Page(Batam, All with { AsOf = Monday.AddMinutes(59) })).ShouldBeNull("there was no case yet");
    }

    [Fact]
    public async Task As_known_before_it_was_recorded_late_an_entry_is_not_there()
    {
        await Open(Monday);
        await world.Tell(_case.Value, new CaseMemberAdded("LPSK", "Perlindungan"), Batam, Monday.AddHours(1), late: TimeSpan.FromHours(4));
        await world.Settle();

        (await Page(Batam, All with { AsOf = Monday.AddHours(4) }))!.Items.Count.ShouldBe(1);
        (await Page(Batam, All with { AsOf = Monday.AddHours(5) }))!.Items.Count.ShouldBe(2);
        (await Page(Batam, All with { OccurredBefore = Monday.AddHours(1) }))!.Items.Count.ShouldBe(1);
        (await Page(Batam, All with { OccurredBefore = Monday.AddHours(1).AddTicks(10) }))!.Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_shared_later_is_not_seen_as_of_before()
    {
        await Open(Monday, members: ["IMIGRASI", "BP3MI"]);
        var report = Guid.CreateVersion7();
        await world.Tell(
            report, new IntelligenceReportFiled("Perekrut", "Ringkasan", SourceGrade.B, 2, Case: _case), Batam, Monday.AddHours(1),
            Marking.Of(Level.R, "agency:IMIGRASI"));
        await world.Tell(report, new IntelligenceShared([new("BP3MI")], "Perlu tahu"), Batam, Monday.AddHours(3),
            Marking.Of(Level.R, "agency:IMIGRASI"));
        await world.Settle();

        (await Page(Shelter))!.Items.Select(entry => entry.Kind)
            .ShouldBe(["intelligence_shared", "intelligence_report_filed", "case_opened"]);
        (await Page(Shelter))!.Items[1].Marking.Audience.ShouldContain("agency:BP3MI");
        (await Page(Shelter, All with { AsOf = Monday.AddHours(2) }))!.Items.ShouldHaveSingleItem().Kind.ShouldBe("case_opened");
        (await Page(Batam, All with { AsOf = Monday.AddHours(2) }))!.Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_member_that_joined_later_could_not_know_the_case_before()
    {
        await Open(Monday);
        await Tell(new CaseMemberAdded("BP3MI", "Perlu shelter"), 2);
        await world.Settle();

        (await Page(Shelter))!.Items.Count.ShouldBe(2);
        (await Page(Shelter, All with { AsOf = Monday.AddHours(1) })).ShouldBeNull();
    }

    [Theory]
    [InlineData(TimelineOrder.OccurredNewestFirst)]
    [InlineData(TimelineOrder.OccurredOldestFirst)]
    [InlineData(TimelineOrder.RecordedNewestFirst)]
    [InlineData(TimelineOrder.RecordedOldestFirst)]
    public async Task Pages_follow_each_other_without_gap_or_repetition_and_count_what_is_withheld_once(TimelineOrder order)
    {
        await Open(Monday, members: ["IMIGRASI", "PEMDA-KAB"]);
        for (var n = 1; n <= 20; n++)
            await Tell(new CaseMemberAdded("LPSK", $"{n}"), n % 7, n % 5 == 0 ? Marking.Default with { Level = Level.R } : null);
        await world.Settle();

        var whole = (await Page(Malaka, All with { Order = order }))!;
        var (positions, withheld, filter) = (new List<long>(), 0, new TimelineFilter(Limit: 3, Order: order));
        while ((await Page(Malaka, filter))! is var page)
        {
            positions.AddRange(page.Items.Select(entry => entry.Position));
            withheld += page.Withheld;
            if (page.Next is not { } next)
                break;
            filter = filter with { After = next };
        }

        positions.ShouldBe(whole.Items.Select(entry => entry.Position));
        positions.Count.ShouldBe(17);
        (withheld, whole.Withheld).ShouldBe((4, 4));
    }

    [Fact]
    public async Task Filters_narrow_by_agency_kind_person_place_and_period()
    {
        await Encounter(Monday);
        await Open(Monday.AddHours(1), subjects: [_traveller]);
        await world.Tell(_case.Value, new CaseMemberAdded("LPSK", "Perlindungan"), Coordinator, Monday.AddHours(2), place: "21.71.01");
        await world.Settle();

        (await Page(Batam, All with { Agency = "SATGAS" }))!.Items.Count.ShouldBe(1);
        (await Page(Batam, All with { Kind = "departure_deferred" }))!.Items.Count.ShouldBe(1);
        (await Page(Batam, All with { Person = _traveller }))!.Items.Count.ShouldBe(3);
        (await Page(Batam, All with { Place = "21.71" }))!.Items.Count.ShouldBe(1);
        (await Page(Batam, All with { From = Monday.AddHours(1), To = Monday.AddHours(2) }))!.Items.ShouldHaveSingleItem().Kind.ShouldBe(
            "case_opened");
    }

    [Fact]
    public async Task A_live_reader_gets_what_came_to_stand_on_cases_it_may_open_and_nothing_else()
    {
        await Encounter(Monday);
        await Open(Monday.AddHours(1));
        await world.Settle();
        var start = (await Page(Batam))!.Items[0].ShownAt;
        await Tell(new CaseSubjectAdded(new(_traveller, CaseRole.SuspectedVictim)), 2);
        await world.Settle();

        var seen = await world.Timeline.Since(Viewer(Batam), start, 1, Ct);
        seen.Select(entry => entry.Kind).ShouldBe(
            ["traveller_referred_to_secondary", "departure_deferred", "case_subject_added"], "one place in the log is never cut in two");
        seen.ShouldAllBe(entry => entry.Case == _case);
        (await world.Timeline.Since(Viewer(Stranger), start, 10, Ct)).ShouldBeEmpty();
        (await world.Timeline.Since(Viewer(Batam), seen[^1].ShownAt, 10, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_gives_the_rows_that_came_about_live()
    {
        var encounter = await Encounter(Monday);
        await Open(Monday.AddHours(1), subjects: [_traveller], sources: [encounter]);
        await world.Tell(Guid.CreateVersion7(), HandToPolice(encounter), Batam, Monday.AddHours(2));
        await Tell(new CaseMemberAdded("LPSK", "Perlindungan"), 3);
        await world.RebuildShouldChangeNothing();
    }

    private Task<Page<TimelineEntry>?> Page(Officer officer, TimelineFilter? filter = null) =>
        world.Timeline.Page(Viewer(officer), _case, filter ?? All, Ct);

    private Task<Guid> Open(DateTimeOffset at, PersonRef[]? subjects = null, Guid[]? sources = null, string[]? members = null) =>
        world.Tell(
        _case.Value,
        new CaseOpened(
            "Malaka–Batam–Kamboja",
            MigrationPhase.BeforeDeparture,
            "Ringkasan",
            [.. (sources ?? []).Select(source => new CaseSource(source, "departure_screening"))],
            [.. (subjects ?? []).Select(person => new CaseSubject(person, CaseRole.SuspectedVictim))],
            members ?? ["IMIGRASI", "POLRI"],
            "2026-0001"),
        Batam,
        at);

    private Task<Guid> Tell(object happened, double hours, Marking? marking = null) =>
        world.Tell(_case.Value, happened, Batam, Monday.AddHours(hours), marking);

    private async Task<Guid> Encounter(DateTimeOffset at)
    {
        var stream = Guid.CreateVersion7();
        await world.Tell(stream, Referral(), Batam, at, place: "TPI-BATAM-CENTER");
        await world.Tell(stream, new DepartureDeferred([DeferralReason.PurposeNotCredible], "BAP-1"), Batam, at.AddMinutes(30),
            persons: _traveller);
        return stream;
    }

    private TravellerReferredToSecondary Referral() => new(_traveller, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY");

    private static FacilitatorHandedToPolice HandToPolice(Guid encounter) => new(
        Gagak, new("POLRI", "POLRESTA-BARELANG", "PPA-PPO"), "BAST 1", "Menunggu di luar", "UU 21/2007 Ps 2", [], Sources: [encounter]);
}

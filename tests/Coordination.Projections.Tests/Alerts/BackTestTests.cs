using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Projections.Alerts;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Alerts;

/// <summary>A rule over the past log, with other numbers.</summary>
public sealed class BackTestTests : IAsyncLifetime
{
    private readonly World _world = new();
    private readonly PersonRef _person = new(Guid.CreateVersion7());
    private readonly Guid _first = Guid.CreateVersion7();
    private readonly Guid _second = Guid.CreateVersion7();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_finds_what_was_raised_and_what_other_days_would_have_found()
    {
        await TryAgainAfter(7, Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.RaiseDue(Monday.AddDays(7));
        var raised = (await _world.Alerts.List(Viewer(Batam), false, null, null, 200, Ct)).Items.Single(alert => alert.Rule == "R11");
        var before = await Count();

        var report = await Run("R11", Viewer(Batam));
        var alert = report.Alerts.ShouldHaveSingleItem();
        (report.RuleVersion, report.EventsRead, alert.Severity).ShouldBe((1, 3, "critical"));
        alert.SubjectRefs.ShouldBe([_person.Value]);
        alert.Evidence.Count.ShouldBe(raised.EvidenceCount);
        (alert.Outcome, alert.LeadTime, report.Precision).ShouldBe((null, null, null));
        (await Run("R11", Viewer(Batam), ("days", 6))).Alerts.ShouldBeEmpty();
        (await Run("R11", Viewer(Batam), from: Monday.AddDays(8))).Alerts.ShouldBeEmpty("it was raised before");
        (await Count()).ShouldBe(before, "a back-test changes nothing");
    }

    [Fact]
    public async Task Lead_time_runs_to_the_first_answer_and_precision_comes_from_the_resolution()
    {
        await TryAgainAfter(7, Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.RaiseDue(Monday.AddDays(7));
        var raised = (await _world.Alerts.List(Viewer(Batam), false, null, null, 200, Ct)).Items.Single(alert => alert.Rule == "R11");
        await _world.Tell(
            Guid.CreateVersion7(), new TravellerHandedToProtection(_person, new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN"), "BAST 1", "Ringkasan"), Batam,
            Monday.AddDays(7).AddHours(3), Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.Tell(raised.Id, new AlertResolved(AlertOutcome.True, "Benar"), Batam, Monday.AddDays(8), Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.Settle();

        var report = await Run("R11", Viewer(Batam));
        var alert = report.Alerts.ShouldHaveSingleItem();
        (alert.LeadTime, alert.Outcome, report.Precision).ShouldBe(("PT3H", "true", 1));
        var rules = await new RuleQueries(_world.Runtime).List(Viewer(Batam), MondaysDate, Ct);
        var precision = rules.Single(rule => rule.Id == "R11").Precision.ShouldHaveSingleItem();
        (precision.Version, precision.Raised, precision.True, precision.Precision).ShouldBe((1, 1, 1, 1));
        (await new RuleQueries(_world.Runtime).List(Viewer(Stranger), MondaysDate, Ct)).ShouldAllBe(rule => rule.Precision.Count == 0);
    }

    [Fact]
    public async Task A_deferral_that_was_overturned_counts_against_the_rules_that_led_to_it()
    {
        var marking = Marking.Of(Level.T, "agency:IMIGRASI");
        await TryAgainAfter(7, marking);
        await _world.RaiseDue(Monday.AddDays(7));
        var second = (await _world.Alerts.List(Viewer(Batam), false, null, null, 200, Ct)).Items.Single(alert => alert.Rule == "R11");
        await _world.Tell(_second, new DepartureDeferred([DeferralReason.Other], "BAP-2", Traveller: _person), Batam, Monday.AddDays(7), marking);
        await _world.Settle();
        (await Precision()).ShouldBe((0, 0, null));

        await _world.Tell(_second, new DepartureDeferralOverturned("Dokumen lengkap.", _person), Batam, Monday.AddDays(8), marking);
        await _world.Settle();
        (await Precision()).ShouldBe((0, 1, 0));
        var report = await Run("R11", Viewer(Batam));
        (report.Alerts.ShouldHaveSingleItem().Outcome, report.Precision).ShouldBe(("false", 0));
        (await Run("R11", null)).Precision.ShouldBe(0);

        await _world.Tell(second.Id, new AlertResolved(AlertOutcome.True, "Benar"), Batam, Monday.AddDays(9), marking);
        await _world.Settle();
        (await Precision()).ShouldBe((1, 0, 1), "what an officer says of the alert stands");
        (await Run("R11", Viewer(Batam))).Precision.ShouldBe(1);

        async Task<(int True, int Overturned, double? Share)> Precision()
        {
            var line = (await new RuleQueries(_world.Runtime).List(Viewer(Batam), MondaysDate, Ct)).Single(rule => rule.Id == "R11").Precision.ShouldHaveSingleItem();
            return (line.True, line.Overturned, line.Precision);
        }
    }

    [Fact]
    public async Task An_earlier_deferral_that_was_overturned_is_not_what_the_rule_led_to()
    {
        var marking = Marking.Of(Level.T, "agency:IMIGRASI");
        await TryAgainAfter(7, marking);
        await _world.RaiseDue(Monday.AddDays(7));
        await _world.Tell(_first, new DepartureDeferralOverturned("Dokumen lengkap.", _person), Batam, Monday.AddDays(8), marking);
        await _world.Settle();
        (await new RuleQueries(_world.Runtime).List(Viewer(Batam), MondaysDate, Ct)).Single(rule => rule.Id == "R11").Precision.ShouldHaveSingleItem()
            .Overturned.ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_read_the_evidence_finds_nothing()
    {
        await TryAgainAfter(7, Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.Tell(
            Guid.CreateVersion7(), new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Signs: [TipSign.OfficialNamed]), Batam, Monday,
            Marking.Of(Level.T, "*"));
        await _world.Settle();
        (await Run("R11", Viewer(Coordinator))).Alerts.ShouldBeEmpty();
        (await Run("R40", Viewer(Coordinator))).Alerts.ShouldBeEmpty("the channel is restricted, whoever may read the tip");
        (await Run("R40", Viewer(Coordinator with { Unit = "PENGAWAS-INTERNAL" }))).Alerts.ShouldHaveSingleItem();
        (await Run("R11", null)).Alerts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_would_be_shown_the_alert_is_shown_it_here()
    {
        await TryAgainAfter(7, Marking.Default);
        await _world.Settle();
        (await Run("R11", Viewer(Coordinator))).Alerts.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        (await Run("R11", Viewer(Stranger))).Alerts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_may_read_one_side_does_not_hear_of_the_other()
    {
        await _world.Tell(
            Guid.CreateVersion7(), new WatchEntryApproved(MondaysDate.AddDays(60), null, WatchKind.Interest, _person), Police, Monday,
            Marking.Of(Level.R, "unit:POLRI/POLRESTA-BARELANG"));
        await _world.Tell(
            Guid.CreateVersion7(), new TravellerReferredToSecondary(_person, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY"), Batam, Monday.AddDays(1),
            Marking.Of(Level.T, "*"), "TPI-SEKUPANG");
        await _world.Settle();
        (await Run("R37", null)).Alerts.Select(alert => alert.Evidence.Count).ShouldBe([1, 1]);
        (await Run("R37", Viewer(Batam))).Alerts.ShouldHaveSingleItem();
        (await Run("R37", Viewer(Coordinator))).Alerts.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_knows_the_thresholds_of_then()
    {
        await _world.Tell(
            Guid.CreateVersion7(), new RuleThresholdChanged(null, "R11", [new("days", 6)], MondaysDate), Coordinator, Monday.AddDays(-1));
        await TryAgainAfter(7, Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.Settle();
        (await Run("R11", null)).Alerts.ShouldBeEmpty();
        (await Run("R11", null, ("days", 14))).Alerts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_arm_of_a_rule_is_run_and_what_is_set_is_set_of_the_one_that_was_asked_for()
    {
        var matchmaker = new PersonRef(Guid.CreateVersion7());
        for (var n = 0; n < 3; n++)
        {
            var marriage = new MarriageTies(n == 0 ? MondaysDate.AddDays(-20) : null, n == 0 ? 16 : null, Matchmaker: matchmaker);
            var bride = new TravellerReferredToSecondary(
                new(Guid.CreateVersion7()), [ReferralReason.ProfileDoubtful], TransportMode.Air, "CN", Marriage: marriage);
            await _world.Tell(Guid.CreateVersion7(), bride, Batam, Monday.AddDays(n), Marking.Default);
        }

        await _world.Settle();
        (await Run("R23", null)).Alerts.Select(alert => alert.Evidence.Count).ShouldBe([1, 3]);
        (await Run("R23", null, ("days", 1))).Alerts.ShouldHaveSingleItem("the days before a wedding are other days").Evidence.Count.ShouldBe(1);
        (await Run("R23-WED", null)).Alerts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_became_of_the_alerts_of_every_arm_is_counted()
    {
        var met = new PersonEncountered(_person, "KH", PersonSex.Male, AgeBand.From25To39, Findings: [FieldFinding.FictitiousSponsor]);
        await _world.Tell(Guid.CreateVersion7(), met, Batam, Monday, Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.RaiseDue(Monday);
        var raised = (await _world.Alerts.List(Viewer(Batam), false, null, null, 200, Ct)).Items.Single(alert => alert.Rule == "R31-FICTITIOUS");
        await _world.Tell(raised.Id, new AlertResolved(AlertOutcome.True, "Benar"), Batam, Monday.AddDays(1), Marking.Of(Level.T, "agency:IMIGRASI"));
        await _world.Settle();
        foreach (var viewer in new[] { Viewer(Batam), null })
        {
            var report = await Run("R31", viewer);
            (report.Alerts.ShouldHaveSingleItem().Outcome, report.Precision).ShouldBe(("true", 1));
        }
    }

    [Fact]
    public async Task It_remembers_no_more_than_it_may()
    {
        await TryAgainAfter(7, Marking.Default);
        await _world.Settle();
        await Should.ThrowAsync<BackTestTooLargeException>(Run("R11", null, most: 2));
        (await Run("R11", null, most: 3)).Alerts.ShouldHaveSingleItem();
    }

    private async Task TryAgainAfter(int days, Marking marking)
    {
        var referral = new TravellerReferredToSecondary(_person, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY");
        await _world.Tell(_first, referral, Batam, Monday, marking, "TPI-BATAM-CENTER");
        await _world.Tell(_first, new DepartureDeferred([DeferralReason.Other], "BAP-1", Traveller: _person), Batam, Monday, marking, "TPI-BATAM-CENTER");
        await _world.Tell(_second, referral, Batam, Monday.AddDays(days), marking, "TPI-SEKUPANG");
    }

    private Task<BackTestReport> Run(string rule, Viewer? viewer, params (string Name, int Value)[] set) => Run(rule, viewer, Monday.AddDays(-30), set);

    private Task<BackTestReport> Run(string rule, Viewer? viewer, DateTimeOffset from, params (string Name, int Value)[] set) =>
        Run(rule, viewer, BackTest.UsualMost, from, set);

    private Task<BackTestReport> Run(string rule, Viewer? viewer, int most) => Run(rule, viewer, most, Monday.AddDays(-30));

    private Task<BackTestReport> Run(string rule, Viewer? viewer, int most, DateTimeOffset from, params (string Name, int Value)[] set) =>
        new BackTest(_world.Log, _world.Daemon, _world.Runtime) { Most = most }.Run(
            new(AlertRules.Find(rule)!, from, Monday.AddDays(300), set.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal)), viewer, Ct);

    private async Task<long> Count()
    {
        await using var command = _world.Daemon.CreateCommand(
            "select (select count(*) from mt_events) + (select count(*) from alert_signal) + (select count(*) from alert_observation)");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}

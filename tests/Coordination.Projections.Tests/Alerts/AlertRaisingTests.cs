using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Projections.Alerts;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Alerts;

/// <summary>From events of agencies to an alert in the log: real log, real daemon, real worker on a clock that stands still.</summary>
public sealed class AlertRaisingTests : IAsyncLifetime
{
    // Its own world per test: what is due anywhere is due for the worker.
    private readonly World _world = new();
    private readonly PersonRef _person = new(Guid.CreateVersion7());

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeat_departure_is_raised_once_however_often_and_wherever_the_worker_runs()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Refer(first, Monday, "TPI-BATAM-CENTER");
        var deferral = await _world.Tell(first, new DepartureDeferred([DeferralReason.Other], "BAP-1"), Batam, Monday,
            place: "TPI-BATAM-CENTER", persons: _person);
        var referral = await Refer(second, Monday.AddDays(7), "TPI-SEKUPANG");
        await _world.Settle();

        var now = Monday.AddDays(7).AddMinutes(1);
        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.Raiser(now).Round(Ct)));
        await _world.CatchUp();
        rounds.Sum().ShouldBe(1);
        (await _world.RaiseDue(now)).ShouldBe(0);

        var alert = (await Mine(Batam, AlertCodes.Repeat)).ShouldHaveSingleItem();
        (alert.Severity, alert.Status, alert.EvidenceCount).ShouldBe(("critical", "raised", 2));
        alert.RaisedAt.ShouldBe(now);
        alert.EscalatesAt.ShouldBe(now.AddHours(1));
        alert.Sentence.Id.ShouldContain("7 hari sebelumnya");
        var detail = (await _world.Alerts.Find(Viewer(Batam), alert.Id, Ct))!;
        detail.Evidence.ShouldBe([deferral, referral]);
        detail.EvidenceEvents.ShouldAllBe(evidence => evidence.Sentence != null);
    }

    [Fact]
    public async Task A_reapplication_is_told_on_the_application_itself_in_the_same_transaction()
    {
        var (earlier, later) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Apply(earlier, Atambua, Monday);
        await _world.Tell(earlier, new PassportIssuanceDeferred([DeferralReason.PurposeNotCredible], []), Atambua, Monday.AddDays(1),
            persons: _person);
        await Apply(later, Kupang, Monday.AddDays(8));
        (await _world.RaiseDue(Monday.AddDays(8))).ShouldBe(2, "and the notice of the deferral");

        (await Mine(Kupang, AlertCodes.Reapply)).ShouldHaveSingleItem();
        var stream = await _world.Log.FetchStream(later, Ct);
        var told = stream[^1].Body.ShouldBeOfType<ApplicantReappliedElsewhere>();
        (told.EarlierApplication, told.EarlierAnswer, told.EarlierUnit).ShouldBe((earlier, EarlierAnswer.Deferred, "KANIM-ATAMBUA"));
    }

    [Fact]
    public async Task A_contact_that_everybody_has_is_parked_and_not_judged_again()
    {
        var phone = new ContactRef(Guid.CreateVersion7());
        // One person only: nothing to find, and the value is used up.
        for (var i = 0; i < RuleThreshold.Parking.Default; i++)
            await ApplyWith(phone, _person, Monday.AddMinutes(i));
        for (var i = 0; i < 3; i++)
            await ApplyWith(phone, new PersonRef(Guid.CreateVersion7()), Monday.AddDays(1).AddMinutes(i));
        (await _world.RaiseDue(Monday.AddDays(2))).ShouldBe(0);
    }

    [Fact]
    public async Task A_handoff_that_lies_unreceived_is_late_after_four_hours_and_not_before()
    {
        var handoff = await HandToShelter(Monday);
        (await _world.RaiseDue(Monday.AddHours(4).AddSeconds(-1))).ShouldBe(0);
        (await _world.RaiseDue(Monday.AddHours(4))).ShouldBe(1);
        (await Mine(Shelter, AlertCodes.HandoffLate)).ShouldHaveSingleItem().Sentence.Id.ShouldContain(
            "BP3MI Kepri belum menyatakan terima");

        await _world.Tell(handoff, new HandoffReceived(), Shelter, Monday.AddHours(5));
        await _world.RaiseDue(Monday.AddHours(5));
        (await Mine(Shelter, AlertCodes.HandoffLate)).Count.ShouldBe(2, "a person waits: the decision has four hours from the handing over");
    }

    [Fact]
    public async Task A_return_stops_the_receivers_clock_and_starts_the_senders()
    {
        var handoff = await HandToShelter(Monday);
        await _world.Tell(handoff, new HandoffReceived(), Shelter, Monday.AddHours(1));
        await _world.Tell(handoff, new HandoffReturned([new("BAP")], "BAP belum ada"), Shelter, Monday.AddHours(2));
        (await _world.RaiseDue(Monday.AddDays(11))).ShouldBe(0);
        (await _world.RaiseDue(Monday.AddDays(13))).ShouldBe(1, "three days before, a notice");
        (await _world.RaiseDue(Monday.AddDays(14).AddHours(2))).ShouldBe(1);
        (await Mine(Batam, AlertCodes.HandoffLate)).ShouldContain(alert => alert.Sentence.En.Contains("Kanim Batam has not supplemented", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answered_handoff_is_never_late()
    {
        var handoff = await HandToShelter(Monday);
        await _world.Tell(handoff, new HandoffReceived(), Shelter, Monday.AddHours(1));
        await _world.Tell(handoff, new HandoffAccepted(), Shelter, Monday.AddHours(2));
        (await _world.RaiseDue(Monday.AddDays(100))).ShouldBe(0);
    }

    [Theory]
    [InlineData(Level.T, 24, "medium")]
    [InlineData(Level.R, 4, "high")]
    public async Task Shared_intelligence_that_nobody_acknowledges_is_said_per_recipient(Level level, int hours, string severity)
    {
        var report = Guid.CreateVersion7();
        var own = Marking.Of(level, "agency:IMIGRASI");
        await _world.Tell(report, new IntelligenceReportFiled("Perekrut", "Ringkasan", SourceGrade.B, 2, [_person]), Batam, Monday, own);
        await _world.Tell(report, new IntelligenceShared([new("BP3MI"), new("POLRI", "POLRESTA-BARELANG")], "Perlu tahu"), Batam, Monday,
            own);
        await _world.Tell(report, new IntelligenceAcknowledged(), Police, Monday.AddHours(1), own);

        (await _world.RaiseDue(Monday.AddHours(hours).AddSeconds(-1))).ShouldBe(0);
        (await _world.RaiseDue(Monday.AddHours(hours))).ShouldBe(1, "the police have answered");
        (await Mine(Shelter, AlertCodes.IntelligenceUnacknowledged)).ShouldHaveSingleItem().Severity.ShouldBe(severity);
        (await Mine(Police, AlertCodes.IntelligenceUnacknowledged)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Silence_carries_an_alert_up_and_an_answer_stops_it()
    {
        var alert = Guid.CreateVersion7();
        var evidence = await Refer(Guid.CreateVersion7(), Monday, "TPI-SEKUPANG");
        await _world.Tell(alert, TestAlerts.Raised([evidence], [_person], Severity.Critical), Officer.System, Monday,
            Marking.Of(Level.T, "members", "agency:IMIGRASI"));
        (await _world.RaiseDue(Monday.AddMinutes(59))).ShouldBe(0);
        (await _world.RaiseDue(Monday.AddHours(1))).ShouldBe(1);
        (await _world.RaiseDue(Monday.AddHours(2))).ShouldBe(1);
        var raised = (await Mine(Batam, AlertCodes.Repeat)).ShouldHaveSingleItem();
        raised.EscalationLevel.ShouldBe(2);
        (await Mine(Coordinator, AlertCodes.Repeat)).Count.ShouldBe(1, "from the province on the task force hears of it");

        await _world.Tell(alert, new AlertAcknowledged(), Batam, Monday.AddHours(2.5), Marking.Of(Level.T, "agency:IMIGRASI"));
        (await _world.RaiseDue(Monday.AddDays(9))).ShouldBe(0);
        var history = (await _world.Alerts.Find(Viewer(Batam), alert, Ct))!.History;
        history.Select(step => (step.Step, step.Level)).ShouldBe(
            [("raised", null), ("escalated", 1), ("escalated", 2), ("acknowledged", null)]);
    }

    [Fact]
    public async Task Silence_ends_at_the_top()
    {
        var alert = Guid.CreateVersion7();
        var evidence = await Refer(Guid.CreateVersion7(), Monday, "TPI-SEKUPANG");
        await _world.Tell(alert, TestAlerts.Raised([evidence], [_person]), Officer.System, Monday);
        for (var round = 1; round <= 3; round++)
            (await _world.RaiseDue(Monday.AddHours(4 * round))).ShouldBe(1);
        (await _world.RaiseDue(Monday.AddDays(50))).ShouldBe(0);
    }

    [Fact]
    public async Task An_alert_is_seen_by_its_recipients_and_by_nobody_else()
    {
        var alert = Guid.CreateVersion7();
        var evidence = await Refer(Guid.CreateVersion7(), Monday, "TPI-SEKUPANG");
        await _world.Tell(alert, TestAlerts.Raised([evidence], [_person], Severity.Low), Officer.System, Monday,
            Marking.Of(Level.R, "agency:IMIGRASI"));
        await _world.Settle();

        (await _world.Alerts.Find(Viewer(Batam), alert, Ct)).ShouldNotBeNull();
        (await _world.Alerts.Find(Viewer(Stranger), alert, Ct)).ShouldBeNull();
        (await _world.Alerts.Find(Viewer(Batam with { Clearance = Level.T }), alert, Ct)).ShouldBeNull();
        (await _world.Alerts.List(Viewer(Stranger), false, null, null, 200, Ct)).Items.ShouldBeEmpty();
        (await _world.Alerts.Since(Viewer(Stranger), 0, 200, Ct)).ShouldBeEmpty();
        (await _world.Alerts.Since(Viewer(Batam), 0, 200, Ct)).ShouldContain(change => change.Alert.Id == alert);
        (await _world.Alerts.List(Viewer(Batam with { Clearance = Level.T }), false, null, null, 200, Ct)).Withheld.ShouldBe(1);
    }

    [Fact]
    public async Task Unanswered_alerts_come_first_then_the_graver_then_what_escalates_first()
    {
        var evidence = await Refer(Guid.CreateVersion7(), Monday, "TPI-SEKUPANG");
        var alerts = new List<Guid>();
        foreach (var (severity, hours) in new[] { (Severity.High, 2), (Severity.Critical, 3), (Severity.High, 1), (Severity.Critical, 0) })
        {
            alerts.Add(Guid.CreateVersion7());
            await _world.Tell(alerts[^1], TestAlerts.Raised([evidence], [_person], severity), Officer.System, Monday.AddHours(hours),
                Marking.Of(Level.T, "agency:LPSK"));
        }

        await _world.Tell(alerts[3], new AlertAcknowledged(), Batam, Monday.AddHours(4), Marking.Of(Level.T, "agency:LPSK"));
        await _world.Settle();

        var viewer = Viewer(Stranger with { Agency = "LPSK" });
        var (seen, after) = (new List<Guid>(), (Keyset?)null);
        do
        {
            var page = await _world.Alerts.List(viewer, true, null, after, 1, Ct);
            seen.AddRange(page.Items.Select(alert => alert.Id));
            after = page.Next;
        }
        while (after is not null);
        seen.ShouldBe([alerts[1], alerts[2], alerts[0], alerts[3]]);
    }

    private async Task<List<AlertListItem>> Mine(Officer officer, string code) =>
        [.. (await _world.Alerts.List(Viewer(officer), false, null, null, 200, Ct)).Items.Where(alert => alert.Code == code
            && alert.Persons.Contains(_person.Code))];

    private Task<Guid> ApplyWith(ContactRef phone, PersonRef applicant, DateTimeOffset at) => _world.Tell(
        Guid.CreateVersion7(), new PassportApplicationReceived(applicant, ApplicationChannel.WalkIn, TravelPurpose.Work, Phone: phone), Atambua, at,
        persons: applicant);

    private Task<Guid> Refer(Guid stream, DateTimeOffset at, string place) => _world.Tell(
        stream, new TravellerReferredToSecondary(_person, [ReferralReason.OneWayTicket], TransportMode.Sea, "MY"), Batam, at, place: place);

    private Task<Guid> Apply(Guid stream, Officer by, DateTimeOffset at) =>
        _world.Tell(stream, new PassportApplicationReceived(_person, ApplicationChannel.WalkIn, TravelPurpose.Tourism), by, at);

    private async Task<Guid> HandToShelter(DateTimeOffset at)
    {
        var handoff = Guid.CreateVersion7();
        await _world.Tell(
            handoff,
            new TravellerHandedToProtection(_person, new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN"), "BAST 1", "Ringkasan"),
            Batam,
            at,
            Marking.Of(Level.T, "members", "unit:BP3MI/BP3MI-KEPRI"));
        return handoff;
    }
}

using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Coordination.Projections.Alerts;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Alerts;

/// <summary>Alerts that stand in the log because of events alone.</summary>
public sealed class FiredFromEventsTests : IAsyncLifetime
{
    private readonly World _world = new();
    private readonly PersonRef _person = new(Guid.CreateVersion7());

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_code_fires_once_names_its_rule_and_reads_as_a_sentence()
    {
        await Tell(new VictimIndicatorScreened([VictimIndicator.DebtToRecruiter], true, ScreeningResult.Indication, Traveller: _person));
        await Tell(new DocumentForgerySuspected(DocumentType.IdentityCard, "DUKCAPIL", [ForgerySign.Altered], "Alasan", Applicant: _person));
        await Tell(new PassportApplicationRefused([DeferralReason.Other], "Alasan", Applicant: _person));
        await Tell(new SecondaryInspectionConducted("Ringkasan", [WarningSign.RansomMentioned], Traveller: _person));
        await Tell(new ShelterAdmitted(_person, ShelterKind.Rptc, "RPTC", true, IsChild: true));

        await _world.RaiseDue(Monday.AddHours(1));
        var alerts = await Seen(Batam);
        alerts.Select(alert => (alert.Code, alert.Severity)).ShouldBe(
            [
                (AlertCodes.Child, "critical"), (AlertCodes.Document, "high"), (AlertCodes.Ransom, "critical"), (AlertCodes.Refusal, "low"),
                (AlertCodes.Victim, "high"),
            ],
            ignoreOrder: true, "the child is one alert, whoever says so");
        alerts.ShouldAllBe(alert => alert.Sentence.Id.StartsWith(AlertTitlesOf(alert), StringComparison.Ordinal) && alert.Sentence.Id.Contains(_person.Code));
        (await _world.RaiseDue(Monday.AddHours(2))).ShouldBeLessThanOrEqualTo(2, "only the critical ones go up, after their hour");
    }

    [Fact]
    public async Task A_named_official_is_told_to_internal_affairs_and_to_nobody_else()
    {
        var officer = Coordinator with { Id = "pengawas", Unit = "PENGAWAS-INTERNAL", Clearance = Level.SR };
        await Tell(new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Signs: [TipSign.OfficialNamed]), Marking.Of(Level.R, "members"));
        await Tell(new SecondaryInspectionConducted("Ringkasan", [WarningSign.OfficialNamed], Traveller: _person), Marking.Of(Level.T, "*"));
        await _world.RaiseDue(Monday.AddHours(1));
        foreach (var hours in new[] { 3, 5, 7 })
            await _world.RaiseDue(Monday.AddHours(hours));

        (await Seen(officer)).Where(alert => alert.Code == AlertCodes.Official).Select(alert => alert.EscalationLevel)
            .ShouldBe([3, 3], "silence tells nobody else of it");
        var centre = Batam with { Id = "imigrasi.pusat", Unit = "DITJEN-IMIGRASI", Clearance = Level.SR, Role = OfficerRole.UnitHead };
        var head = Batam with { Clearance = Level.SR, Role = OfficerRole.UnitHead };
        foreach (var other in new[] { centre, head, Batam, Police, Shelter, Coordinator with { Clearance = Level.SR } })
        {
            var page = await _world.Alerts.List(Viewer(other), false, null, null, 200, Ct);
            page.Items.ShouldNotContain(alert => alert.Code == AlertCodes.Official, other.Id);
            (await _world.Alerts.Since(Viewer(other), 0, 200, Ct)).ShouldNotContain(change => change.Alert.Code == AlertCodes.Official, other.Id);
        }
    }

    [Fact]
    public async Task Reasons_of_one_encounter_add_up_for_the_officer_and_for_nobody_who_may_not_read_them()
    {
        var encounter = Guid.CreateVersion7();
        var referral = new TravellerReferredToSecondary(
            _person, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "KH", Ticket: TicketType.OneWay, PassportIssuedOn: MondaysDate.AddDays(-4),
            PassportIssuedBy: "KANIM-BATAM", Domicile: "53.21", FirstTrip: true);
        await _world.Tell(encounter, referral, Batam, Monday, Marking.Of(Level.T, "agency:IMIGRASI"), "TPI-BATAM-CENTER");
        await _world.Settle();

        var risks = new RiskQueries(_world.Runtime);
        var score = await risks.Find(Viewer(Batam), encounter, MondaysDate, Ct);
        score.Reasons.Select(reason => (reason.Rule, reason.Weight)).ShouldBe([("R07", 20), ("R09", 40), ("R10", 5)], ignoreOrder: true);
        (score.Score, score.Advice).ShouldBe((65, "secondary"));
        score.Reasons.ShouldAllBe(reason => reason.Sentence.Id.Length > 10 && reason.Alert == null);
        (await risks.Find(Viewer(Stranger), encounter, MondaysDate, Ct)).Reasons.ShouldBeEmpty();
        (await _world.RaiseDue(Monday.AddHours(1))).ShouldBe(0, "reasons raise no alert");
    }

    [Fact]
    public async Task A_rebuild_finds_the_same_with_the_thresholds_of_each_place_in_the_log()
    {
        await Cluster(Monday, 3);
        await _world.Tell(
            Guid.CreateVersion7(), new RuleThresholdChanged(null, "R01", [new("count", 4)], MondaysDate, "53"), Coordinator, Monday.AddHours(1));
        await Cluster(Monday.AddHours(2), 3);
        await Cluster(Monday.AddHours(3), 4);
        await _world.RaiseDue(Monday.AddHours(4));

        var alerts = (await Seen(Atambua)).Where(alert => alert.Rule == "R01").ToList();
        alerts.Select(alert => alert.EvidenceCount).Order().ToList().ShouldBe([3, 4], "three were enough before the change and not after it");
        await _world.RebuildShouldChangeNothing();
        (await _world.RaiseDue(Monday.AddHours(4))).ShouldBe(0, "a rebuild raises nothing twice");
    }

    [Fact]
    public async Task A_clock_that_ran_out_while_nobody_ran_is_raised_once_by_however_many_hosts_come_back()
    {
        await _world.Tell(
            Guid.CreateVersion7(), new Domain.Handoffs.TravellerHandedToProtection(_person, new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN"), "BAST 1", "Ringkasan"),
            Batam, Monday, Marking.Of(Level.T, "members", "unit:BP3MI/BP3MI-KEPRI"));
        await _world.Settle();
        var back = Monday.AddDays(3);
        (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _world.Raiser(back).Round(Ct)))).Sum().ShouldBe(1);
        await _world.CatchUp();
        await _world.RebuildShouldChangeNothing();
        (await _world.RaiseDue(back)).ShouldBe(0);
    }

    private static string AlertTitlesOf(AlertListItem alert) => alert.Title.Id;

    private async Task Cluster(DateTimeOffset at, int applicants)
    {
        var phone = new ContactRef(Guid.CreateVersion7());
        for (var n = 0; n < applicants; n++)
        {
            var applicant = new PersonRef(Guid.CreateVersion7());
            await _world.Tell(
                Guid.CreateVersion7(), new PassportApplicationReceived(applicant, ApplicationChannel.WalkIn, TravelPurpose.Tourism, Phone: phone), Atambua,
                at.AddMinutes(n), Marking.Of(Level.T, "agency:IMIGRASI"));
        }
    }

    private Task<Guid> Tell(object body, Marking? marking = null) => _world.Tell(Guid.CreateVersion7(), body, Batam, Monday, marking ?? Marking.Of(Level.T, "*"));

    private async Task<List<AlertListItem>> Seen(Officer officer) => [.. (await _world.Alerts.List(Viewer(officer), false, null, null, 200, Ct)).Items];
}

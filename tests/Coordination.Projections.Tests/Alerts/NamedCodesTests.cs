using Coordination.Domain.Advisories;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Audit;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Alerts;

/// <summary>
/// Every alert that the flows name comes from events alone: with the last of them it fires once, without it never, and where a clock decides, not a
/// second before it runs out.
/// </summary>
public sealed class NamedCodesTests : IAsyncLifetime
{
    private static readonly Marking Open = Marking.Of(Level.T, "*");
    private static readonly ContactRef Phone = new(Guid.Parse("20000000-0000-4000-8000-000000000019"));
    private static readonly UnitAddress Barelang = new("POLRI", "POLRESTA-BARELANG");
    private static readonly OperationTarget Target = new(["21.71.06"], Monday, Monday.AddHours(6));
    private static readonly TravellerReferredToSecondary Referral = new(Teratai, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "KH", Phone: Phone);
    private static readonly Said Handed = new(
        "h", new TravellerHandedToProtection(Teratai, new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN"), "BAST 1", "Ringkasan"), Batam, 0);

    private readonly World _world = new();

    /// <summary>An event of a story.</summary>
    /// <param name="Stream">Name of its stream within the story.</param>
    /// <param name="Hours">After Monday morning.</param>
    private sealed record Said(string Stream, object Body, Officer By, double Hours, string? Place = null);

    /// <param name="At">When the alert is there.</param>
    /// <param name="ByClock">Time raises it, so it is not there a second earlier.</param>
    private sealed record Fires(DateTimeOffset At, bool ByClock, params Said[] Events);

    private static readonly Dictionary<string, Fires> Stories = new(StringComparer.Ordinal)
    {
        [AlertCodes.Child] = Now(new Said("s", new ShelterAdmitted(Teratai, ShelterKind.Rptc, "RPTC", true, IsChild: true), Shelter, 0)),
        [AlertCodes.PunitiveAct] = Now(new Said(
            "r", new CommandRejected("ProposeWatchEntry", "watch_entry.victim_shield", "watch_entry", Guid.CreateVersion7(), Teratai), Police, 0)),
        [AlertCodes.Reapply] = Now(
            new("a", new PassportIssuanceDeferred([DeferralReason.PurposeNotCredible], [], Applicant: Teratai), Atambua, 0),
            new("b", new PassportApplicationReceived(Teratai, ApplicationChannel.WalkIn, TravelPurpose.Tourism), Kupang, 48)),
        [AlertCodes.Watch] = Now(
            new("w", new WatchEntryApproved(MondaysDate.AddDays(60), null, WatchKind.Entity, Contact: Phone), Police, 0),
            new("e", Referral, Batam, 5)),
        [AlertCodes.HandoffLate] = Due(4, Handed),
        [AlertCodes.ProsecutorNotice] = Due(
            5 * 24, new Said("m", new InvestigationStarted("SP.Sidik/7/II/2026", ["UU-21-2007:4"], [Gagak]), Police, 0)),
        [AlertCodes.AdvisoryUnacknowledged] = Due(4, new Said(
            "t", new TpiAdvisoryPublished("INS/07", ["TPI-SEKUPANG"], ["Paspor baru"], "Pemeriksaan lanjutan.", MondaysDate.AddDays(30)), Batam, 0)),
        [AlertCodes.Conflict] = Now(
            new("v", new SurveillanceDeclared(Target, Barelang), Police, 0),
            new("o", new JointOperationApproved(Target: Target, Lead: new("IMIGRASI", "KANIM-BATAM")), Coordinator, 1)),
        [AlertCodes.Revictimisation] = Now(
            new("k", new VictimStatusDetermined(VictimStatus.Confirmed, "Alasan.", Person: Teratai), Police, 0),
            new("e", Referral, Batam, 300 * 24)),
        [AlertCodes.Victim] = Now(new Said(
            "e", new VictimIndicatorScreened([VictimIndicator.DebtToRecruiter], true, ScreeningResult.Indication, Traveller: Teratai), Batam, 0)),
        [AlertCodes.Repeat] = Now(
            new("e", new DepartureDeferred([DeferralReason.Other], "BAP-1", Traveller: Teratai), Batam, 0, "TPI-BATAM-CENTER"),
            new("f", Referral, Batam, 7 * 24, "TPI-SEKUPANG")),
        [AlertCodes.Cluster] = Now(
        [
            .. new[] { Bakung, Teratai, Jati }.Select((applicant, n) => new Said(
                $"p{n}", new PassportApplicationReceived(applicant, ApplicationChannel.WalkIn, TravelPurpose.Tourism, Phone: Phone), Atambua, n)),
        ]),
        [AlertCodes.Document] = Now(new Said(
            "a", new DocumentForgerySuspected(DocumentType.IdentityCard, "DUKCAPIL", [ForgerySign.Altered], "Alasan", Applicant: Teratai), Atambua, 0)),
        [AlertCodes.ReturnLoop] = Now(
        [
            Handed, .. Enumerable.Range(0, 3).SelectMany(n => new Said[]
            {
                new("h", new HandoffReceived(), Shelter, (n * 3) + 1), new("h", new HandoffReturned([new("BAP")], "BAP belum ada"), Shelter, (n * 3) + 2),
                new("h", new HandoffSupplemented([]), Batam, (n * 3) + 3),
            }).SkipLast(1),
        ]),
        [AlertCodes.BanExpiry] = new(
            NoticeOfBan, true, new Said("c", new UrgentExitBanRequested(Gagak, "R/31", "Hendak berangkat.", new string('a', 64)), Police, 0)),
        [AlertCodes.Orphan] = Due(24, new Said("t", new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan"), Coordinator, 0)),
        [AlertCodes.Refusal] = Now(new Said("a", new PassportApplicationRefused([DeferralReason.Other], "Alasan", Applicant: Teratai), Atambua, 0)),
        [AlertCodes.IntelligenceUnacknowledged] = Due(
            24,
            new Said("i", new IntelligenceReportFiled("Perekrut", "Ringkasan", SourceGrade.B, 2, [Gagak]), Batam, 0),
            new Said("i", new IntelligenceShared([new("BP3MI")], "Perlu tahu"), Batam, 0)),
        [AlertCodes.Official] = Now(new Said(
            "t", new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Signs: [TipSign.OfficialNamed]), Coordinator, 0)),
    };

    /// <summary>The request is of 2 February, 06:40 in Batam; five days before the twentieth day is 17 February, midnight.</summary>
    private static DateTimeOffset NoticeOfBan => new(2026, 2, 17, 0, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string> Codes => [.. Stories.Keys];

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void All_nineteen_are_told() => Stories.Keys.Order(StringComparer.Ordinal).ShouldBe(
    [
        "A-ADVISORY-UNACK", "A-BAN-EXPIRY", "A-CHILD", "A-CLUSTER", "A-CONFLICT", "A-DOC", "A-HANDOFF-LATE", "A-INTEL-UNACK", "A-OFFICIAL", "A-ORPHAN",
        "A-REAPPLY", "A-REFUSE", "A-REPEAT", "A-RETURN-LOOP", "A-REVICT", "A-SPDP", "A-TAK", "A-VICT", "A-WATCH",
    ]);

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task It_fires_with_the_last_event_and_never_without(string code)
    {
        var story = Stories[code];
        var streams = story.Events.Select(said => said.Stream).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => Guid.CreateVersion7());
        var then = story.At;
        foreach (var said in story.Events.SkipLast(1))
            await Tell(streams, said);
        await _world.RaiseDue(then);
        (await Raised(code)).ShouldBe(0, "not all of it has happened");

        await Tell(streams, story.Events[^1]);
        if (story.ByClock)
        {
            await _world.RaiseDue(then.AddSeconds(-1));
            (await Raised(code)).ShouldBe(0, "its time has not come");
        }

        await _world.RaiseDue(then);
        (await Raised(code)).ShouldBe(code == AlertCodes.Conflict ? 2 : 1, "the conflict is told to each of the two sides");
        await _world.RaiseDue(then);
        (await Raised(code)).ShouldBe(code == AlertCodes.Conflict ? 2 : 1, "once");
    }

    private static Fires Now(params Said[] events) => new(Monday.AddHours(events[^1].Hours), false, events);

    private static Fires Due(double hours, params Said[] events) => new(Monday.AddHours(hours), true, events);

    private Task<Guid> Tell(Dictionary<string, Guid> streams, Said said) =>
        _world.Tell(streams[said.Stream], said.Body, said.By, Monday.AddHours(said.Hours), Open, said.Place);

    private async Task<long> Raised(string code)
    {
        await using var command = _world.Daemon.CreateCommand("select count(*) from mt_events where type = 'alert_raised' and data ->> 'code' = $1");
        command.Parameters.Add(new() { Value = code });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

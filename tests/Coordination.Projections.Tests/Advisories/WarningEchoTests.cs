using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Advisories;

public sealed class WarningEchoTests(World world) : IClassFixture<World>
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Monday.UtcDateTime);
    private static readonly NetworkWarningIssued Issued = new("PJ/1", "Jaringan.", "Feri sore.", Day, Day.AddDays(30));

    private readonly Guid _warning = Guid.CreateVersion7();
    private readonly Guid _advisory = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_warning_says_when_it_was_taken_up_and_when_an_outcome_was_known()
    {
        await world.Tell(_warning, Issued, Police, Monday, type: "network_warning");
        await Advise();
        await world.Tell(_advisory, new AdvisoryHitRecorded("PL/1", "TPI-SEKUPANG"), Batam, Monday.AddHours(2));
        await world.Tell(_advisory, new HitOutcomeReported("PL/1", HitOutcome.HandedOver, "Diserahkan."), Batam, Monday.AddHours(3));
        (await world.TellWarnings(Monday.AddHours(4))).ShouldBe(2);
        var stream = await world.Log.FetchStream(_warning, Ct);
        stream.Skip(1).Select(one => one.Body).ShouldBe([new WarningAdvised(_advisory, "INS/1"), new WarningOutcomeNoted(_advisory, "PL/1")], ignoreOrder: true);
        var noted = stream.Single(one => one.Body is WarningOutcomeNoted);
        var envelope = EnvelopeHeaders.Read(noted.Headers.Span, noted.UserName!, noted.Timestamp).Envelope;
        (envelope.OccurredAt, envelope.RecordedAt).ShouldBe((Monday.AddHours(3), Monday.AddHours(4)));
        envelope.Marking.Audience.ShouldContain(Audiences.Agency("IMIGRASI"));
        envelope.Marking.Audience.ShouldContain(Audiences.Unit("POLRI", "POLRESTA-BARELANG"));
        (await world.TellWarnings(Monday.AddHours(5))).ShouldBe(0);
        await world.RebuildShouldChangeNothing();
    }

    [Fact]
    public async Task Of_many_workers_at_once_one_says_it()
    {
        await world.Tell(_warning, Issued, Police, Monday, type: "network_warning");
        await Advise();
        await world.Settle();
        var rounds = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Warnings(Monday.AddHours(2)).Round(Ct)));
        rounds.Sum().ShouldBe(1);
        await world.CatchUp();
    }

    [Fact]
    public async Task An_advisory_that_names_no_warning_there_is_says_nothing_until_there_is_one()
    {
        await Advise();
        (await world.TellWarnings(Monday.AddHours(2))).ShouldBe(0);
        await world.Tell(_warning, Issued, Police, Monday.AddHours(3), type: "network_warning");
        (await world.TellWarnings(Monday.AddHours(4))).ShouldBe(1);
    }

    private Task<Guid> Advise() => world.Tell(
        _advisory, new TpiAdvisoryPublished("INS/1", ["TPI-SEKUPANG"], ["Tiket dibayar orang lain"], "Pemeriksaan lanjutan.", Day.AddDays(30), _warning), Batam,
        Monday.AddHours(1));
}

using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Lapses;

public sealed class LapseTests(World world) : IClassFixture<World>
{
    private static readonly DateOnly LastDay = DateOnly.FromDateTime(Monday.UtcDateTime).AddMonths(2);
    private static readonly DateTimeOffset End = Envelope.EndOf(LastDay);

    private readonly Guid _entry = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_ends_by_itself_is_written_when_it_is_due_and_not_before()
    {
        await Watch();
        (await world.WriteLapses(End.AddSeconds(-1))).ShouldBe(0);
        (await world.WriteLapses(End)).ShouldBe(1);
        var expired = (await world.Log.FetchStream(_entry, Ct))[^1];
        expired.Body.ShouldBe(new WatchEntryExpired(LastDay));
        var told = EnvelopeHeaders.Read(expired.Headers.Span, expired.UserName!, expired.Timestamp);
        (told.Envelope.OccurredAt, told.Envelope.By.Agency, told.Envelope.LegalBasis.Count).ShouldBe((End, "SISTEM", 1));
        told.Envelope.Marking.Audience.ShouldContain(Audiences.Agency(Batam.Agency));
        told.Persons.ShouldBe([Gagak]);
    }

    [Fact]
    public async Task A_worker_that_comes_days_later_writes_the_day_on_which_it_ended()
    {
        await Watch();
        (await world.WriteLapses(End.AddDays(9))).ShouldBe(1);
        var expired = (await world.Log.FetchStream(_entry, Ct))[^1];
        var envelope = EnvelopeHeaders.Read(expired.Headers.Span, expired.UserName!, expired.Timestamp).Envelope;
        (envelope.OccurredAt, envelope.RecordedAt).ShouldBe((End, End.AddDays(9)));
        (await world.WriteLapses(End.AddDays(10))).ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_workers_at_once_one_writes_it()
    {
        await Watch();
        await world.Settle();
        var rounds = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Keeper(End).Round(Ct)));
        rounds.Sum().ShouldBe(1);
        (await world.Log.FetchStream(_entry, Ct)).Count(recorded => recorded.Body is WatchEntryExpired).ShouldBe(1);
        await world.CatchUp();
    }

    [Fact]
    public async Task What_was_prolonged_or_ended_before_does_not_lapse()
    {
        await Watch();
        await world.Tell(_entry, new WatchEntryExtended(LastDay.AddMonths(1), "Masih aktif."), Batam, Monday.AddDays(1));
        (await world.WriteLapses(End)).ShouldBe(0);
        await world.Tell(_entry, new WatchEntryRemoved("Keliru."), Batam, Monday.AddDays(2));
        (await world.WriteLapses(End.AddYears(1))).ShouldBe(0);
        await world.RebuildShouldChangeNothing();
    }

    [Fact]
    public async Task A_row_that_lags_behind_the_log_writes_nothing()
    {
        await Watch();
        await world.Settle();
        var removed = await world.Tell(_entry, new WatchEntryRemoved("Keliru."), Batam, Monday.AddDays(1));
        await world.Keeper(End).Round(Ct);
        (await world.Log.FetchStream(_entry, Ct))[^1].Id.ShouldBe(removed);
        await world.Settle();
    }

    private async Task Watch()
    {
        await world.Tell(_entry, new WatchEntryProposed(WatchKind.Punitive, "Perekrut.", "Hubungi penyidik.", Person: Gagak), Batam, Monday);
        await world.Tell(_entry, new WatchEntryApproved(LastDay), Batam, Monday.AddHours(1));
    }
}

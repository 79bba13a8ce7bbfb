using System.Threading.Channels;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Victims;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Projections.Victims;
using Npgsql;

namespace Coordination.Host.Victims;

/// <summary>
/// Suspends what the victim shield forbids the moment that some agency suspects the person: punitive watch entries and administrative actions
/// (UU 6/2011 Ps 86). It remembers nothing: what must not stand is a function of the log, ids follow from what is suspended and each append names the
/// version it rests on, so any number of Hosts may run it and it may be killed between any two statements.
/// </summary>
public sealed class ShieldKeeper(ShieldRecords records, EventLog log, Kinds kinds, ProjectionDaemon daemon, TimeProvider clock, ILogger<ShieldKeeper> logger)
    : BackgroundService
{
    private const int AtOnce = 100;
    private const string Basis = "UU-6-2011:86";

    /// <summary>A lost wake-up costs at most this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>One round: everything that must not stand now, as far as the view has read. Returns how many events it appended.</summary>
    public async Task<int> SuspendForbidden(CancellationToken ct)
    {
        var appended = 0;
        foreach (var act in await records.Forbidden(AtOnce, ct))
            appended += await Suspend(act, ct) ? 1 : 0;
        return appended;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        daemon.Committed += OnCommitted;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Round(stoppingToken);
                await Sleep(stoppingToken);
            }
        }
        finally
        {
            daemon.Committed -= OnCommitted;
        }
    }

    private async Task Round(CancellationToken ct)
    {
        try
        {
            await SuspendForbidden(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or StoreUnavailableException or AppendInDoubtException)
        {
            // What was not written still stands in the next round; what was, is refused there.
            logger.LogWarning("The victim shield waits for PostgreSQL: {Error}", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "A round of the victim shield failed and will be tried again.");
        }
    }

    private async Task<bool> Suspend(ForbiddenAct act, CancellationToken ct)
    {
        var events = await log.FetchStream(act.Stream, ct);
        var kind = kinds.Of(events[0].Type.ClrType);
        var state = events.Aggregate(kind.Initial, (before, recorded) => Kinds.Evolve(kind, before, recorded));
        var envelope = EnvelopeOf(events, clock.GetUtcNow());
        // The decider has the last word: what ended meanwhile is left alone.
        if (kind.Decide(state, kind.CommandFor(Suspension(act)), envelope).Events is not [var happened])
            return false;
        var version = events[^1].Version;
        var after = kind.Evolve(state, happened, envelope);
        var suspended = new NewEvent(
            DeterministicId.From($"victim_shield/{act.Stream}/{version}"), happened, envelope.RecordedAt,
            EnvelopeHeaders.Write(kind.Addressed(envelope, after), kind.Persons(after)), Officer.System.Id, act.Stream.ToString());
        var result = await log.Append(new([new(act.Stream, kind.Type, version, [suspended])]), ct);
        if (result.Verdict == AppendVerdict.Appended)
            daemon.Signal(result.Position);
        return result.Verdict == AppendVerdict.Appended;
    }

    // It tells what a refusal of the shield would: neither which agency suspects the person nor how firmly.
    private static object Suspension(ForbiddenAct act) => act.Kind == WatchEntryDecider.Kind.Type
        ? new PunitiveWatchRemoved(act.Person, VictimStatus.Suspected)
        : new AdministrativeActionSuspended(SuspensionReason.VictimShield);

    // For whom the act itself is, and for the agencies that made it: as secret as what they know of it already.
    private static Envelope EnvelopeOf(IReadOnlyList<Recorded> events, DateTimeOffset now)
    {
        var told = events.Select(one => EnvelopeHeaders.Read(one.Headers.Span, one.UserName ?? "", one.Timestamp).Envelope).ToList();
        var last = told[^1];
        string[] audience =
        [
            .. last.Marking.Audience.Union(told.Select(one => Audiences.Agency(one.By.Agency)).Where(group => group != Audiences.Agency(Officer.System.Agency)),
                StringComparer.Ordinal),
        ];
        return new(Officer.System, now, now, last.Place, [Basis], last.Marking with { Audience = audience }, null);
    }

    private async Task Sleep(CancellationToken ct)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_wake.Reader.WaitToReadAsync(awake.Token).AsTask(), Task.Delay(LongestSleep, awake.Token));
        await awake.CancelAsync();
        _wake.Reader.TryRead(out _);
    }

    private void OnCommitted(object? sender, CommittedEventArgs e)
    {
        if (e.Projection == VictimShieldView.ProjectionName)
            _wake.Writer.TryWrite(true);
    }
}

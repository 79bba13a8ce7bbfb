using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Privacy;

/// <summary>
/// Proposes to end keeping those whose time is over. It erases nothing: two persons decide, and the erasure workflow does it. What it proposes is a
/// function of the log and the day, so any number of Hosts may run it.
/// </summary>
internal sealed class RetentionJob(
    Holders holders, HoldReader holds, LookupLimits limits, EventLog log, WritePath writes, Envelopes envelopes, TimeProvider clock,
    ILogger<RetentionJob> logger)
    : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>One round; returns how many were proposed. Who is under a legal hold is left alone until it is lifted, and is in nobody's way.</summary>
    public async Task<int> Propose(CancellationToken ct)
    {
        var (envelope, proposed) = (envelopes.For(Officer.System), 0);
        IReadOnlyList<Expired> page;
        for (var held = 0; proposed < AtOnce; held += page.Count)
        {
            page = await holders.Expired(envelope.Day, held, AtOnce, ct);
            foreach (var one in page)
                proposed += await Propose(one, envelope, ct) ? 1 : 0;
            if (page.Count < AtOnce)
                break;
        }

        return proposed;
    }

    /// <returns>False where it was not: a hold stands, or another Host or the round before was first.</returns>
    private async Task<bool> Propose(Expired one, Envelope envelope, CancellationToken ct)
    {
        if (await holds.Check(one.Person, ct) is not null)
            return false;
        var fact = new RetentionProposed(one.Person, one.Class, one.Agency, one.LastEntryOn, one.DueOn);
        var result = await writes.Write(
            fact, DeterministicId.From($"retention/{one.Person}/{envelope.Day:yyyy-MM-dd}"),
            envelope with { Marking = Marking.Of(Level.T, Audiences.Agency(one.Agency)) }, new WriteTerms(), ct);
        return result is { Problem: null, Position: > 0 };
    }

    /// <summary>Starts the erasures of hand-overs after which a Host died; returns how many.</summary>
    public async Task<int> Resume(CancellationToken ct)
    {
        var started = 0;
        foreach (var source in await holders.HandedOver(ct))
        {
            if ((await log.FetchStream(ErasureHandOver.ErasureOf(source), ct)).Count > 0)
                continue;
            var handed = (await log.FetchStream(source, ct)).Last(recorded => recorded.Body is DataSubjectRequestHandedToErasure or RetentionHandedToErasure);
            var by = EnvelopeHeaders.Read(handed.Headers.Span, handed.UserName ?? "", handed.Timestamp).Envelope.By;
            started += await writes.Resume(handed.Body, source, envelopes.For(by), ct) is { Problem: null } ? 1 : 0;
        }

        return started;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await Propose(stoppingToken);
                await Resume(stoppingToken);
                await limits.Forget(stoppingToken);
            }
            catch (Exception e) when (e is StoreUnavailableException or AppendInDoubtException || Faults.IsStoreGone(e))
            {
                logger.LogWarning("Retention waits for PostgreSQL: {Error}", e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "A round of retention failed and will be tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

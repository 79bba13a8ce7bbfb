using System.Diagnostics;
using Coordination.EventStore.Integrity;

namespace Coordination.Host.Integrity;

/// <summary>Seals, signs and audits one tree on whichever Host holds it. Nothing here stands in the way of a write or of a read.</summary>
internal sealed class TreeWorker(LogTree tree, Heads heads, Findings findings, IntegrityOptions options, ILogger log) : IDisposable
{
    private readonly Sealer _sealer = new(tree.Source, tree.Database, new SealerOptions());
    private readonly SealerOptions _sealing = new();
    private readonly HeadSigner _signer = new(tree, heads, findings, options);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private long _held;
    private string? _refused;
    private string? _found;

    public async Task Run(CancellationToken ct)
    {
        await Task.WhenAll(Forever(SealOnce, ct), Forever(AuditOnce, ct));
        await _sealer.Release(CancellationToken.None);
    }

    /// <summary>Something may have been written.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It was woken already.
        }
    }

    public void Dispose()
    {
        _sealer.Dispose();
        _wake.Dispose();
    }

    private async Task Forever(Func<CancellationToken, Task> once, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await once(ct);
            }
            catch (TreeDamagedException e) when (!ct.IsCancellationRequested)
            {
                Say(ref _refused, e.Message);
                await findings.Refused(tree.Number, e.Message, ct);
                await Pause(options.ClaimEvery, ct);
            }
            catch (Exception e)
            {
                if (ct.IsCancellationRequested)
                    return;
                log.LogWarning("Sealing of the tree over {Rows}s is tried again: {Error}", tree.Source.RowName, e.GetType().Name);
                await Pause(options.ClaimEvery, ct);
            }
        }
    }

    private async Task SealOnce(CancellationToken ct)
    {
        if (_sealer.State is null || Stopwatch.GetElapsedTime(_held) > _sealing.Lease / 3)
        {
            if (!await _sealer.Hold(ct))
            {
                await Pause(options.ClaimEvery, ct);
                return;
            }
            _held = Stopwatch.GetTimestamp();
        }
        while (await _sealer.Seal(ct) == _sealing.PageRows)
        {
        }
        if (_sealer.State is { } state)
            Say(ref _refused, await _signer.Consider(state, _sealer.Root(), ct));
        await Pause(options.SealEvery, ct);
        await _wake.WaitAsync(options.SealEvery, ct);
    }

    private async Task AuditOnce(CancellationToken ct)
    {
        // Whoever seals audits, so that a log is read once, not once per Host.
        if (_sealer.State is null)
        {
            await Pause(options.SealEvery, ct);
            return;
        }
        var audit = new TreeAudit(tree.Source, tree.Database);
        AuditEnd? end;
        while ((end = await audit.Next(options.AuditRows, ct)) is null)
        {
            await findings.Checked(tree.Number, audit.Checked, ct);
            await Pause(options.AuditRest, ct);
        }
        await findings.Ended(tree.Number, end, ct);
        Say(ref _found, end.Found is { } found ? $"{found.Code}: {found.What}" : null);
        await Pause(options.BetweenAudits, ct);
    }

    // Once, not once a second.
    private void Say(ref string? said, string? what)
    {
        if (what is not null && what != said)
            log.LogCritical("The tree over {Rows}s is not signed any more. {What}", tree.Source.RowName, what);
        said = what;
    }

    private static Task Pause(TimeSpan time, CancellationToken ct) =>
        Task.Delay(time, ct).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
}

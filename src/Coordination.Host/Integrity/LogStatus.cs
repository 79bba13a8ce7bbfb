using Coordination.Host.Store;

namespace Coordination.Host.Integrity;

/// <param name="Root">Base64.</param>
public sealed record HeadStatus(long Size, long Position, string Root, DateTimeOffset SignedAt, long AgeSeconds);

/// <param name="Size">Leaves of the largest head that this agency has counter-signed last.</param>
/// <param name="Present">Its last counter-signature is not older than ten minutes.</param>
public sealed record WitnessStatus(string Agency, string Key, long Size, DateTimeOffset At, long AgeSeconds, bool Present);

/// <summary>How well the log is held in place from outside.</summary>
/// <param name="By">Agencies whose witness has counter-signed lately.</param>
/// <param name="Of">Agencies that have a witness.</param>
/// <param name="AgeSeconds">Since the oldest of those counter-signatures; null when there is none.</param>
public sealed record AnchorStatus(int By, int Of, long? AgeSeconds);

/// <summary>What is sealed, what is signed, who has counter-signed, and what the self-audit says.</summary>
/// <param name="Rewinds">Signed notes: each says that the log had to go back to an earlier time, from which head to which, and why.</param>
public sealed record LogStatus(
    string Origin, long Size, long Position, HeadStatus? Head, AnchorStatus Anchored, IReadOnlyList<WitnessStatus> Witnesses, AuditStatus Audit,
    IReadOnlyList<string> Rewinds);

internal sealed class LogStatusReader(Heads heads, Findings findings, HostSettings settings, DatabaseClock clock)
{
    public async Task<LogStatus> Read(LogTree tree, CancellationToken ct)
    {
        // Signatures are of this world, whatever the demo's clock says.
        var now = clock.GetUtcNow();
        var state = await tree.Sealed.State(ct);
        var witnesses = (await heads.Countersignatures(tree, ct)).ConvertAll(one => Of(one, now));
        var present = witnesses.Where(witness => witness.Present).ToList();
        return new LogStatus(
            tree.Origin, state.Size, state.Position, await Head(tree, now, ct),
            new AnchorStatus(present.Count, witnesses.Count, present.Count > 0 ? present.Max(witness => witness.AgeSeconds) : null), witnesses,
            await findings.Of(tree.Number, ct), await heads.Rewinds(tree, ct));
    }

    private async Task<HeadStatus?> Head(LogTree tree, DateTimeOffset now, CancellationToken ct) => await heads.Latest(tree, ct) is { } signed
        ? new HeadStatus(signed.Head.Size, signed.Position, Convert.ToBase64String(signed.Head.Root), signed.SignedAt, Age(signed.SignedAt, now))
        : null;

    private WitnessStatus Of(Countersigned one, DateTimeOffset now)
    {
        var age = now - one.ReceivedAt;
        return new WitnessStatus(one.Agency, one.Key, one.Size, one.ReceivedAt, Age(one.ReceivedAt, now), age <= settings.Integrity.WitnessPatience);
    }

    private static long Age(DateTimeOffset at, DateTimeOffset now) => Math.Max(0, (long)(now - at).TotalSeconds);
}

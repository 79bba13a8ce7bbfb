using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Commands;

namespace Coordination.Host.Vault;

/// <summary>
/// The erasure of an identity, step by step: asked for, held against what still needs it, decided by a second person, carried out, certified. Carrying
/// out follows the decision at once; when the Host dies between the two, deciding again goes on where it stopped.
/// </summary>
internal sealed class Erasures(WritePath writes, Envelopes envelopes, EventLog log, PersonTrail trails, NearbyTexts texts, Shredder shredder, TimeProvider clock)
{
    /// <summary>How long backups are kept (deploy/README.md); wrapped keys in them are gone after that.</summary>
    private static readonly TimeSpan BackupsKept = TimeSpan.FromDays(30);

    public async Task<WriteResult> Approve(Guid id, ErasureApproved fact, Officer by, WriteTerms terms, CancellationToken ct)
    {
        var approved = await writes.Write(fact, id, envelopes.For(by), terms, ct);
        if (approved.Problem is not null)
            return approved;
        var erasure = (await Find(id, ct))!.Value.Erasure;
        if (erasure.Status != ErasureStatus.Approved)
            return approved;
        var trail = await trails.Of(erasure.Person, ct);
        var left = (await texts.All(erasure.Person, [.. trail.Narratives, .. erasure.Chosen], [], ct)).Count;
        IReadOnlyList<Guid> narratives = [.. trail.Narratives.Union(erasure.Chosen)];
        var destroyed = await shredder.Shred(erasure.Person, narratives, ct);
        var now = clock.GetUtcNow();
        var done = new ErasureCarriedOut(
            destroyed, narratives.Count, now + DataKeyCache.Lasts, DateOnly.FromDateTime((now + BackupsKept).UtcDateTime), erasure.Chosen.Count, left);
        return await writes.Write(done, id, envelopes.For(Officer.System), new WriteTerms(CorrelationId: System.Diagnostics.Activity.Current?.TraceId.ToString()), ct);
    }

    /// <returns>Null when there is none, or when it is another agency's.</returns>
    public async Task<ErasureCertificate?> Certificate(Officer by, Guid id, CancellationToken ct) =>
        await Find(id, ct) is { } found && string.Equals(found.Erasure.Agency, by.Agency, StringComparison.Ordinal)
            ? ErasureCertificate.Of(id, found.Erasure, found.Version)
            : null;

    /// <summary>Texts around the person that the officer may read, and how many there are that it may not; null like <see cref="Certificate"/>.</summary>
    public async Task<(IReadOnlyList<NearbyText> Texts, int Withheld)?> Texts(Officer by, Guid id, CancellationToken ct)
    {
        if (await Find(id, ct) is not var (erasure, _) || !string.Equals(erasure.Agency, by.Agency, StringComparison.Ordinal))
            return null;
        var all = await texts.All(erasure.Person, (await trails.Of(erasure.Person, ct)).Narratives, erasure.Chosen, ct);
        var readable = await texts.ReadableBy(Viewer.Of(by), all, ct);
        return (readable, all.Count - readable.Count);
    }

    private async Task<(Erasure Erasure, long Version)?> Find(Guid id, CancellationToken ct)
    {
        var events = await log.FetchStream(id, ct);
        if (events is [] || events[0].Body is not ErasureRequested)
            return null;
        var erasure = events.Aggregate(
            Erasure.None, (state, recorded) => (Erasure)Kinds.Evolve(ErasureDecider.Kind, state, recorded));
        return (erasure, events[^1].Version);
    }
}

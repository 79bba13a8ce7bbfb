using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;

namespace Coordination.Host.Vault;

/// <summary>What can be shown of an erasure: that it was decided by two persons, and what was destroyed. Made from the log alone; the same for ever.</summary>
/// <param name="Person">The reference, which stands for nobody any more once it is carried out.</param>
/// <param name="Status">Requested, Refused, Approved or CarriedOut. Only the last one is a certificate.</param>
/// <param name="KeysDestroyed">Data keys of the person, of its own contacts and of narratives.</param>
/// <param name="NarrativesChosen">Of these texts, the ones that two persons added by choice: events that do not name the person.</param>
/// <param name="NarrativesLeft">Texts in events of the cases and alerts around the person that do not name it, and that were not destroyed.</param>
/// <param name="EffectiveAt">From then on no running Host can open anything of it.</param>
/// <param name="BackupsGoneOn">Day on which the last backup with the wrapped keys is destroyed.</param>
public sealed record ErasureCertificate(
    Guid Id, PersonRef Person, string Code, ErasureGround Ground, ErasureStatus Status, string Agency, string RequestedBy, DateTimeOffset RequestedAt,
    string? DecidedBy, DateTimeOffset? DecidedAt, int? KeysDestroyed, int? NarrativesDestroyed, int? NarrativesChosen, int? NarrativesLeft, DateTimeOffset? EffectiveAt, DateOnly? BackupsGoneOn,
    long Version)
{
    internal static ErasureCertificate Of(Guid id, Erasure erasure, long version) => new(
        id, erasure.Person, erasure.Person.Code, erasure.Ground, erasure.Status, erasure.Agency, erasure.RequestedBy!.Id, erasure.RequestedAt,
        erasure.DecidedBy?.Id, erasure.DecidedBy is null ? null : erasure.DecidedAt, erasure.Done?.Keys, erasure.Done?.Narratives,
        erasure.Done is null ? erasure.Chosen.Count : erasure.Done.Chosen, erasure.Done?.Left, erasure.Done?.EffectiveAt,
        erasure.Done?.BackupsGoneOn, version);
}

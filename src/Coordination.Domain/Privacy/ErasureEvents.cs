using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>erasure</c>: one person's identity goes (UU 27/2022 Ps 43 and 44). Stored forever: add a V2, never edit.</summary>
public abstract record ErasureEvent;

/// <summary>The first of two persons asks.</summary>
/// <param name="Source">Stream of the request or proposal that it comes from.</param>
[EventName("erasure_requested")]
public sealed record ErasureRequested(PersonRef Person, ErasureGround Ground, [Narrative] string Reason, Guid? Source = null) : ErasureEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Person];
}

[EventName("erasure_refused")]
public sealed record ErasureRefused([Narrative] string Reason) : ErasureEvent;

/// <summary>
/// Texts that say something of the person without naming it by a reference, and go with it: the decision is about them as well.
/// </summary>
/// <param name="Narratives">Keys of the texts, in the place of those chosen before; none = no further text goes.</param>
[ByHand]
[EventName("erasure_narratives_chosen")]
public sealed record ErasureNarrativesChosen(IReadOnlyList<Guid> Narratives) : ErasureEvent;

/// <summary>The second of two persons decides; from here on it is carried out and cannot be taken back.</summary>
[ByHand]
[EventName("erasure_approved")]
public sealed record ErasureApproved([Narrative] string? Note = null) : ErasureEvent;

/// <summary>What the certificate says: the keys are destroyed.</summary>
/// <param name="Keys">Data keys destroyed: of the person, of its own contacts, of narratives that concern it.</param>
/// <param name="Narratives">Of those, keys of narratives.</param>
/// <param name="Chosen">Of these, the ones that were chosen by hand; null where nobody was asked yet.</param>
/// <param name="Left">Texts of the cases and alerts around the person that were not destroyed; null where nobody counted yet.</param>
/// <param name="EffectiveAt">From then on no running Host holds a copy of a key.</param>
/// <param name="BackupsGoneOn">Day on which the last backup that still holds the wrapped keys is destroyed.</param>
[EventName("erasure_carried_out")]
public sealed record ErasureCarriedOut(int Keys, int Narratives, DateTimeOffset EffectiveAt, DateOnly BackupsGoneOn, int? Chosen = null, int? Left = null)
    : ErasureEvent;

/// <summary>Why it must go.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureGround>))]
public enum ErasureGround
{
    /// <summary>The person asks for it.</summary>
    SubjectRequest,

    /// <summary>The time for keeping it has passed.</summary>
    RetentionEnded,

    /// <summary>It should never have been recorded.</summary>
    RecordedInError,
}

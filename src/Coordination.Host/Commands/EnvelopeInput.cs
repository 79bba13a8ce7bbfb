using Coordination.Domain.Kernel;
using Coordination.Host.Intake;

namespace Coordination.Host.Commands;

/// <summary>What a caller may say around a command: member <c>envelope</c> of its body. Everything has a default.</summary>
/// <param name="OccurredAt">When it happened; now, if left out.</param>
/// <param name="Place">Kemendagri or checkpoint code; the seat of the unit, if left out.</param>
/// <param name="Marking">B, T, R or SR; T, if left out.</param>
/// <param name="Audience">Who may read it: <c>*</c>, <c>members</c>, <c>originator</c>, AGENCY, AGENCY/UNIT, <c>officer:LOGIN</c>, <c>taskforce:CODE</c>; the members of its case, if left out.</param>
/// <param name="Caveats">Handling codes: <c>H1</c> not in court without consent, <c>H2</c> no onward sharing, <c>ORCON</c>; none, if left out.</param>
/// <param name="LegalBasis">Citations such as <c>UU-6-2011:16</c>; that of the authority matrix, if left out.</param>
/// <param name="SourceRef">The caller's own reference of the thing.</param>
public sealed record EnvelopeInput(
    DateTimeOffset? OccurredAt = null, string? Place = null, string? Marking = null, IReadOnlyList<string>? Audience = null,
    IReadOnlyList<string>? LegalBasis = null, string? SourceRef = null,
    IReadOnlyList<string>? Caveats = null)
{
    internal (Envelope? Envelope, Refusal? Refusal) ToEnvelope(Envelopes envelopes, Officer by)
    {
        var (marking, refusal) = Markings.Read(Marking, Audience, Caveats);
        return refusal is not null
            ? (null, refusal)
            : (envelopes.For(by, OccurredAt, marking, Place, LegalBasis, SourceRef), null);
    }
}

using Coordination.Domain.Kernel;

namespace Coordination.Host.Commands;

/// <summary>Makes envelopes: this is where the clock and the officer enter.</summary>
public sealed class Envelopes(TimeProvider clock)
{
    /// <param name="by">Who acts.</param>
    /// <param name="occurredAt">Null = now.</param>
    /// <param name="marking">Null = <see cref="Marking.Default"/>.</param>
    public Envelope For(
        Officer by, DateTimeOffset? occurredAt = null, Marking? marking = null, string? place = null, IReadOnlyList<string>? legalBasis = null,
        string? sourceRef = null)
    {
        var now = clock.GetUtcNow();
        return new Envelope(by, (occurredAt ?? now).ToUniversalTime(), now, place, legalBasis ?? [], marking ?? Marking.Default, sourceRef);
    }
}

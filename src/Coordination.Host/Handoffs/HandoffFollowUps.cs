using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.EventStore;
using Coordination.Host.Commands;

namespace Coordination.Host.Handoffs;

/// <summary>
/// A conflict raised over a declined handoff, or a new handoff in its place, is what its clock waits for: it is noted there in the same breath, by
/// the same officer, so that nobody stops the clock of others.
/// </summary>
internal sealed class HandoffFollowUps(EventLog log)
{
    /// <summary>Null where nothing was declined, or it went on before.</summary>
    public async Task<NextFact?> Of(object fact, Guid stream, Envelope envelope, CancellationToken ct)
    {
        (HandoffFollowedUp Fact, Guid Stream)? next = fact switch
        {
            CompetenceConflictRaised { Handoff: { } handoff } => (new(Conflict: stream), handoff.Value),
            HandoffProposed { ParentHandoffId: { } parent } => (new(Handoff: new(stream)), parent.Value),
            TravellerHandedToProtection { ParentHandoffId: { } parent } => (new(Handoff: new(stream)), parent.Value),
            FacilitatorHandedToPolice { ParentHandoffId: { } parent } => (new(Handoff: new(stream)), parent.Value),
            _ => null,
        };
        if (next is not { } found)
            return null;
        var bodies = (await log.FetchStream(found.Stream, ct)).Select(recorded => recorded.Body).ToList();
        if (!bodies.Exists(body => body is HandoffDeclined) || bodies.Exists(body => body is HandoffFollowedUp))
            return null;
        var key = new IdempotencyKey($"follow-up:{found.Stream}", $"{stream}", SHA256.HashData(Encoding.UTF8.GetBytes("followed up")));
        return new(found.Fact, found.Stream, envelope with { LegalBasis = [] }, key);
    }
}

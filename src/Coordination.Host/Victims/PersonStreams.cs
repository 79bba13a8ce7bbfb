using Coordination.Domain.Victims;

namespace Coordination.Host.Victims;

/// <summary>
/// Where a fact about a person belongs. What agencies say of a person as victim meets in the person's own stream, whatever each of them calls the
/// matter: a CloudEvent's subject, which names a thing for one agency only, stays the sender's reference. A victim fact that leaves the person out is
/// about the stream it was sent to.
/// </summary>
internal static class PersonStreams
{
    public static Guid Of(object fact, Guid named) => fact is VictimEvent { Person: { } person } ? Victim.StreamOf(person) : named;
}

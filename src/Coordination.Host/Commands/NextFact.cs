using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Host.Commands;

/// <summary>A fact that follows from another, ready to be written.</summary>
internal sealed record NextFact(object Fact, Guid Stream, Envelope Envelope, IdempotencyKey Key);

using Coordination.Domain.Kernel;

namespace Coordination.Host.Commands;

/// <summary>
/// Tells a decision what it must know and cannot see in its own stream. Deciders are pure: whatever they need stands in the command when they are
/// asked. Each informant knows its own commands, so their order does not matter.
/// </summary>
internal interface IInformant
{
    /// <summary>The command with what it must know, as far as the officer may know it; other commands as they are.</summary>
    /// <exception cref="EventStore.StoreUnavailableException">It cannot be known yet; nothing was written.</exception>
    Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct);
}

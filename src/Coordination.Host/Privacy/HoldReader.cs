using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Privacy;

/// <summary>
/// Asks whether a legal hold stands on a person or its cases, as of this moment: whatever was placed before the question counts. Every erasure asks
/// here, whoever starts it.
/// </summary>
public sealed class HoldReader(Holders holders, EventLog log, ProjectionDaemon views) : IInformant
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null when nothing stands in the way of erasing the person.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be known yet: rather no erasure than a wrong one.</exception>
    public async Task<Refusal?> Check(PersonRef person, CancellationToken ct)
    {
        if (await views.WaitFor(await holders.LastPosition(ct), Patience, ct, "PersonHoldings", "PrivacyBoard") is { Reached: false })
            throw new StoreUnavailableException("Legal holds cannot be checked yet; nothing was written.");
        var (cases, holds) = await holders.HoldsOn(person, ct);
        return HoldCheck.Of(person, cases, holds);
    }

    /// <summary>A command that hands a person to erasure, with what the registry of holds says; other commands as they are.</summary>
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) => command switch
    {
        HandRequestToErasure c => c with { OnHold = await IsHeld(stream, ct) },
        HandRetentionToErasure c => c with { OnHold = await IsHeld(stream, ct) },
        _ => command,
    };

    private async Task<bool> IsHeld(Guid stream, CancellationToken ct) =>
        (await log.FetchStream(stream, ct)).Select(recorded => recorded.Body).OfType<IConcernsPersons>().FirstOrDefault() is { } first
        && await Check(first.Persons().First(), ct) is not null;
}

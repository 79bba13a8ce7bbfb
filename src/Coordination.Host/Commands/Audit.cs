using System.Globalization;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Audit;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;

namespace Coordination.Host.Commands;

/// <summary>
/// Records what was refused, in a stream per agency and day that only the agency reads. The refusal stands whether or not this succeeds:
/// failing here never turns a no into an error, but it is logged and counted.
/// </summary>
internal sealed class Audit(EventLog store, TimeProvider clock, ILogger<Audit> log)
{
    private static readonly System.Diagnostics.Metrics.Counter<long> Lost =
        Telemetry.HostMetrics.Meter.CreateCounter<long>("coordination.audit.lost", description: "Refusals that could not be recorded.");

    /// <param name="against">Whom the command would have acted against.</param>
    public async Task Rejected(
        string command, Refusal refusal, string streamType, Guid? thing, Officer by, CancellationToken ct, PersonRef? against = null)
    {
        var now = clock.GetUtcNow();
        var shielded = VictimShieldRule.IsShield(refusal.Code) ? against : null;
        var rejected = new CommandRejected(command, refusal.Code, streamType, thing, shielded);
        var happened = new NewEvent(
            Guid.CreateVersion7(now), rejected, now, EnvelopeHeaders.Write(EnvelopeOf(by, now, shielded), rejected.Persons()), by.Id);
        var stream = DeterministicId.From(string.Create(CultureInfo.InvariantCulture, $"audit/{by.Agency}/{now:yyyy-MM-dd}"));
        try
        {
            await store.Append(new AppendRequest([new StreamAppend(stream, "audit", null, [happened])]), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && (e is StoreUnavailableException or AppendInDoubtException || Http.Faults.IsStoreGone(e)))
        {
            Lost.Add(1);
            log.LogWarning("Refusal {Code} of {Command} by {Agency} could not be recorded: {Exception}", refusal.Code, command, by.Agency, e.GetType().Name);
        }
    }

    // What says that a person is shielded is as secret as a victim's identity, and for those beside the agency who look after victims by law.
    private static Envelope EnvelopeOf(Officer by, DateTimeOffset now, PersonRef? shielded)
    {
        var place = shielded is null ? null : Units.Find(by.Agency, by.Unit)?.Place;
        var marking = shielded is null ? Marking.Of(Level.T) : Marking.Of(Level.R, [.. VictimShieldRule.Protectors(place)]);
        return new(by, now, now, place, [], marking, null);
    }
}

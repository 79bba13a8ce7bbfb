using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;

namespace Coordination.Host.Privacy;

/// <summary>Tells oversight of a pattern of looking. The refusal that goes with it stands whether or not this succeeds.</summary>
internal sealed class AnomalyAlarm(WritePath writes, Accounts accounts, TimeProvider clock, ILogger<AnomalyAlarm> log)
{
    private static readonly System.Diagnostics.Metrics.Counter<long> Lost =
        Telemetry.HostMetrics.Meter.CreateCounter<long>("coordination.anomaly.lost", description: "Patterns of looking that could not be recorded.");

    /// <summary>Once an hour for each officer or agency, however often it is called.</summary>
    public async Task Raise(Officer by, AnomalyKind kind, int values, int minutes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var who = kind == AnomalyKind.FanOutOfOfficer ? by.Id : by.Agency;
        var stream = DeterministicId.From(string.Create(CultureInfo.InvariantCulture, $"access_anomaly/{kind}/{by.Agency}/{who}/{now:yyyy-MM-ddTHH}"));
        try
        {
            var envelope = new Envelope(Officer.System, now, now, Units.Find(by.Agency, by.Unit)?.Place, [], await Oversight(by, ct), null);
            await writes.Write(new AccessAnomalyDetected(by.Id, by.Agency, by.Unit, kind, values, minutes), stream, envelope, new WriteTerms(), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && (e is StoreUnavailableException or AppendInDoubtException || Faults.IsStoreGone(e)))
        {
            Lost.Add(1);
            log.LogWarning("A pattern of looking ({Kind}) of {Agency} could not be recorded: {Exception}", kind, by.Agency, e.GetType().Name);
        }
    }

    /// <summary>The heads of the agency and the secretariat; never who is looked at, as far as that can be.</summary>
    private async Task<Marking> Oversight(Officer by, CancellationToken ct)
    {
        var heads = (await accounts.All(ct))
            .Where(account => account.Agency == by.Agency && account.Role == OfficerRole.UnitHead && account.Username != by.Id)
            .Select(account => Audiences.Person(account.Username));
        return Marking.Of(Level.T, [Audiences.Agency(Agencies.TaskForce), .. heads.Distinct(StringComparer.Ordinal)]);
    }
}

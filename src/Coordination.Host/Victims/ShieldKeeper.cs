using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Victims;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Projections.Victims;

namespace Coordination.Host.Victims;

/// <summary>
/// Suspends what the victim shield forbids the moment that some agency suspects the person: punitive watch entries, travel bans, administrative
/// actions and punitive outcomes of joint operations (UU 6/2011 Ps 86).
/// </summary>
public sealed class ShieldKeeper(
    ShieldRecords records, EventLog log, Kinds kinds, ProjectionDaemon daemon, TimeProvider clock, ILogger<ShieldKeeper> logger)
    : Keeper(log, daemon, clock, logger, VictimShieldView.ProjectionName)
{
    private const string Basis = "UU-6-2011:86";

    public override async Task<int> Round(CancellationToken ct)
    {
        var appended = 0;
        foreach (var act in await records.Forbidden(AtOnce, ct))
            appended += await Suspend(act, ct) ? 1 : 0;
        return appended;
    }

    private async Task<bool> Suspend(ForbiddenAct act, CancellationToken ct)
    {
        var events = await Log.FetchStream(act.Stream, ct);
        var kind = kinds.Of(events[0].Type.ClrType);
        var state = events.Aggregate(kind.Initial, (before, recorded) => Kinds.Evolve(kind, before, recorded));
        var envelope = EnvelopeOf(events, Now);
        // The decider has the last word: what ended meanwhile is left alone.
        if (kind.Decide(state, kind.CommandFor(Suspension(act)), envelope).Events is not [var happened])
            return false;
        var version = events[^1].Version;
        var after = kind.Evolve(state, happened, envelope);
        var suspended = new NewEvent(
            DeterministicId.From($"victim_shield/{act.Stream}/{version}"), happened, envelope.RecordedAt,
            EnvelopeHeaders.Write(kind.Addressed(envelope, after), kind.Persons(after).Append(act.Person).Distinct()), Officer.System.Id, act.Stream.ToString());
        return await Append(new([new(act.Stream, kind.Type, version, [suspended])]), ct) == AppendVerdict.Appended;
    }

    // It tells what a refusal of the shield would: neither which agency suspects the person nor how firmly.
    private static object Suspension(ForbiddenAct act) => act.Kind switch
    {
        _ when act.Kind == WatchEntryDecider.Kind.Type => new PunitiveWatchRemoved(act.Person, VictimStatus.Suspected),
        _ when act.Kind == TravelBanDecider.Kind.Type => new TravelBanSuspended(act.Person, VictimStatus.Suspected),
        _ when act.Kind == OperationDecider.Kind.Type => new PunitiveOutcomeWithdrawn(act.Person),
        _ => new AdministrativeActionSuspended(SuspensionReason.VictimShield),
    };

    // For whom the act itself is, and for the agencies that made it: as secret as what they know of it already.
    private static Envelope EnvelopeOf(IReadOnlyList<Recorded> events, DateTimeOffset now)
    {
        var told = events.Select(one => EnvelopeHeaders.Read(one.Headers.Span, one.UserName ?? "", one.Timestamp).Envelope).ToList();
        var last = told[^1];
        string[] audience =
        [
            .. last.Marking.Audience.Union(told.Select(one => Audiences.Agency(one.By.Agency)).Where(group => group != Audiences.Agency(Officer.System.Agency)),
                StringComparer.Ordinal),
        ];
        return new(Officer.System, now, now, last.Place, [Basis], last.Marking with { Audience = audience }, null);
    }
}

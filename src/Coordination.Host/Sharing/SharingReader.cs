using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Security.SecondFactor;

namespace Coordination.Host.Sharing;

/// <summary>
/// Tells decisions what the audience of a thing is by now: those on sharing itself, on sharing a report, and on handing to investigators what may
/// not be used in court. Whatever a caller claims of the thing is overwritten by what the log says.
/// </summary>
internal sealed class SharingReader(Things things, Recalls recalls, RecentProof proof) : IInformant
{
    /// <summary>Where and how a fact of sharing is written: into the thing's one sharing stream, for its owner and who acts alone.</summary>
    public async Task<(SharingEvent Fact, Guid Stream, Envelope Envelope)> Place(SharingEvent fact, Envelope envelope, CancellationToken ct)
    {
        var thing = await things.Find(fact.Thing.Stream, ct);
        var named = thing?.Thing ?? new(fact.Thing.Stream);
        var (by, level) = (envelope.By, envelope.By.Clearance < Level.R ? envelope.By.Clearance : Level.R);
        // No less secret than what it speaks of. Who is not cleared for that is refused by the decision, and told nothing by this; and Sangat Rahasia does
        // not leave an agency by a question that another one asks.
        if (thing?.Marking.Level is { } secret && secret > level && secret <= by.Clearance && (secret < Level.SR || named.Owner == by.Agency))
            level = secret;
        string[] audience = named.Owner.Length == 0 ? [Audiences.Agency(by.Agency)] : [Audiences.Agency(named.Owner), Audiences.Agency(by.Agency)];
        return (
            fact with { Thing = named }, SharingDecider.StreamOf(named.Stream),
            envelope with { Marking = Marking.Of(level, [.. audience.Distinct(StringComparer.Ordinal)]) });
    }

    /// <summary>The command with what it must know; other commands as they are.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be known yet; nothing was written.</exception>
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) => command switch
    {
        SharingCommand sharing => sharing with { Facts = await FactsFor(sharing, by, ct) },
        ShareIntelligence share when await things.Find(stream, ct) is { } report => share with
        {
            Now = report.Marking,
            Permitted = [.. report.Sharing.Requests.Where(r => r.Granted is true).SelectMany(r => r.Recipients).Select(to => to.ToAudience())],
        },
        HandToPolice hand => hand with { WithoutConsent = await WithoutConsent(hand.Fact.Sources, by, ct) },
        ProposeHandoff propose => propose with { WithoutConsent = await WithoutConsent(propose.Fact.Sources, by, ct) },
        _ => command,
    };

    /// <summary>What a consent permits, as the fact that does it; null when it permits no sharing.</summary>
    public async Task<NextFact?> CarryOut(ConsentGiven given, Envelope envelope, CancellationToken ct)
    {
        if (await things.Find(given.Thing.Stream, ct) is not { } thing
            || thing.Sharing.RequestOf(given.Number) is not { Granted: true, Kind: not ConsentKind.CourtUse } request)
            return null;
        var reason = given.Note is { Length: > 0 } note ? note : "Dengan persetujuan.";
        object fact = thing.Thing.Kind == IntelligenceDecider.Kind.Type
            ? new IntelligenceShared(request.Recipients, reason)
            : new SharingWidened(thing.Thing, request.Recipients, reason);
        var stream = fact is SharingEvent ? SharingDecider.StreamOf(thing.Thing.Stream) : thing.Thing.Stream;
        var marking = Marking.Of(thing.Marking.Level, Audiences.Agency(envelope.By.Agency));
        var key = new IdempotencyKey($"consent:{thing.Thing.Stream}", $"{given.Number}", SHA256.HashData(Encoding.UTF8.GetBytes("carried out")));
        return new(fact, stream, envelope with { Marking = marking, LegalBasis = [] }, key);
    }

    private async Task<ThingFacts> FactsFor(SharingCommand command, Officer by, CancellationToken ct)
    {
        var thing = await things.Find(command.Asked.Thing.Stream, ct);
        var sight = await things.SightOf(Viewer.Of(by), command.Asked.Thing.Stream, thing, ct);
        var recalled = command is AcknowledgeRecall ? await recalls.NumbersFor(by, command.Asked.Thing.Stream, ct) : new HashSet<int>();
        if (thing is null)
            return new(Marking.Default, sight, [], new HashSet<int>());
        return new(thing.Created, sight, thing.Ends, recalled) { IsProved = proof.Stands };
    }

    /// <summary>Of things that the officer may read: of any other it must not learn that it is there.</summary>
    private async Task<IReadOnlyList<Guid>> WithoutConsent(IReadOnlyList<Guid>? sources, Officer by, CancellationToken ct)
    {
        var blocked = new List<Guid>();
        foreach (var source in (sources ?? []).Distinct())
        {
            if (await things.Find(source, ct) is { } thing && thing.Thing.Owner != by.Agency && thing.Marking.Has(Caveat.NotInCourt)
                && !thing.Sharing.AllowsCourtUseBy(by.Agency) && await things.SightOf(Viewer.Of(by), source, thing, ct) == Sight.Full)
                blocked.Add(source);
        }

        return blocked;
    }
}

using Coordination.Domain.Cases;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Sharing;

/// <summary>A thing whose audience can change, as the log has it.</summary>
/// <param name="Created">Marking at creation, with what its own stream added.</param>
/// <param name="Ends">Groups that it cannot do without.</param>
/// <param name="Sharing">What happened to its audience since.</param>
internal sealed record SharedState(SharedThing Thing, Marking Created, IReadOnlyList<string> Ends, ThingSharing Sharing, DateTimeOffset Since)
{
    /// <summary>As it stands now.</summary>
    public Marking Marking => Sharing.Effective(Created);
}

/// <summary>Reads things and their sharing. Sees everything, for decisions; what leaves the Host of it is decided by who asks.</summary>
internal sealed class Things(EventLog log, ProjectionDaemon views, ThingSight sights, Kinds kinds)
{
    /// <summary>Things that people share. Audit streams and the sharing of things are none.</summary>
    private static readonly HashSet<string> Shareable =
    [
        "case", "handoff", "intelligence_report", "joint_operation", .. SnapshotKinds.All.Select(kind => kind.Type),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Null when there is none of this id.</summary>
    public async Task<SharedState?> Find(Guid stream, CancellationToken ct)
    {
        var events = await log.FetchStream(stream, ct);
        // Also of one that is not there: to find none must take as long.
        var beside = await log.FetchStream(SharingDecider.StreamOf(stream), ct);
        if (events is not [var first, ..] || kinds.Of(first.Type.ClrType) is not { } kind || !Shareable.Contains(kind.Type))
            return null;
        var envelope = EnvelopeHeaders.Read(first.Headers.Span, first.UserName ?? "", first.Timestamp).Envelope;
        var state = events.Aggregate(kind.Initial, (before, recorded) => Kinds.Evolve(kind, before, recorded));
        var created = state is IntelligenceReport report ? report.Marking : envelope.Marking;
        return new(
            new(stream, kind.Type, envelope.By.Agency), created, state is IntelligenceReport ? [] : [.. kind.Readers(state)], Fold(beside), first.Timestamp);
    }

    /// <summary>What a viewer may see of the thing now; nothing of one that is not there, which takes as long to say.</summary>
    /// <param name="thing">As <see cref="Find"/> found it under this id.</param>
    /// <exception cref="StoreUnavailableException">What was said of it last cannot be known yet: rather no answer than a wrong one.</exception>
    public async Task<Sight> SightOf(Viewer viewer, Guid stream, SharedState? thing, CancellationToken ct)
    {
        if (await views.WaitFor(await log.FetchHead(ct), Patience, ct, [.. ThingSight.Reads]) is { Reached: false })
            throw new StoreUnavailableException("Who may see the thing cannot be known yet; nothing was written.");
        var seen = await sights.Of(viewer, stream, null, ct);
        return thing is null ? Sight.Nothing : seen?.Sight ?? Sight.Nothing;
    }

    /// <summary>The thing when this viewer may read it, or owns it; null otherwise, exactly as when there is none.</summary>
    public async Task<SharedState?> FindFor(Viewer viewer, Guid stream, CancellationToken ct)
    {
        var thing = await Find(stream, ct);
        // An owner that is not cleared for its own agency's secret has no business with its audience either.
        return await SightOf(viewer, stream, thing, ct) == Sight.Full ? thing : null;
    }

    /// <summary>Member agencies of a case; none for any other thing.</summary>
    public async Task<IReadOnlyList<string>> MembersOf(SharedState thing, CancellationToken ct) => thing.Thing.Kind == "case"
        ? [.. (await log.FetchStream(thing.Thing.Stream, ct)).Aggregate(CaseFile.None, (file, recorded) => CaseFile.Evolve(
            file, (CaseEvent)recorded.Body, EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp).Envelope)).Members]
        : [];

    private static ThingSharing Fold(IReadOnlyList<Recorded> events) => events.Aggregate(
        ThingSharing.None,
        (state, recorded) => ThingSharing.Evolve(
            state, (SharingEvent)recorded.Body, EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp).Envelope));
}

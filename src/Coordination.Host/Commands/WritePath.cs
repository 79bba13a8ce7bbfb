using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Sharing;
using Coordination.Domain.Victims;
using Coordination.EventStore;
using Coordination.Host.Handoffs;
using Coordination.Host.Http;
using Coordination.Host.Integrity;
using Coordination.Host.Networks;
using Coordination.Host.Sharing;
using Coordination.Host.Vault;
using Coordination.Host.Victims;

namespace Coordination.Host.Commands;

/// <summary>How a fact is to be written, beside its envelope.</summary>
/// <param name="IfMatch">Version that the caller saw; null = whatever it is now.</param>
/// <param name="Key">Makes asking twice the same as asking once.</param>
public sealed record WriteTerms(long? IfMatch = null, IdempotencyKey? Key = null, string? CorrelationId = null, string? CausationId = null);

/// <param name="Problem">Null when it is written (or was already so).</param>
/// <param name="Duplicate">This key was written before; the rest is the first answer.</param>
/// <param name="Receipt">Null when nothing was recorded.</param>
public sealed record WriteResult(Problem? Problem, Guid Stream, long Version, long Position, bool Duplicate = false, Receipt? Receipt = null);

/// <summary>
/// The one way in. Endpoints, CloudEvents and pages hand over a fact (an event as the caller tells it) and its envelope; the authority matrix and
/// the stream's decider say what becomes of it. A refusal is answered, and recorded in the audit stream of the agency.
/// </summary>
public sealed class WritePath
{
    private readonly Decider _decider;
    private readonly ProjectionDaemon _views;
    private readonly Kinds _kinds;
    private readonly Sightings _sightings;
    private readonly Audit _audit;
    private readonly VictimShieldReader _shield;
    private readonly SharingReader _sharing;
    private readonly IndexKey _index;
    private readonly Narratives _narratives;
    private readonly Receipts _receipts;
    private readonly ErasureInformer _erasures;
    private readonly HandoffFollowUps _followUps;
    private readonly IReadOnlyList<IInformant> _informants;

    internal WritePath(
        Decider decider, ProjectionDaemon views, Kinds kinds, Sightings sightings, Audit audit, VictimShieldReader shield, SharingReader sharing,
        IndexKey index, Narratives narratives, Receipts receipts, ErasureInformer erasures, HandoffFollowUps followUps,
        IEnumerable<IInformant> informants)
    {
        _informants = [.. informants];
        _followUps = followUps;
        _erasures = erasures;
        _narratives = narratives;
        _receipts = receipts;
        _sharing = sharing;
        _index = index;
        _decider = decider;
        _views = views;
        _kinds = kinds;
        _sightings = sightings;
        _audit = audit;
        _shield = shield;
    }

    /// <summary>Decides and appends; returns after the commit.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    /// <exception cref="AppendInDoubtException">It may have been written; ask again with the same key.</exception>
    public async Task<WriteResult> Write(object fact, Guid stream, Envelope envelope, WriteTerms terms, CancellationToken ct)
    {
        if (fact is SharingEvent shared)
            (fact, stream, envelope) = await _sharing.Place(shared, envelope, ct);
        stream = PersonStreams.Of(fact, EvidenceReader.StreamFor(fact, stream));
        var result = await WriteOne(fact, stream, envelope, terms, ct);
        if (result.Problem is not null || await Next(fact, stream, envelope, ct) is not { } next)
            return result;
        // Done in the same breath. Should this fail, who asked for consent can still do it, and a round of retention starts the erasure.
        var done = await WriteOne(next.Fact, next.Stream, next.Envelope, terms with { IfMatch = null, Key = next.Key }, ct);
        return done.Problem is null ? result with { Position = Math.Max(result.Position, done.Position) } : result;
    }

    /// <summary>Starts the erasure of a hand-over that was written and not followed; null when there is none.</summary>
    internal async Task<WriteResult?> Resume(object fact, Guid stream, Envelope envelope, CancellationToken ct) =>
        await Next(fact, stream, envelope, ct) is { } next ? await WriteOne(next.Fact, next.Stream, next.Envelope, new WriteTerms(Key: next.Key), ct) : null;

    // What a consent permits, how a declined handoff goes on, and the erasure that something was handed over to.
    private async Task<NextFact?> Next(object fact, Guid stream, Envelope envelope, CancellationToken ct) => fact is ConsentGiven given
        ? await _sharing.CarryOut(given, envelope, ct)
        : await _followUps.Of(fact, stream, envelope, ct) ?? await _erasures.Start(fact, stream, envelope, ct);

    private async Task<WriteResult> WriteOne(object fact, Guid stream, Envelope envelope, WriteTerms terms, CancellationToken ct)
    {
        var kind = _kinds.Of(fact.GetType());
        if (await _narratives.Seal(fact, stream, ct) is not { } sealedFact)
            return new WriteResult(Problem.Of(Narratives.Reserved), stream, 0, 0);
        fact = sealedFact;
        var command = kind.CommandFor(fact);
        var admission = Admission.Of(command.GetType().Name, envelope);
        if (admission.Refusal is { } atTheDoor)
            return await Refuse(atTheDoor, command, kind, stream, envelope.By, known: true, ct);
        // A thing that is withheld goes the whole way of one that is not there, and its answer takes as long.
        var hidden = await _sightings.Withhold(envelope.By, fact, kind.Type, stream, ct)
            ? fact is CaseEvent ? CaseRefusals.Unknown : VictimRefusals.Unknown
            : null;
        try
        {
            await using var turn = await _shield.Begin(command, fact, stream, ct);
            return await Decide(kind, await Inform(turn.Command, stream, envelope.By, ct), stream, admission.Envelope, terms, ct, turn.Against, hidden);
        }
        catch (OtherKindException)
        {
            return new WriteResult(Problem.Of(HttpRefusals.NotFound), stream, 0, 0);
        }
    }

    private async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct)
    {
        foreach (var informant in _informants)
            command = await informant.Inform(command, stream, by, ct);
        return command;
    }

    private async Task<WriteResult> Decide(
        StreamKind kind, object command, Guid stream, Envelope envelope, WriteTerms terms, CancellationToken ct, PersonRef? against = null,
        Refusal? hidden = null)
    {
        var seen = 0L;
        NewEvent? last = null;
        var outcome = await _decider.Transact(
            FoldOf(kind), stream, terms.IfMatch,
            (state, version) =>
            {
                seen = version;
                var proposal = hidden is null ? Propose(kind, state, command, envelope, terms) : new Proposal<Refusal>(hidden, []);
                last = proposal.Events.Count > 0 ? proposal.Events[^1] : null;
                return proposal;
            },
            // Keyed, because a plain hash of a body that names a person could be guessed.
            terms.Key is { } key ? key with { Fingerprint = _index.Fingerprint(key.Fingerprint.Span) } : null, ct);
        if (outcome.Verdict is AppendVerdict.Appended)
            _views.Signal(outcome.Position);
        if (outcome.Refusal is not { } refusal)
            return TellsOfAnother(outcome, terms) && await IsHidden(kind, command, stream, envelope, terms, ct)
                ? new WriteResult(Problem.Of(HttpRefusals.NotFound), stream, 0, 0)
                : Answer(outcome, terms, stream) with { Receipt = await ReceiptOf(outcome, last, ct) };
        // Asked of a stream that is not there as well: the answer must not come sooner for it.
        var known = await _sightings.MayKnow(envelope.By, kind.Type, stream, ct) || seen == 0;
        return await Refuse(refusal, command, kind, stream, envelope.By, known, ct, against);
    }

    private async Task<Receipt?> ReceiptOf(Outcome<Refusal> outcome, NewEvent? last, CancellationToken ct) => outcome.Verdict switch
    {
        AppendVerdict.Appended when last is not null => _receipts.Of(last.Id, outcome.Position, last.Timestamp),
        AppendVerdict.Duplicate when outcome.Position > 0 => await _receipts.Again(outcome.Position, ct),
        _ => null,
    };

    // A version or an archive that others made, or that nothing is left to do, says that the thing is there; under a key and by an append
    // the caller speaks of its own doing.
    private static bool TellsOfAnother(Outcome<Refusal> outcome, WriteTerms terms) => outcome.Verdict switch
    {
        AppendVerdict.VersionConflict => terms.IfMatch is not null || outcome.Version > 0,
        AppendVerdict.StreamExists or AppendVerdict.StreamArchived or null => true,
        _ => false,
    };

    // A failed precondition is found before the decider is asked, and some things are hidden by their deciders.
    private async Task<bool> IsHidden(StreamKind kind, object command, Guid stream, Envelope envelope, WriteTerms terms, CancellationToken ct)
    {
        if (!await _sightings.MayKnow(envelope.By, kind.Type, stream, ct))
            return true;
        var live = await _decider.LiveState(FoldOf(kind), stream, ct);
        return Propose(kind, live.State, command, envelope, terms).Refusal is { Kind: RefusalKind.NotFound };
    }

    private static Fold<object> FoldOf(StreamKind kind) =>
        new(kind.Type, kind.Initial, (state, recorded) => Kinds.Evolve(kind, state, recorded));

    private static Proposal<Refusal> Propose(StreamKind kind, object state, object command, Envelope envelope, WriteTerms terms)
    {
        var decision = kind.Decide(state, command, envelope);
        if (decision.Refusal is { } refusal)
            return new Proposal<Refusal>(refusal, []);
        var events = new List<NewEvent>(decision.Events.Count);
        foreach (var happened in decision.Events)
        {
            state = kind.Evolve(state, happened, envelope);
            var persons = kind.Persons(state).Union((happened as IConcernsPersons)?.Persons() ?? []);
            events.Add(new NewEvent(
                Guid.CreateVersion7(envelope.RecordedAt), happened, envelope.RecordedAt,
                EnvelopeHeaders.Write(kind.Addressed(envelope, state), persons), envelope.By.Id,
                terms.CorrelationId, terms.CausationId));
        }
        return new Proposal<Refusal>(null, events);
    }

    private static WriteResult Answer(Outcome<Refusal> outcome, WriteTerms terms, Guid stream)
    {
        WriteResult No(HttpRefusal refusal, long? current = null) => new(Problem.Of(refusal, current), stream, outcome.Version, outcome.Position);
        return outcome.Verdict switch
        {
            AppendVerdict.VersionConflict or AppendVerdict.StreamExists => No(
                terms.IfMatch is null ? HttpRefusals.VersionConflict : HttpRefusals.PreconditionFailed, outcome.Version),
            AppendVerdict.KeyReused => No(HttpRefusals.KeyReused),
            AppendVerdict.StreamArchived => No(HttpRefusals.StreamArchived),
            AppendVerdict.Duplicate => new WriteResult(null, stream, outcome.Version, outcome.Position, Duplicate: true),
            _ => new WriteResult(null, stream, outcome.Version, outcome.Position),
        };
    }

    /// <summary>A no about a thing that the caller may not know of is the no about a thing that does not exist.</summary>
    private async Task<WriteResult> Refuse(
        Refusal refusal, object command, StreamKind kind, Guid stream, Officer by, bool known, CancellationToken ct, PersonRef? against = null)
    {
        await _audit.Rejected(command.GetType().Name, refusal, kind.Type, stream, by, ct, against);
        var hidden = !known || refusal.Kind == RefusalKind.NotFound;
        return new WriteResult(hidden ? Problem.Of(HttpRefusals.NotFound) : Problem.Of(refusal), stream, 0, 0);
    }
}

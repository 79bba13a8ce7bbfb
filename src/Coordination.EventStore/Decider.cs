namespace Coordination.EventStore;

/// <summary>How the events of a stream become a state. States are kept in memory between calls, so they must be immutable.</summary>
/// <param name="StreamType">Written when the stream starts; one fold per stream type and state type.</param>
public sealed record Fold<TState>(string StreamType, TState Initial, Func<TState, Recorded, TState> Apply);

/// <summary>What a decision answers: a refusal, or the events to append. Neither means that there is nothing to change.</summary>
public sealed record Proposal<TRefusal>(TRefusal? Refusal, IReadOnlyList<NewEvent> Events)
    where TRefusal : class;

/// <param name="Verdict">Null when nothing was to be appended.</param>
/// <param name="Position">Position to wait for in order to see the effect; 0 when there is none.</param>
/// <param name="Version">Version of the stream: after the append, at the refusal, or the one that the caller's expectation met.</param>
public sealed record Outcome<TRefusal>(TRefusal? Refusal, AppendVerdict? Verdict, long Position, long Version)
    where TRefusal : class;

/// <param name="Version">Version of the last event in it; 0 when there is no such stream.</param>
public sealed record Live<TState>(TState State, long Version);

/// <summary>Loads, decides and appends, so that a decision always rests on everything that stands in its stream.</summary>
/// <remarks>
/// Folded streams are remembered. What is remembered may be old; it never matters: an append names the version it rests on and is refused when
/// that is not the last one, and an answer without an append (a refusal, no change, a wrong expectation) is given only after asking PostgreSQL
/// for later events.
/// </remarks>
public sealed class Decider(EventLog log, EventStoreOptions? options = null)
{
    /// <summary>How often a decision is taken before a conflict is handed to the caller.</summary>
    public const int Attempts = 3;

    private readonly LiveStates _states = new((options ?? new()).CachedStreams);

    /// <summary>Decides on the state of a stream and appends what was decided.</summary>
    /// <param name="ifMatch">Version that the caller has seen: any other is a conflict and nothing is decided.</param>
    /// <param name="decide">State and its version to a proposal. Runs again after a conflict, so it must have no effects of its own.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written; ask again later.</exception>
    /// <exception cref="AppendInDoubtException">The commit may have happened; ask again with the same key.</exception>
    public async Task<Outcome<TRefusal>> Transact<TState, TRefusal>(
        Fold<TState> fold, Guid stream, long? ifMatch, Func<TState, long, Proposal<TRefusal>> decide, IdempotencyKey? key, CancellationToken ct)
        where TRefusal : class
    {
        // A remembered state is tried once. It costs no read, and when it proves old the loop goes on with what PostgreSQL says.
        var (live, fresh) = _states.Find<TState>(stream, fold.StreamType) is { } known ? (known, false) : (await Load(fold, stream, ct), true);
        for (var attempt = 1; ; attempt++)
        {
            var proposal = ifMatch is null || ifMatch == live.Version ? decide(live.State, live.Version) : null;
            if (proposal is not { Refusal: null, Events.Count: > 0 })
            {
                if (!fresh && await Load(fold, stream, ct) is var later && later.Version != live.Version)
                {
                    (live, fresh) = (later, true);
                    continue;
                }

                return await WithoutAppend(proposal, live.Version, key, ct);
            }

            var result = await log.Append(
                new([new(stream, fold.StreamType, live.Version, proposal.Events)], key), ct);
            if (result.Verdict == AppendVerdict.Appended) Remember(fold, stream, live, proposal.Events, result);
            if (result.Verdict is not (AppendVerdict.VersionConflict or AppendVerdict.StreamExists) || ifMatch is not null || attempt == Attempts)
                return new(null, result.Verdict, result.Position, result.Version);
            (live, fresh) = (await Load(fold, stream, ct), true);
        }
    }

    /// <summary>The state of a stream as PostgreSQL has it now.</summary>
    public Task<Live<TState>> LiveState<TState>(Fold<TState> fold, Guid stream, CancellationToken ct) => Load(fold, stream, ct);

    // The first answer to a key stays the answer, also when the state that it made would now be refused or left as it is.
    private async Task<Outcome<TRefusal>> WithoutAppend<TRefusal>(
        Proposal<TRefusal>? proposal, long version, IdempotencyKey? key, CancellationToken ct)
        where TRefusal : class
    {
        if (key is not null && await log.FindKey(key, ct) is { } first)
            return new(null, first.Verdict, first.Position, first.Version);
        return proposal is null
            ? new(null, AppendVerdict.VersionConflict, 0, version)
            : new(proposal.Refusal, null, 0, version);
    }

    // Always asks PostgreSQL, but only for what came after the remembered version.
    private async Task<Live<TState>> Load<TState>(Fold<TState> fold, Guid stream, CancellationToken ct)
    {
        var live = _states.Find<TState>(stream, fold.StreamType) ?? new Live<TState>(fold.Initial, 0);
        foreach (var recorded in await log.FetchStream(stream, ct, live.Version + 1))
            live = new(fold.Apply(live.State, recorded), recorded.Version);
        if (live.Version > 0) _states.Keep(stream, fold.StreamType, live);
        return live;
    }

    // What was written is folded as it will be read back: from its stored form, with its position. Only the last position is known, so the
    // state after several events is left to the next load.
    private void Remember<TState>(Fold<TState> fold, Guid stream, Live<TState> before, IReadOnlyList<NewEvent> events, AppendResult result)
    {
        if (events.Count > 1) return;
        var recorded = log.AsRecorded(events[0], stream, result.Version, result.Position);
        _states.Keep(stream, fold.StreamType, new Live<TState>(fold.Apply(before.State, recorded), result.Version));
    }
}

using Coordination.Domain.Kernel;

namespace Coordination.Projections.Snapshots;

/// <summary>A row of <c>snapshot</c>: the fold of one stream.</summary>
/// <param name="Agency">Of whoever opened it.</param>
internal sealed record SnapshotRow(
    Guid Stream, SnapshotKind Kind, long Position, long Version, long SortKey, Wording Title, SnapshotStatus Status, string? Place, string Unit,
    IReadOnlyCollection<Guid> Persons, DateTimeOffset FirstAt, DateTimeOffset LastAt, DateTimeOffset? DueAt, string? DueCode, object State,
    string Agency, Marking Marking)
{
    // Behind every time that a clock may show, in this order.
    private const long NoClock = long.MaxValue / 4;
    private const long Closed = long.MaxValue / 2;

    /// <summary>Further lists of readers, as the table holds them.</summary>
    public IReadOnlyList<string> Within => [.. Marking.Within.Select(list => string.Join('\n', list))];

    public static SnapshotRow Of(IReadOnlyList<Happened> stream)
    {
        var kind = SnapshotKinds.Owner(stream[0].Recorded.Type.ClrType)
            ?? throw new InvalidOperationException($"{stream[0].Recorded.Type.Alias} belongs to no snapshot.");
        var state = stream.Aggregate(kind.Stream.Initial, (before, next) => kind.Stream.Evolve(before, next.Recorded.Body, next.Envelope));
        var (first, last) = (stream[0], stream[^1]);
        var status = kind.StatusOf(state);
        var due = status.IsOpen ? kind.DueOf(state) : null;
        var changed = stream.Max(next => next.Envelope.OccurredAt);
        return new(
            first.Recorded.Stream, kind, first.Recorded.Position, last.Recorded.Version, KeyOf(kind, status, due?.Due, changed),
            kind.TitleOf(state), status, stream.Select(next => next.Envelope.Place).FirstOrDefault(place => place is not null), first.Envelope.By.Unit,
            [.. stream.SelectMany(next => next.Persons).Select(person => person.Value).Distinct()],
            stream.Min(next => next.Envelope.OccurredAt), changed, due?.Due, due?.Code, state, first.Envelope.By.Agency,
            Strictest.Each([.. stream.Select(next => next.Envelope)], [.. kind.Stream.Readers(state)]));
    }

    private static long KeyOf(SnapshotKind kind, SnapshotStatus status, DateTimeOffset? due, DateTimeOffset changed) => status.IsOpen switch
    {
        _ when kind.Order == SnapshotOrder.LastChanged => -Microseconds(changed),
        true when due is { } time => Microseconds(time),
        true => NoClock - Microseconds(changed),
        false => Closed - Microseconds(changed),
    };

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}

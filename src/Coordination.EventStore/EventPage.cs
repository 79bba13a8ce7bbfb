namespace Coordination.EventStore;

/// <summary>An event whose type this program does not declare.</summary>
internal sealed record UnknownEvent(long Position, string Alias);

/// <summary>All events after one position and up to another, in order. Shared by the shards that read there.</summary>
/// <param name="Dense">Up to here no number is missing, or what is missing is dead.</param>
internal sealed record EventPage(
    long After, long End, long Dense, IReadOnlyList<Recorded> Events, IReadOnlyList<UnknownEvent> Unknown, int Bytes)
{
    public int Count => Events.Count + Unknown.Count;

    /// <summary>A hole that may still be filled stands directly behind <see cref="End"/>.</summary>
    public bool Blocked { get; init; }

    public EventPage Behind(long after) => after <= After
        ? this
        : this with { After = after, Events = [.. Events.Where(e => e.Position > after)], Unknown = [.. Unknown.Where(u => u.Position > after)] };

    public EventPage UpTo(long end) => end >= End
        ? this
        : this with { End = end, Events = [.. Events.Where(e => e.Position <= end)], Unknown = [.. Unknown.Where(u => u.Position <= end)], Blocked = true };
}

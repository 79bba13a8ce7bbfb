using System.Collections.Concurrent;

namespace Coordination.Host.Access;

/// <summary>
/// Looks of the last minutes on this node, so that reloading a page writes no second entry. A look is covered when the same officer did the same to
/// the same thing, and was shown at least this much of it and these persons.
/// </summary>
internal sealed class CoverCache(TimeProvider clock)
{
    private const int MaxEntries = 50_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Officer, string Agency, string Action, string Target), Cover> _covers = [];

    public bool Covers(Look look) =>
        Coverable(look)
        && _covers.TryGetValue(KeyOf(look), out var cover)
        && clock.GetUtcNow() - cover.At < Lasts
        && string.Equals(look.Seen, cover.Seen, StringComparison.Ordinal)
        && (look.UpTo is null || look.UpTo <= cover.UpTo)
        && look.Persons.All(cover.Persons.Contains);

    /// <summary>Called after the entry is committed, never before: a look that failed covers nothing.</summary>
    public void Remember(Look look)
    {
        if (!Coverable(look))
            return;
        // Bounded by forgetting all: the price is one more entry for each thing that is open now.
        if (_covers.Count >= MaxEntries)
            _covers.Clear();
        _covers[KeyOf(look)] = new Cover(clock.GetUtcNow(), look.UpTo, look.Seen, [.. look.Persons]);
    }

    private static bool Coverable(Look look) => look.UpTo is not null || look.Seen is not null;

    private static (string, string, string, string) KeyOf(Look look) => (look.By.Id, look.By.Agency, look.Action, look.Target);

    private sealed record Cover(DateTimeOffset At, long? UpTo, string? Seen, HashSet<Guid> Persons);
}

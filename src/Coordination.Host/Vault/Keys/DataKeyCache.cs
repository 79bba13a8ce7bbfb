using System.Collections.Concurrent;

namespace Coordination.Host.Vault;

/// <summary>
/// Unwrapped keys of the last seconds. Short, because a key that another Host destroyed must be gone here soon (<see cref="Lasts"/> is what a
/// certificate of erasure adds), and bounded, because memory holds what a dump of it would tell.
/// </summary>
internal sealed class DataKeyCache(TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(15);
    private const int MaxKeys = 20_000;
    private readonly ConcurrentDictionary<Guid, (DataKey Key, DateTimeOffset Until)> _keys = [];

    public DataKey? Find(Guid subject) => _keys.TryGetValue(subject, out var held) && held.Until > clock.GetUtcNow() ? held.Key : null;

    public void Keep(DataKey key)
    {
        if (_keys.Count >= MaxKeys)
            _keys.Clear();
        _keys[key.Subject] = (key, clock.GetUtcNow() + Lasts);
    }

    public void Forget(IEnumerable<Guid> subjects)
    {
        foreach (var subject in subjects)
            _keys.TryRemove(subject, out _);
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Host.Security;

public enum PasswordAnswer
{
    Right,
    Wrong,

    /// <summary>Too many wrong tries for this name, known or not; or too many people sign in at once.</summary>
    Later,
}

/// <summary>
/// Compares passwords without letting the comparison eat the machine: two at a time, a short queue, and a right answer is remembered
/// (as a keyed hash) for some minutes, so that a client that asks for a token every minute pays once.
/// </summary>
internal sealed class PasswordCheck(TimeProvider clock, Backoff backoff) : IDisposable
{
    private const int Slots = 2;
    private const int Waiting = 32;
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly byte[] _processKey = RandomNumberGenerator.GetBytes(32);
    private readonly SemaphoreSlim _slots = new(Slots);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _right = new(StringComparer.Ordinal);
    private int _queued;

    public async Task<PasswordAnswer> Check(string username, string password, PasswordHash hash, CancellationToken ct)
    {
        var fingerprint = Fingerprint(username, password, hash);
        if (_right.TryGetValue(fingerprint, out var until) && until > clock.GetUtcNow())
            return PasswordAnswer.Right;
        if (await backoff.MustWait(username, ct))
            return PasswordAnswer.Later;
        if (await Compare(password, hash, ct) is not { } matches)
            return PasswordAnswer.Later;
        if (!matches)
        {
            await backoff.CountWrong(username, ct);
            return PasswordAnswer.Wrong;
        }
        await backoff.Clear(username, ct);
        Remember(fingerprint);
        return PasswordAnswer.Right;
    }

    public void Dispose() => _slots.Dispose();

    /// <returns>Null when the queue is full.</returns>
    private async Task<bool?> Compare(string password, PasswordHash hash, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _queued) > Waiting)
        {
            Interlocked.Decrement(ref _queued);
            return null;
        }
        try
        {
            await _slots.WaitAsync(ct);
            try
            {
                return await Task.Run(() => hash.Matches(password), ct);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _queued);
        }
    }

    private void Remember(string fingerprint)
    {
        var now = clock.GetUtcNow();
        if (_right.Count > MaxRemembered)
            _right.Clear();
        _right[fingerprint] = now + Remembered;
    }

    private string Fingerprint(string username, string password, PasswordHash hash) =>
        Convert.ToBase64String(HMACSHA256.HashData(_processKey, Encoding.UTF8.GetBytes($"{username}\0{password}\0{hash}")));
}

using System.Collections.Concurrent;

namespace Coordination.Testing.Faults;

/// <summary>What a client knows of one thing it asked for, under one idempotency key.</summary>
public enum Answer
{
    /// <summary>Nothing was written, and the server said so in a way that leaves no doubt.</summary>
    Refused,

    /// <summary>503, a broken connection or no answer: written or not, the client cannot tell.</summary>
    InDoubt,

    /// <summary>Written, with the place where it stands.</summary>
    Acknowledged,
}

/// <param name="Position">0 when not acknowledged.</param>
/// <param name="Version">0 when the answer did not tell.</param>
public sealed record Claim(string Key, Answer Answer, Guid Stream = default, long Version = 0, long Position = 0);

/// <summary>Everything the clients of a test were told, in the order in which they were told; compared with the log afterwards by <see cref="Invariants"/>.</summary>
public sealed class History
{
    private readonly ConcurrentQueue<Claim> _claims = new();
    private readonly ConcurrentQueue<string> _wrong = new();

    public IReadOnlyCollection<Claim> Claims => _claims;

    /// <summary>Answers that should never have been given, such as a 500 for a database that is away.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>Keys that were in doubt and have got no clear answer yet.</summary>
    public IReadOnlyList<string> Unsettled => [.. Last().Where(claim => claim.Answer == Answer.InDoubt).Select(claim => claim.Key)];

    public int Acknowledged => Last().Count(claim => claim.Answer == Answer.Acknowledged);

    /// <summary>Keys that were acknowledged after having been in doubt.</summary>
    public int Settled => _claims.GroupBy(claim => claim.Key, StringComparer.Ordinal)
        .Count(claims => claims.Any(c => c.Answer == Answer.InDoubt) && claims.Any(c => c.Answer == Answer.Acknowledged));

    public void Add(Claim claim) => _claims.Enqueue(claim);

    public void AddWrong(string what) => _wrong.Enqueue(what);

    private IEnumerable<Claim> Last() =>
        _claims.GroupBy(claim => claim.Key, StringComparer.Ordinal).Select(claims => claims.MaxBy(claim => claim.Answer)!);
}

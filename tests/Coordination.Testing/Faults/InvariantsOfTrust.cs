using Coordination.EventStore.Integrity;
using Npgsql;

namespace Coordination.Testing.Faults;

/// <param name="Officer">Login of who was answered.</param>
/// <param name="Target">As the access log names it, such as <c>intelligence:ID</c>.</param>
/// <param name="At">When the answer was there, by this machine's clock.</param>
public sealed record Shown(string Officer, string Target, DateTimeOffset At);

public static partial class Invariants
{
    private const int Page = 5_000;

    /// <summary>I7: every sealed row has its leaf, every leaf its predecessor's hash, and every head that was ever signed its root.</summary>
    public static async Task<IReadOnlyList<string>> Sealed(NpgsqlDataSource owner, CancellationToken ct)
    {
        var audit = new TreeAudit(new EventLeaves(), owner);
        AuditEnd? end;
        do
            end = await audit.Next(Page, ct);
        while (end is null);
        return end.Found is { } defect ? [$"I7: {defect}"] : [];
    }

    /// <summary>I8: no frame that a viewer was sent tells of what it may not know.</summary>
    public static IEnumerable<string> Withheld(IEnumerable<string> frames, IReadOnlyCollection<string> secrets) =>
        from frame in frames
        from secret in secrets
        where frame.Contains(secret, StringComparison.Ordinal)
        select $"I8: a frame tells of {secret}: {frame[..Math.Min(frame.Length, 200)]}";

    /// <summary>I9: what was shown to somebody had been recorded by then.</summary>
    public static async Task<IReadOnlyList<string>> Recorded(NpgsqlDataSource owner, IReadOnlyCollection<Shown> shown, CancellationToken ct)
    {
        var breaches = new List<string>();
        foreach (var one in shown)
        {
            await using var command = owner.CreateCommand(
                "select exists (select from coordination.access_entry where officer = $1 and target = $2 and at <= $3)");
            command.Parameters.AddWithValue(one.Officer);
            command.Parameters.AddWithValue(one.Target);
            command.Parameters.AddWithValue(one.At.ToUniversalTime());
            if (await command.ExecuteScalarAsync(ct) is not true)
                breaches.Add($"I9: {one.Officer} was shown {one.Target} at {one.At:O}, and it is not recorded.");
        }

        return breaches;
    }
}

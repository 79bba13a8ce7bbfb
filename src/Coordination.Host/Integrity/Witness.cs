using System.Text.Json;

namespace Coordination.Host.Integrity;

/// <summary>What a witness keeps: the key that it trusts and the largest head that it has seen. Losing this file is losing the memory of the agency.</summary>
/// <param name="Key">The log's verifier key.</param>
/// <param name="Note">The head as it was signed; empty before the first.</param>
internal sealed record WitnessMemory(string Key, string Note, DateTimeOffset At)
{
    public static WitnessMemory? Read(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize<WitnessMemory>(File.ReadAllBytes(path), JsonSerializerOptions.Web) ?? throw Damaged(path)
        : null;

    public void Write(string path) => KeyFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));

    private static InvalidOperationException Damaged(string path) => new($"{path} is not a witness's memory. Restore it; without it the witness would trust anything.");
}

/// <summary>A witness met something that must not be.</summary>
internal sealed class WitnessRefusalException(string what) : Exception(what);

/// <summary>
/// An agency's memory of the log. It signs only what extends everything that it has seen, keeps it before it says so, and refuses for ever what does
/// not: then the log was rewritten, cut or restored, and no operator can make that unseen.
/// </summary>
internal sealed class Witness(WitnessClient server, string memoryPath, NoteSigner key, TimeProvider clock)
{
    /// <summary>Looks once. Returns the head that is now counter-signed.</summary>
    /// <param name="trusted">The log's key, from another source than the log; null = the one that it shows the first time.</param>
    /// <exception cref="WitnessRefusalException">The log contradicts what was seen before.</exception>
    public async Task<TreeHead> Look(VerifierKey? trusted, CancellationToken ct)
    {
        var memory = WitnessMemory.Read(memoryPath);
        var logKey = memory is null ? trusted ?? await server.Key(ct) : VerifierKey.Parse(memory.Key) ?? throw new WitnessRefusalException("The remembered key is damaged.");
        if (trusted is not null && trusted.ToString() != logKey.ToString())
            throw new WitnessRefusalException($"The key that is given is not the one that was trusted first ({logKey}).");
        var note = SignedNote.Parse(await server.Checkpoint(ct)) ?? throw new WitnessRefusalException("The head is not a signed note.");
        if (TreeHead.Parse(note.Text) is not { } head || head.Origin != logKey.Name || !note.IsSignedBy(logKey))
            throw new WitnessRefusalException($"The head is not signed with the key of {logKey.Name}.");
        if (memory?.Note is { Length: > 0 } before)
            await MustExtend(TreeHead.Parse(SignedNote.Parse(before)?.Text ?? "") ?? throw new WitnessRefusalException("The remembered head is damaged."), memory.At, head, ct);
        // On the disk before anybody hears of it: what was counter-signed can never be forgotten again.
        new WitnessMemory(logKey.ToString(), note.ToString(), clock.GetUtcNow()).Write(memoryPath);
        await server.Cosign(new SignedNote(note.Text, [Cosignature.Sign(note.Text, clock.GetUtcNow(), key)]), key.Verifier, ct);
        return head;
    }

    private async Task MustExtend(TreeHead seen, DateTimeOffset at, TreeHead head, CancellationToken ct)
    {
        if (head.Size < seen.Size)
            throw new WitnessRefusalException(
                $"The log shows {head.Size} entries; on {at:yyyy-MM-dd HH:mm:ss}Z it had {seen.Size}. Its end was cut off, or it was restored to an earlier time.");
        var proof = head.Size == seen.Size ? [] : await server.Consistency(seen.Size, head.Size, ct);
        if (!EventStore.Integrity.TreeProof.Extends(seen.Size, seen.Root, head.Size, head.Root, proof))
            throw new WitnessRefusalException(
                $"The log with {head.Size} entries does not begin with the {seen.Size} that were seen on {at:yyyy-MM-dd HH:mm:ss}Z: it was rewritten.");
    }
}

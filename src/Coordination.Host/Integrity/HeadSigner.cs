using System.Diagnostics;
using Coordination.EventStore.Integrity;

namespace Coordination.Host.Integrity;

/// <summary>
/// Signs the head of one tree, and refuses to sign one that contradicts any that was signed before: by this Host, by another one, or under an
/// agency's counter-signature. A log that was restored to an earlier time must say so first (the verb <c>recover</c>).
/// </summary>
internal sealed class HeadSigner(LogTree tree, Heads heads, Findings findings, IntegrityOptions options)
{
    private long? _size;
    private string? _refusal;
    private long _at;

    /// <summary>Signs when it is time to. Returns why it refuses to, or null.</summary>
    /// <param name="state">The tree as its holder knows it.</param>
    public async Task<string?> Consider(TreeState state, byte[] root, CancellationToken ct)
    {
        var age = Stopwatch.GetElapsedTime(_at);
        if (_size is { } last && age < (last == state.Size && _refusal is null ? options.Heartbeat : options.HeadInterval))
            return _refusal;
        var now = await tree.Sealed.State(ct);
        // Another process has gone on: its head to sign.
        if (now.Epoch != state.Epoch || now.Size != state.Size)
            return _refusal;
        var head = new TreeHead(tree.Origin, state.Size, root);
        _refusal = await WhyNot(head, ct);
        await findings.Refused(tree.Number, _refusal, ct);
        if (_refusal is null)
        {
            // Remembered before anybody can see it.
            tree.Remember(head);
            await heads.Add(tree, head, state.Position, SignedNote.Sign(head.Text, tree.Signer).ToString(), ct);
        }
        (_size, _at) = (state.Size, Stopwatch.GetTimestamp());
        return _refusal;
    }

    private async Task<string?> WhyNot(TreeHead head, CancellationToken ct)
    {
        if ((await findings.Of(tree.Number, ct)).Finding is not null)
            return "The self-audit has found that this log was altered.";
        if (await heads.LargestStanding(tree, ct) is { } signed)
        {
            if (SignedNote.Parse(signed.Note)?.IsSignedBy(tree.Signer.Verifier) != true)
                return $"Its heads were signed as {signed.Head.Origin} with another key. Copy the key files from the Host that signed them.";
            if (await Contradicts(head, signed.Head.Size, signed.Head.Root, "by a Host of this database", ct) is { } contradiction)
                return contradiction;
        }
        if (tree.Remembered() is { } own && await Contradicts(head, own.Size, own.Root, "by this Host", ct) is { } broken)
            return broken;
        return await heads.LargestCountersigned(tree, ct) is { } seen
            ? await Contradicts(head, seen.Size, seen.Root, "and counter-signed by an agency", ct)
            : null;
    }

    private async Task<string?> Contradicts(TreeHead now, long size, byte[] root, string signed, CancellationToken ct)
    {
        if (size > now.Size)
            return $"A head over {size} leaves was signed {signed}; this log has {now.Size}: its end was cut off, or it was restored to an earlier time.";
        // Read anew: what the tree says of its past now, not what it said before.
        var then = await new SealedTree(tree.Number, tree.Database).Root(size, ct);
        return then.AsSpan().SequenceEqual(root) ? null : $"The head over {size} leaves that was signed {signed} had another root: the log was rewritten.";
    }
}

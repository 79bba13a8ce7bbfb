using Coordination.Host.Http;

namespace Coordination.Host.Integrity;

/// <summary>Takes the counter-signatures of the agencies' witnesses.</summary>
internal sealed class Countersigning(Heads heads)
{
    /// <summary>Null when it is kept.</summary>
    public async Task<HttpRefusal?> Take(LogTree tree, string agency, CosignatureRequest request, CancellationToken ct)
    {
        if (SignedNote.Parse(request.Note) is not { } note || TreeHead.Parse(note.Text) is not { } head
            || VerifierKey.Parse(request.Key) is not { Kind: NoteKind.Cosignature } key || Cosignature.SignedAt(note, key) is null)
            return LogRefusals.BadNote;
        if (await heads.Find(tree, head.Size, head.Root, ct) is not { } signed || signed.Head.Text != note.Text)
            return LogRefusals.UnknownHead;
        if (await heads.WitnessKey(tree, agency, key.ToString(), ct) != key.ToString())
            return LogRefusals.OtherKey;
        var line = note.Lines.First(line => line.Name == key.Name && line.KeyId.AsSpan().SequenceEqual(key.Id));
        await heads.Add(tree, agency, head, line, ct);
        return null;
    }
}

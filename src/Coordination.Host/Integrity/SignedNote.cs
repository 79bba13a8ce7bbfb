using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Coordination.Host.Integrity;

/// <summary>One line under a note.</summary>
/// <param name="Signature">Without the id of the key.</param>
internal sealed record NoteLine(string Name, byte[] KeyId, byte[] Signature)
{
    public override string ToString() => $"— {Name} {Convert.ToBase64String([.. KeyId, .. Signature])}";

    public static NoteLine? Parse(string line) =>
        line.Split(' ') is ["—", var name, var encoded] && VerifierKey.IsName(name) && VerifierKey.Base64(encoded) is { Length: > 4 } bytes
            ? new NoteLine(name, bytes[..4], bytes[4..])
            : null;
}

/// <summary>A text with signatures under it (C2SP signed-note): what is signed is the text with its last line break.</summary>
internal sealed record SignedNote(string Text, IReadOnlyList<NoteLine> Lines)
{
    private const int MaxLength = 16 * 1024;
    private const int MaxLines = 64;

    public static SignedNote Sign(string text, NoteSigner signer) =>
        new(text, [new NoteLine(signer.Verifier.Name, signer.Verifier.Id, signer.Sign(Encoding.UTF8.GetBytes(text)))]);

    /// <summary>Null when it has not the form of a note; says nothing of its signatures.</summary>
    public static SignedNote? Parse(string note)
    {
        var at = note.Length <= MaxLength ? note.LastIndexOf("\n\n", StringComparison.Ordinal) : -1;
        if (at < 0 || !note.EndsWith('\n') || note.Any(c => c < ' ' && c != '\n'))
            return null;
        var lines = note[(at + 2)..].TrimEnd('\n').Split('\n').Select(NoteLine.Parse).ToList();
        return lines.Count <= MaxLines && lines.TrueForAll(line => line is not null) ? new SignedNote(note[..(at + 1)], [.. lines.Select(line => line!)]) : null;
    }

    /// <summary>Whether this key has signed this text; signatures of other keys say nothing either way.</summary>
    public bool IsSignedBy(VerifierKey key) => Lines.Any(line =>
        line.Name == key.Name && line.KeyId.AsSpan().SequenceEqual(key.Id) && Ed25519.Verify(key.Key, Encoding.UTF8.GetBytes(Text), line.Signature));

    public override string ToString() => $"{Text}\n{string.Concat(Lines.Select(line => $"{line}\n"))}";
}

/// <summary>The head of a tree (C2SP tlog-checkpoint): whose, how many leaves, their root.</summary>
internal sealed record TreeHead(string Origin, long Size, byte[] Root)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    public static TreeHead? Parse(string text) =>
        text.Split('\n') is [var origin, var size, var root, ..]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves) && size == leaves.ToString(CultureInfo.InvariantCulture)
        && VerifierKey.Base64(root) is { Length: EventStore.Integrity.TreeHash.Size } hash && origin.Length > 0
            ? new TreeHead(origin, leaves, hash)
            : null;
}

/// <summary>A counter-signature with its time (C2SP tlog-cosignature, v1): "this is the largest head that I have seen, and it extends all others".</summary>
internal static class Cosignature
{
    private const int TimeSize = 8;

    public static NoteLine Sign(string text, DateTimeOffset at, NoteSigner witness)
    {
        var time = new byte[TimeSize];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeSeconds());
        return new NoteLine(witness.Verifier.Name, witness.Verifier.Id, [.. time, .. witness.Sign(Message(text, at.ToUnixTimeSeconds()))]);
    }

    /// <summary>When this key says to have signed this text; null when it has not.</summary>
    public static DateTimeOffset? SignedAt(SignedNote note, VerifierKey key)
    {
        foreach (var line in note.Lines.Where(line => line.Name == key.Name && line.KeyId.AsSpan().SequenceEqual(key.Id)))
        {
            if (line.Signature.Length != TimeSize + Ed25519.SignatureSize)
                continue;
            var seconds = BinaryPrimitives.ReadInt64BigEndian(line.Signature);
            if (seconds is >= 0 and < 253_402_300_800 && Ed25519.Verify(key.Key, Message(note.Text, seconds), line.Signature[TimeSize..]))
                return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }
        return null;
    }

    private static byte[] Message(string text, long seconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}

using System.Security.Cryptography;
using System.Text;

namespace Coordination.Host.Integrity;

/// <summary>What a key may sign, as the first byte of its encoding says (C2SP signed-note).</summary>
internal enum NoteKind : byte
{
    /// <summary>Heads and receipts.</summary>
    Ed25519 = 1,

    /// <summary>Counter-signatures with their time (C2SP tlog-cosignature).</summary>
    Cosignature = 4,
}

/// <summary>A key that verifies notes, as C2SP writes it: <c>name+id+key</c>.</summary>
internal sealed record VerifierKey(string Name, NoteKind Kind, byte[] Key)
{
    /// <summary>The first four bytes of a signature: which key to try.</summary>
    public byte[] Id => SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', (byte)Kind, .. Key])[..4];

    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([(byte)Kind, .. Key])}";

    /// <summary>Null when the text is no key, or not the one that its id says.</summary>
    public static VerifierKey? Parse(string text)
    {
        var parts = text.Trim().Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]) || Base64(parts[2]) is not { Length: Ed25519.KeySize + 1 } encoded || !Enum.IsDefined((NoteKind)encoded[0]))
            return null;
        var key = new VerifierKey(parts[0], (NoteKind)encoded[0], encoded[1..]);
        return Convert.ToHexStringLower(key.Id) == parts[1] ? key : null;
    }

    /// <summary>Neither white space nor <c>+</c>, so that it can stand in a key and in a line.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 200 && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c));

    internal static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}

/// <summary>
/// A key that signs. The seam for a hardware module: whatever signs bytes with the key that <see cref="Verifier"/> verifies can stand behind it.
/// </summary>
internal sealed class NoteSigner(VerifierKey verifier, Func<byte[], byte[]> sign)
{
    private const string Prefix = "PRIVATE+KEY+";

    public VerifierKey Verifier => verifier;

    public byte[] Sign(byte[] message) => sign(message);

    /// <summary>Reads a key file, or makes it: one line, readable by its owner alone.</summary>
    /// <exception cref="InvalidOperationException">The file is no key of this kind.</exception>
    public static NoteSigner LoadOrCreate(string path, NoteKind kind, Func<string> name)
    {
        if (!File.Exists(path))
            KeyFile.Create(path, Encoding.UTF8.GetBytes(Encode(name(), kind, RandomNumberGenerator.GetBytes(Ed25519.KeySize)) + "\n"));
        return Parse(File.ReadAllText(path), kind)
            ?? throw new InvalidOperationException($"{path} is not a key to sign with. Restore it from the backup; do not make a new one.");
    }

    public static string Encode(string name, NoteKind kind, byte[] seed)
    {
        var verifier = new VerifierKey(name, kind, Ed25519.PublicKey(seed));
        return $"{Prefix}{name}+{Convert.ToHexStringLower(verifier.Id)}+{Convert.ToBase64String([(byte)kind, .. seed])}";
    }

    internal static NoteSigner? Parse(string text, NoteKind kind)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Trim()[Prefix.Length..].Split('+', 3) is not [var name, var id, var encoded])
            return null;
        if (VerifierKey.Base64(encoded) is not { Length: Ed25519.KeySize + 1 } bytes || bytes[0] != (byte)kind)
            return null;
        var seed = bytes[1..];
        var verifier = new VerifierKey(name, kind, Ed25519.PublicKey(seed));
        return Convert.ToHexStringLower(verifier.Id) == id ? new NoteSigner(verifier, message => Ed25519.Sign(seed, message)) : null;
    }
}

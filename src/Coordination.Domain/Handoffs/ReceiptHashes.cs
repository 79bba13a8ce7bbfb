using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Domain.Handoffs;

/// <summary>
/// The hash that both sides name a file by. Over what never changes once it is written: numbers, references, seals and hashes, not the texts,
/// which may be erased without the file becoming another.
/// </summary>
internal static class ReceiptHashes
{
    public static string Of(Handoff handoff)
    {
        IEnumerable<string?> head =
        [
            "1", handoff.FileVersion.ToString(CultureInfo.InvariantCulture), handoff.RecordNumber, handoff.LetterNumber, handoff.Subject?.ToString(),
            handoff.FromAgency, handoff.FromUnit, handoff.To.Agency, handoff.To.Unit, handoff.To.Desk,
        ];
        var lines = handoff.Manifest.Select(item => Line(
            [item.Item, item.Kind.ToString(), item.SealNumber, item.Sha256, item.Pending ? "pending" : null, .. Counted(item)]));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat([Line(head), .. lines]))));
    }

    // Only what was said: a file from before these could be told keeps the hash that both sides hold.
    private static IEnumerable<string?> Counted(EvidenceItem item) => item is { Quantity: null, Owner: null, Original: null }
        ? []
        : [item.Quantity?.ToString(CultureInfo.InvariantCulture), item.Owner?.ToString(), item.Original?.ToString()];

    // With the length before each part, so that no two files are written alike.
    private static string Line(IEnumerable<string?> parts) =>
        string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};"))) + "\n";
}

using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>Form of an evidence manifest: numbered lines, each with a description and a custodian, hashes that can be compared.</summary>
internal static partial class Manifest
{
    public static Refusal? Problem(IReadOnlyList<EvidenceItem>? items)
    {
        items ??= [];
        foreach (var item in items)
        {
            var blank = Input.Blank(("item", item.Item), ("description", item.Description), ("custodian", item.Custodian));
            if (blank is not null)
                return blank;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (Input.Places("item", items, item => !seen.Add(item.Item)) is { Length: > 0 } twice)
            return HandoffRefusals.ItemTwice with { Details = twice };
        if (Input.Places("item", items, item => item.Quantity < 1) is { Length: > 0 } uncounted)
            return HandoffRefusals.QuantityInvalid with { Details = uncounted };
        var malformed = Input.Places("item", items, item => item.Sha256 is { } hash && !IsSha256(hash));
        return malformed is [] ? null : HandoffRefusals.Sha256Malformed with { Details = malformed };
    }

    public static bool IsSha256(string hash) => Sha256().IsMatch(hash);

    /// <summary>Hashes in lower case, so that equal ones are equal texts.</summary>
    public static IReadOnlyList<EvidenceItem> Normal(IReadOnlyList<EvidenceItem>? items) =>
        [.. (items ?? []).Select(item => item with { Sha256 = item.Sha256?.ToLowerInvariant() })];

    [GeneratedRegex("^[0-9A-Fa-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}

using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Tips;

public sealed record ReceiveTip(TipReceived Fact) : TipCommand;

public static partial class TipDecider
{
    /// <summary>A retry carries another code when the product gives it, so the code does not tell two reports apart.</summary>
    public static Decision<TipEvent> Decide(Tip tip, ReceiveTip command, Envelope envelope)
    {
        var fact = command.Fact;
        return tip switch
        {
            { Received: { } received } =>
                Input.SameBody(received with { TrackingCode = "" }, Normal(fact) with { TrackingCode = "" }) ? Unchanged.Value : TipRefusals.Exists,
            _ when Input.Blank(("summary", fact.Summary)) is { } blank => blank,
            _ when string.IsNullOrWhiteSpace(fact.TrackingCode) => TipRefusals.CodeMissing,
            _ when fact is { Anonymous: true, ReporterContact: not null } => TipRefusals.AnonymousNamed,
            _ when Nowhere(fact) is { } unknown => unknown,
            _ when fact.OutsidersLodged < 0 => TipRefusals.OutOfRange with { Details = ["outsidersLodged"] },
            _ when Input.Places("mediaSha256", fact.MediaSha256, hash => !Sha256().IsMatch(hash)) is { Length: > 0 } malformed =>
                TipRefusals.HashMalformed with { Details = malformed },
            _ => Normal(fact),
        };
    }

    /// <summary>Hashes in lower case, so that equal ones are equal texts.</summary>
    private static TipReceived Normal(TipReceived fact) =>
        fact with { MediaSha256 = fact.MediaSha256 is { } hashes ? [.. hashes.Select(hash => hash.ToLowerInvariant())] : null };

    private static Refusal? Nowhere(TipReceived fact) =>
        (fact.Village is { } village ? Places.Missing(village) : null)
        ?? (fact.Departure?.From is { } from ? Places.Missing(from) : null);

    [GeneratedRegex("^[0-9A-Fa-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}

using System.Globalization;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// What one operation or surveillance has to do with one target and when, written into the kind of an observation:
/// <c>claim|21.71.06|2026-02-12T12:00:00Z|2026-02-12T18:00:00Z|POLRESTA-BARELANG</c>.
/// </summary>
internal sealed record TargetClaim(bool Stands, string Target, DateTimeOffset From, DateTimeOffset Until, string Contact)
{
    // Both are widened by half the distance: they meet exactly when they are no further apart than all of it.
    private static readonly TimeSpan Margin = ServiceLevels.ConflictDistance / 2;

    private DateTimeOffset WideFrom => From - Margin;

    private DateTimeOffset WideUntil => Until + Margin;

    /// <summary>One per target and month that it touches: what shares none of both can never meet, and no key grows for ever.</summary>
    public static IEnumerable<(string Key, TargetClaim Claim)> Of(OperationTarget target, string contact, bool stands) =>
        from named in Named(target)
        let claim = new TargetClaim(stands, named.Target, target.From, target.Until, contact)
        from month in claim.Months()
        select ($"{named.Key}/{month}", claim);

    public static TargetClaim Parse(string kind) => kind.Split('|') is [var word, var target, var from, var until, var contact]
        ? new(word == "claim", target, Time(from), Time(until), contact)
        : throw new FormatException("This is no claim on a target.");

    public override string ToString() => $"{(Stands ? "claim" : "free")}|{Target}|{Say(From)}|{Say(Until)}|{Contact}";

    /// <summary>True under the one key of the two that names where and when they first meet, so that two sides make one finding.</summary>
    public bool Meets(TargetClaim other, string key) =>
        WideFrom <= other.WideUntil && other.WideFrom <= WideUntil && (Covers(Target, other.Target) || Covers(other.Target, Target))
        && key.EndsWith($":{(Covers(Target, other.Target) ? Target : other.Target)}/{Month(WideFrom > other.WideFrom ? WideFrom : other.WideFrom)}", StringComparison.Ordinal);

    private static IEnumerable<(string Key, string Target)> Named(OperationTarget target) =>
    [
        .. target.Places.SelectMany(place => Areas(place).Select(area => ($"place:{area}", place))),
        .. (target.Persons ?? []).Select(person => ($"person:{person}", person.ToString())),
        .. (target.Contacts ?? []).Select(contact => ($"contact:{contact}", contact.ToString())),
        .. (target.Entities ?? []).Select(Normal).Select(entity => ($"entity:{entity}", entity)),
    ];

    /// <summary>The place and every area that it lies in, the province last.</summary>
    private static IEnumerable<string> Areas(string place)
    {
        yield return place;
        var code = place;
        if (Checkpoints.Find(place) is { } checkpoint)
            yield return code = checkpoint.Regency;
        for (var dot = code.LastIndexOf('.'); dot > 0; dot = code.LastIndexOf('.', dot - 1))
            yield return code[..dot];
    }

    private static bool Covers(string area, string place) => Areas(place).Contains(area, StringComparer.Ordinal);

    private static string Normal(string registration) =>
        string.Concat(registration.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private IEnumerable<string> Months()
    {
        for (var month = new DateTime(WideFrom.UtcDateTime.Year, WideFrom.UtcDateTime.Month, 1); month <= WideUntil.UtcDateTime; month = month.AddMonths(1))
            yield return month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    private static string Month(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Say(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

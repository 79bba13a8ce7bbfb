using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Host.Resources;
using Coordination.Projections;
using Coordination.Projections.Cases;

namespace Coordination.Host.Cases;

/// <summary>The filters of a case page as they stand in its address, so that a view can be sent to a colleague (who sees what the colleague may).</summary>
/// <param name="AsOf">Seperti diketahui pada: as known at the end of this day.</param>
/// <param name="OccurredBefore">Sampai kejadian: only what happened up to the end of this day.</param>
public sealed record CaseQuery(
    string? Agency, string? Kind, PersonRef? Person, string? Place, DateOnly? From, DateOnly? OccurredBefore, DateOnly? AsOf, Keyset? After, Zone Zone)
{
    public static CaseQuery Empty { get; } = new(null, null, null, null, null, null, null, null, Domain.Reference.Places.ZoneOf(null));

    /// <summary>The page shows an earlier state, and nothing of the present one.</summary>
    public bool LooksBack => AsOf is not null || OccurredBefore is not null;

    public bool IsNow => AsOf is null && OccurredBefore is null && After is null;

    public bool IsFiltered => Agency is not null || Kind is not null || Person is not null || Place is not null || From is not null;

    public static CaseQuery Read(IQueryCollection query, Zone zone) => new(
        Text(query, "instansi"),
        Text(query, "jenis"),
        Guid.TryParse(query["orang"], out var person) ? new PersonRef(person) : null,
        Text(query, "tempat"),
        Day(query, "dari"),
        Day(query, "sampai"),
        Day(query, "diketahui"),
        Keyset.TryParse(query["setelah"], CultureInfo.InvariantCulture, out var after) ? after : null,
        zone);

    public TimelineFilter ToFilter() => new(
        After, AsOf: EndOf(AsOf), OccurredBefore: EndOf(OccurredBefore), Agency: Agency, Kind: Kind, Person: Person, Place: Place, From: StartOf(From));

    /// <summary>What the yellow strip says.</summary>
    public string Say(Texts texts, Zone zone) => string.Join(' ', new[]
    {
        AsOf is { } known ? texts.Fill("case.asKnown", texts.Date(StartOf(known)!.Value, zone), zone.Abbreviation) : null,
        OccurredBefore is { } before ? texts.Fill("case.occurredUpTo", texts.Date(StartOf(before)!.Value, zone), zone.Abbreviation) : null,
    }.OfType<string>());

    /// <summary>The address of this view without its page cursor.</summary>
    public string Path(Guid id)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("instansi", Agency), ("jenis", Kind), ("orang", Person?.ToString()), ("tempat", Place), ("dari", Iso(From)),
            ("sampai", Iso(OccurredBefore)), ("diketahui", Iso(AsOf)),
        };
        return $"/kasus/{id}{QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)))}";
    }

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateTimeOffset? StartOf(DateOnly? day) => day is { } d ? new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), Zone.Offset) : null;

    private DateTimeOffset? EndOf(DateOnly? day) => day is { } d && d < DateOnly.MaxValue ? StartOf(d.AddDays(1)) : null;

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 and <= 100 } value ? value : null;

    private static DateOnly? Day(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1945 and < 2200
            ? day
            : null;
}

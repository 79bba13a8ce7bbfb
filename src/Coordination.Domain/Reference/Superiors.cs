namespace Coordination.Domain.Reference;

/// <summary>
/// Whom the units of an agency answer to at a level of escalation: the units of that kind in the same province or regency, or the centre.
/// </summary>
/// <param name="Level">1 head, 2 province, 3 centre.</param>
/// <param name="Above">Agency of the superior: a province stands above its regencies, a ministry above its services.</param>
public sealed record ChainLink(string Agency, int Level, string Above, UnitKind Kind, DateOnly From, DateOnly? Until = null)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>
/// Who is above a unit, level by level (unit head, province, centre). A reform is a new row with a day, not an edit. Where an agency has no
/// row, or no such unit is registered, nobody is above: the task force follows what is silent. Defaults of the product, to be confirmed by
/// each agency.
/// </summary>
public static class Superiors
{
    private static readonly DateOnly Always = new(2007, 4, 19); // UU 21/2007

    private static readonly ChainLink[] Known =
    [
        // Regional offices of the directorate general, after the ministry was divided (Permenimipas 2/2025).
        new(Agencies.Immigration, 2, Agencies.Immigration, UnitKind.Province, new(2025, 1, 1)),
        new(Agencies.Immigration, 3, Agencies.Immigration, UnitKind.Centre, Always),
        new("POLRI", 2, "POLRI", UnitKind.Province, Always),
        new("POLRI", 3, "POLRI", UnitKind.Centre, Always),
        // The service has one office per province: the next above it is the ministry.
        new(Agencies.MigrantService, 3, Agencies.MigrantMinistry, UnitKind.Centre, Always),
        new("KEJAKSAAN", 2, "KEJAKSAAN", UnitKind.Province, Always),
        new("KEJAKSAAN", 3, "KEJAKSAAN", UnitKind.Centre, Always),
        new("DESA", 1, "PEMDA-KAB", UnitKind.Regency, Always),
        new("DESA", 2, "PEMDA-PROV", UnitKind.Province, Always),
        new("PEMDA-KAB", 2, "PEMDA-PROV", UnitKind.Province, Always),
    ];

    public static IReadOnlyList<ChainLink> All => Known;

    /// <param name="unit">Null for an agency as a whole, which only its centre is above.</param>
    /// <param name="level">1 head, 2 province, 3 centre.</param>
    public static IEnumerable<Unit> Of(string agency, string? unit, int level, DateOnly day)
    {
        var own = unit is null ? null : Units.Find(agency, unit);
        // The head of a checkpoint is that of its office.
        IEnumerable<Unit?> office = level == 1 && own?.Parent is { } parent ? [Units.Find(agency, parent)] : [];
        return office.OfType<Unit>().Concat(
            from link in Known
            where link.Agency == agency && link.Level == level && link.InForceOn(day)
            from above in Units.All
            where above.Agency == link.Above && Units.KindOf(above) == link.Kind && IsOver(above, own)
            select above);
    }

    private static bool IsOver(Unit above, Unit? own) => Units.KindOf(above) switch
    {
        UnitKind.Centre => true,
        UnitKind.Province => AreaOf(own, Places.ProvinceOf) is { } province && province == AreaOf(above, Places.ProvinceOf),
        _ => AreaOf(own, Places.RegencyOf) is { } regency && regency == AreaOf(above, Places.RegencyOf),
    };

    private static string? AreaOf(Unit? unit, Func<string, string?> area) => unit?.Place is { } place ? area(place) : null;
}

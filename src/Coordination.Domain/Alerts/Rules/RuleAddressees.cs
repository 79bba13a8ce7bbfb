using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Whom alerts are for, by the catalogue of alerts.</summary>
internal static class RuleAddressees
{
    /// <summary>
    /// The internal-affairs desk. An official can sit in any agency, the one that wrote the evidence first of all, so the desk belongs to none of them
    /// and is no unit of anybody's secretariat either: a unit of its own, which only who is appointed to it reads with.
    /// </summary>
    public static readonly string InternalAffairs = Audiences.Unit(Agencies.TaskForce, Units.InternalAffairs);

    /// <summary>Who protects children: women and children, migrant protection, police.</summary>
    public static readonly string[] Children = Of(AgencyKind.WomenAndChildren, AgencyKind.MigrantProtection, AgencyKind.Police);

    /// <summary>Who looks after victims.</summary>
    public static readonly string[] Victims = Of(AgencyKind.MigrantProtection, AgencyKind.Police, AgencyKind.WomenAndChildren, AgencyKind.SocialAffairs);

    /// <summary>Who protects a victim of before; nobody who punishes.</summary>
    public static readonly string[] Protection = Of(AgencyKind.MigrantProtection, AgencyKind.WomenAndChildren);

    public static readonly string[] Migrants = Of(AgencyKind.MigrantProtection);

    public static readonly string[] ImmigrationAndPolice = Of(AgencyKind.Immigration, AgencyKind.Police);

    /// <summary>
    /// Who protects migrants in the province that somebody comes from, and the government of the regency; the service as a whole where that
    /// is not known.
    /// </summary>
    public static IReadOnlyList<string> Home(string? domicile)
    {
        var service = At(Agencies.MigrantService, domicile, Places.ProvinceOf);
        var government = At("PEMDA-KAB", domicile, Places.RegencyOf);
        return service.Count == 0 ? [Audiences.Agency(Agencies.MigrantService), .. government] : [.. service, .. government];
    }

    private static List<string> At(string agency, string? domicile, Func<string, string?> area) =>
        domicile is null || area(domicile) is not { } home ? [] :
        [
            .. Units.All.Where(unit => unit.Agency == agency && unit.Place is { } seat && area(seat) == home)
                .Select(unit => Audiences.Unit(agency, unit.Code)),
        ];

    private static string[] Of(params AgencyKind[] kinds) =>
        [.. Agencies.All.Where(agency => kinds.Contains(agency.Kind)).Select(agency => Audiences.Agency(agency.Code))];
}

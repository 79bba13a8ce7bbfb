namespace Coordination.Domain.Reference;

/// <summary>What an offence is, as far as the competence of investigators hangs on it.</summary>
public enum Offence
{
    Trafficking,

    Smuggling,

    /// <summary>Another offence of the immigration law.</summary>
    Immigration,

    Other,
}

/// <summary>An article, or a whole law, and what kind of offence it makes punishable.</summary>
/// <param name="Citation">Such as <c>UU-1-2023:457</c>; without article for every article of the law.</param>
/// <param name="Verified">False where the source names the article without its text.</param>
public sealed record OffenceArticle(string Citation, Offence Offence, DateOnly From, DateOnly? Until = null, bool Verified = true)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>
/// Which charge is which kind of offence. Smuggling may be investigated by the civil-servant investigators of immigration, trafficking by the
/// police alone; what is not listed is no offence of the immigration law.
/// </summary>
public static class Offences
{
    private static readonly OffenceArticle[] Known =
    [
        new("UU-21-2007", Offence.Trafficking, new(2007, 4, 19)),
        new("UU-1-2023:455", Offence.Trafficking, new(2026, 1, 2), Verified: false),
        new("UU-1-2023:457", Offence.Smuggling, new(2026, 1, 2)),
        // The closing rules of the KUHP of 2023 lead from here to its Ps 457; deeds before it are still charged under this article.
        new("UU-6-2011:120", Offence.Smuggling, new(2011, 5, 5), Verified: false),
        new("UU-6-2011", Offence.Immigration, new(2011, 5, 5)),
        new("UU-63-2024", Offence.Immigration, new(2024, 10, 17)),
    ];

    public static IReadOnlyList<OffenceArticle> All => Known;

    /// <summary>The kind of offence that a charge is on that day; the article decides before its law.</summary>
    public static Offence KindOf(string citation, DateOnly day)
    {
        var charge = LegalBases.Normal(citation);
        var found = Known.FirstOrDefault(row => row.Citation == charge && row.InForceOn(day))
            ?? Known.FirstOrDefault(row => row.Citation == LegalBases.InstrumentOf(charge) && row.InForceOn(day));
        return found?.Offence ?? Offence.Other;
    }

    /// <summary>What a matter with these charges is: the gravest for the question of competence.</summary>
    public static Offence Of(IEnumerable<string> charges, DateOnly day)
    {
        var kinds = charges.Select(charge => KindOf(charge, day)).ToHashSet();
        return new[] { Offence.Trafficking, Offence.Smuggling, Offence.Immigration }.FirstOrDefault(kinds.Contains, Offence.Other);
    }

    /// <summary>Charges that an agency of this kind may not investigate (UU 6/2011 Ps 105; UU 21/2007 Ps 1).</summary>
    public static IReadOnlyList<string> OutOfReachOf(AgencyKind agency, IEnumerable<string> charges, DateOnly day) => agency switch
    {
        AgencyKind.Police => [],
        AgencyKind.Immigration => [.. charges.Where(charge => KindOf(charge, day) is not (Offence.Smuggling or Offence.Immigration))],
        _ => [.. charges],
    };
}

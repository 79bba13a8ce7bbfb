namespace Coordination.Domain.Reference;

/// <summary>Which agency stands where in a criminal matter.</summary>
public static class Competence
{
    public const string Police = "POLRI";
    public const string Prosecution = "KEJAKSAAN";
    public const string Court = "PENGADILAN";
    public const string WitnessProtection = "LPSK";

    /// <summary>Trafficking is investigated by the police alone, offences of the immigration law by immigration too (UU 6/2011 Ps 105 and 107).</summary>
    public static bool Investigates(string agency, Offence offence) => Agencies.Find(agency)?.Kind switch
    {
        AgencyKind.Police => true,
        AgencyKind.Immigration => offence is Offence.Smuggling or Offence.Immigration,
        _ => false,
    };
}

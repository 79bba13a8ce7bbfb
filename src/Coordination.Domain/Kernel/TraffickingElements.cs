namespace Coordination.Domain.Kernel;

/// <summary>Proses (UU 21/2007 Ps 1 angka 1).</summary>
public enum TraffickingAct
{
    Recruitment,
    Transport,
    Harbouring,
    Sending,
    Transfer,
    Receipt,
}

/// <summary>Cara (UU 21/2007 Ps 1 angka 1).</summary>
public enum TraffickingMeans
{
    ThreatOfViolence,
    Violence,
    Abduction,
    Confinement,
    Forgery,
    Deception,
    AbuseOfPower,
    AbuseOfVulnerability,
    DebtBondage,
    PaymentForControl,
}

/// <summary>Tujuan (UU 21/2007 Ps 1 angka 7).</summary>
public enum TraffickingPurpose
{
    Prostitution,
    ForcedLabour,
    Slavery,
    Oppression,
    Extortion,
    SexualExploitation,
    OrganRemoval,
    LabourExploitation,
}

namespace Coordination.Domain.Kernel;

/// <summary>
/// What agencies hold about a person as victim. From <see cref="Suspected"/> on, punitive acts against the person stop in every agency
/// (UU 6/2011 Ps 86); <see cref="NotVictim"/> is an assessed answer, not the absence of one.
/// </summary>
public enum VictimStatus
{
    NotAssessed,
    NotVictim,
    Suspected,
    Presumed,
    Confirmed,

    /// <summary>Victim and suspected offender at once: the shield holds.</summary>
    Dual,
}

public static class VictimShield
{
    /// <summary>True when punitive acts against the person must stop.</summary>
    public static bool Covers(VictimStatus status) => status >= VictimStatus.Suspected;
}
